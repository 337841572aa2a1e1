import Randomness

/// The time of a round, with what all parties need of it: a logarithm taken once serves the powers
/// of all of them.
struct RoundClock: BitwiseCopyable {
  /// Of how many rounds they are kept, all runs having the same ones.
  static let mostKept = 4_096

  private let base: Elementary.PowerBase

  /// Relative time: `(r + 1) / (R + 1)`, in (0, 1).
  var time: Double { base.value }

  init(round: Int, of rounds: Int) { self.init(time: Double(round + 1) / Double(rounds + 1)) }

  /// At a relative time in (0, 1].
  init(time: Double) { base = Elementary.PowerBase(time) }

  /// F(t), bit for bit as ``TimeTactic/Curve/concession(at:beta:start:)`` has it.
  @inline(__always)
  func concession(_ curve: TimeTactic.Curve, beta: Double, start: Double) -> Double {
    switch curve {
    case .polynomial: TimeTactic.Curve.raise(base.raised(to: 1 / beta), from: start)
    case .exponential: curve.concession(at: time, beta: beta, start: start)
    }
  }
}
