import Randomness

/// Scores of forecasts that are probabilities; 0 is the best, and more is worse.
///
/// All are proper: whoever states what they believe expects the best score (Gneiting, Raftery 2007,
/// doi:10.1198/016214506000001437).
package enum ProperScores {
  /// Brier's score of a question that is answered yes or no, `(p - o)²`, from 0 to 1: half of the
  /// sum over both answers that Brier (1950) takes; see ``brier(_:observed:)``.
  ///
  /// - Parameters:
  ///   - p: the probability that it happens.
  ///   - happened: whether it did.
  package static func brier(_ p: Double, happened: Bool) -> Double {
    let off = p - (happened ? 1 : 0)
    return off * off
  }

  /// Brier's score of a question with several answers, the sum of `(p_k - o_k)²` over them, from 0
  /// to 2 (Brier 1950, doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2).
  ///
  /// - Parameters:
  ///   - shares: the probability of each answer.
  ///   - observed: the place of the one that came true.
  package static func brier(_ shares: [Double], observed: Int) -> Double {
    shares.indices.reduce(0) { $0 + brier(shares[$1], happened: $1 == observed) }
  }

  /// The logarithmic score `-ln p` of what came true (Good 1952,
  /// doi:10.1111/j.2517-6161.1952.tb00104.x): infinite where it had been excluded.
  package static func logarithmic(_ p: Double) -> Double {
    if p <= 0 { return .infinity }
    return p >= 1 ? 0 : -Elementary.log(p)
  }

  /// The continuous ranked probability score of a time in whole rounds, in rounds: the integral of
  /// `(F(t) - 1{T <= t})²` (Matheson, Winkler 1976, doi:10.1287/mnsc.22.10.1087) over the rounds
  /// that were watched.
  ///
  /// That is the score with a weight of 1 on these rounds and 0 beyond them, which is proper for a
  /// window that does not depend on the outcome (threshold-weighted: Gneiting, Ranjan 2011,
  /// doi:10.1198/jbes.2010.08110). What may come after the window counts neither for nor against a
  /// forecast; a time that was not seen by its end is not scored as one that never comes (the
  /// right-censored form of Avati and others 2020, arXiv:1806.08324). Of one time that is certain
  /// it is the distance to the observed one.
  ///
  /// - Parameters:
  ///   - distribution: by round, the probability that it has happened by the end of the round.
  ///   - observed: the round in which it happened; `nil` where it did not in the window.
  ///   - until: rounds before this one were watched; at most as many as there are probabilities.
  package static func crps(_ distribution: [Double], observed: Int?, until: Int) -> Double {
    (0..<min(until, distribution.count)).reduce(0) { sum, round in
      sum + brier(distribution[round], happened: observed.map { $0 <= round } ?? false)
    }
  }
}

/// What is made of an answer that none of so many runs gave, where it comes true: a count of 0 is
/// not a probability of 0.
package enum ZeroRule: String, CaseIterable, Sendable {
  /// Half a run is added to every answer (Jeffreys 1946, doi:10.1098/rspa.1946.0056; of several
  /// answers Krichevsky, Trofimov 1981, doi:10.1109/TIT.1981.1056331).
  case jeffreys
  /// One run is added to every answer (Laplace's rule of succession).
  case laplace
  /// It stays at 0, and the logarithmic score is infinite.
  case infinite

  /// The probability of an answer that was not seen.
  ///
  /// - Parameters:
  ///   - runs: how many there were.
  ///   - answers: how many answers there are.
  package func unseen(in runs: Int, of answers: Int) -> Double {
    switch self {
    case .jeffreys: 0.5 / (Double(runs) + 0.5 * Double(answers))
    case .laplace: 1 / (Double(runs) + Double(answers))
    case .infinite: 0
    }
  }
}
