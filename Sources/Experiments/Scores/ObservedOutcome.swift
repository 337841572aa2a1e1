import Bargaining

/// What became of talks, as an outcome file says it. Rounds count from 0, as in `rounds.csv`.
package struct ObservedOutcome: Sendable, Equatable {
  package enum End: Sendable, Equatable {
    /// They agreed in a round, each issue that is known on the option named; places in
    /// ``ForecastRecord/issues`` and of its options.
    case agreement(round: Int, terms: [Int: Int])
    /// They ended without an agreement.
    case failure(Ending)
    /// They had not ended when they were last looked at.
    case open
  }

  package let end: End
  /// Which kind of agreement it was, where the file says it or its terms do.
  package let kind: Ending?
  /// Rounds before this one were watched.
  package let watched: Int?
  /// What the file cites, in its order.
  package let sources: [String]

  package init(end: End, kind: Ending? = nil, watched: Int? = nil, sources: [String] = []) {
    self.end = end
    self.kind = kind
    self.watched = watched
    self.sources = sources
  }
}

extension ObservedOutcome {
  /// The same as a forecast over a window of so many rounds can know it: what comes after the
  /// window is talks still open at its end.
  func seen(within rounds: Int) -> ObservedOutcome {
    switch end {
    case .agreement(let round, _) where round >= rounds:
      ObservedOutcome(end: .failure(.outOfTime), watched: rounds, sources: sources)
    case .open where (watched ?? 0) >= rounds:
      ObservedOutcome(end: .failure(.outOfTime), watched: rounds, sources: sources)
    default: self
    }
  }

  /// The ending of the talks in the window; `nil` where it is not known.
  var ending: Ending? {
    switch end {
    case .agreement: kind
    case .failure(let ending): ending
    case .open: nil
    }
  }

  /// Whether it came to an agreement; `nil` where that is not decided.
  var agreed: Bool? {
    switch end {
    case .agreement: true
    case .failure: false
    case .open: nil
    }
  }

  /// The round of the agreement, where there is one.
  var round: Int? {
    switch end {
    case .agreement(let round, _): round
    case .failure, .open: nil
    }
  }

  /// For how many rounds of the window it is known whether there was an agreement by their end.
  func known(of rounds: Int) -> Int { agreed == nil ? min(watched ?? 0, rounds) : rounds }
}
