/// What was observed of talks, in the order of its rounds.
package struct History: Sendable, Equatable {
  package var observations: [Observation]

  package init(_ observations: [Observation]) { self.observations = observations }
}

/// One thing that was observed, exactly or as far as the source can be relied on.
///
/// A run fits it or does not. What was observed then has, given the run, the probability
/// ``reliability`` if the run fits and 1 - ``reliability`` if not: at 1 a run that does not fit is
/// out of the question, at 0.5 the observation says nothing.
package struct Observation: Sendable, Equatable {
  package enum Fact: Sendable, Equatable {
    /// The talks go on in the round, suspended or not.
    case state(isSuspended: Bool)
    /// An event, by its index, happens in some of the rounds, or in none.
    case event(Int, happened: Bool)
    /// A text is tabled in some of the rounds.
    case text(ObservedText)
    /// An issue is settled at an option, by a stage or an agreement, by the end of the rounds.
    case settled(issue: Int, option: Int)
    /// An agreement is reached in some of the rounds, or in none.
    case agreement(Bool)
  }

  package var fact: Fact
  /// The round that the history names.
  package var round: Int
  /// The rounds that count, all of them in the window of the scenario.
  package var rounds: ClosedRange<Int>
  /// In (0, 1].
  package var reliability: Double

  package init(_ fact: Fact, round: Int, rounds: ClosedRange<Int>, reliability: Double = 1) {
    self.fact = fact
    self.round = round
    self.rounds = rounds
    self.reliability = reliability
  }

  /// The last round that decides whether a run fits. Offers of parties are answered in the round
  /// in which they are made or in the one after it.
  package var knownIn: Int {
    if case .text(let text) = fact, text.isAnswered, case .party = text.author {
      return rounds.upperBound + 1
    }
    return rounds.upperBound
  }
}

/// A text or an offer that was observed, and who took and refused it.
package struct ObservedText: Sendable, Equatable {
  package enum Author: Sendable, Equatable {
    case party(Int)
    case mediator(Int)
  }

  package var author: Author
  /// Per issue: the option that was observed, or `nil` where nothing is known of it.
  package var options: [Int?]
  /// How many of the known options a text must have to be the one observed.
  package var least: Int
  /// Bits of the parties.
  package var takenBy: UInt32
  package var refusedBy: UInt32

  package init(
    author: Author, options: [Int?], least: Int, takenBy: UInt32 = 0, refusedBy: UInt32 = 0
  ) {
    self.author = author
    self.options = options
    self.least = least
    self.takenBy = takenBy
    self.refusedBy = refusedBy
  }

  package var isAnswered: Bool { takenBy | refusedBy != 0 }

  /// Whether a text is the one observed, whoever tabled it.
  package func isLike(_ text: [Int]) -> Bool {
    var alike = 0
    for (known, option) in zip(options, text) where known == option { alike += 1 }
    return alike >= least
  }
}
