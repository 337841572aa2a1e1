import Randomness

extension TimeTactic.Curve {
  /// F(t): the share of the way from the best utility down to the floor that is conceded by
  /// relative time t in [0, 1].
  ///
  /// Faratin, Sierra, Jennings 1998, doi:10.1016/S0921-8890(98)00029-3, section 4.1, with t for t /
  /// t_max: `k + (1 - k) t^(1/beta)` and `exp((1 - t)^beta ln k)`. Both are k at t = 0 and 1 at
  /// t = 1.
  package func concession(at t: Double, beta: Double, start k: Double) -> Double {
    switch self {
    case .polynomial:
      return Self.raise(Elementary.pow(t, 1 / beta), from: k)
    case .exponential:
      return Elementary.exp(Elementary.pow(1 - t, beta) * Elementary.log(k))
    }
  }

  /// A share of what is left above the share k conceded at the beginning.
  static func raise(_ share: Double, from k: Double) -> Double {
    k == 0 ? share : k + (1 - k) * share
  }
}
