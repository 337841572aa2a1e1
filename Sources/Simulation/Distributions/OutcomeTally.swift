import Bargaining

/// Of many runs of one scenario, what a row of a sweep is made of: far less than an
/// ``OutcomeDistribution``, and such that it can be put down word by word and gone on with later.
///
/// Runs are added one after another in the order of their numbers, so that a tally that was
/// interrupted after any run and went on has the same bits as one that was not, and as the
/// distribution of the same runs.
package struct OutcomeTally: Sendable, Equatable {
  /// Runs 0 ..< `runs` of the plan are in it.
  package private(set) var runs = 0
  /// Rounds in which talks were active and a forum sat, all runs together.
  package private(set) var roundsSat = 0
  /// Runs per ending, by `Ending.rawValue`.
  package private(set) var endings: [Int]
  /// By round: agreements reached in it, and runs that ended in it without agreement.
  package private(set) var agreementsByRound: [Int]
  package private(set) var censoredByRound: [Int]
  /// Utility per party over all runs, in the order of the scenario.
  package private(set) var utilities: [RunningMoments]

  /// Of no runs.
  package init(for scenario: Scenario) {
    endings = Ending.allCases.map { _ in 0 }
    agreementsByRound = Array(repeating: 0, count: scenario.rounds)
    censoredByRound = agreementsByRound
    utilities = scenario.parties.map { _ in RunningMoments() }
  }

  /// Runs that ended in an agreement, full or partial.
  package var agreements: Int {
    Ending.allCases.reduce(0) { $1.isAgreement ? $0 + endings[$1.rawValue] : $0 }
  }

  /// Kaplan–Meier median of the round of agreement; `nil` when fewer than half of the talks would
  /// ever agree.
  package var medianRound: Int? {
    KaplanMeier(runs: runs, agreements: agreementsByRound, censored: censoredByRound).medianRound
  }

  /// Adds the record of one run.
  mutating func add(_ block: RunBlock, row index: Int) {
    let row = block.row(index)
    runs += 1
    roundsSat += Int(row.roundsSat)
    endings[row.ending.rawValue] += 1
    if row.ending.isAgreement {
      agreementsByRound[Int(row.round)] += 1
    } else {
      censoredByRound[Int(row.round)] += 1
    }
    for party in utilities.indices { utilities[party].add(block.utility(party, in: index)) }
  }
}

extension OutcomeTally {
  /// All of it in 64-bit words, numbers with a fraction as their bit patterns.
  package var words: [UInt64] {
    let counts = [runs, roundsSat] + endings + agreementsByRound + censoredByRound
    return counts.map { UInt64($0) }
      + utilities.flatMap { [$0.centre.bitPattern, $0.squaredDeviations.bitPattern] }
  }

  /// The tally that ``words`` came from; `nil` when they are of a scenario with other rounds or
  /// parties, or of no tally at all: every run ended once.
  package init?(words: [UInt64], for scenario: Scenario) {
    self.init(for: scenario)
    var rest = words[...]
    let counts = 2 + endings.count + 2 * scenario.rounds
    guard words.count == counts + 2 * utilities.count, words.prefix(counts).allSatisfy({ $0 <= Int.max })
    else { return nil }
    func take(_ count: Int) -> [UInt64] {
      defer { rest = rest.dropFirst(count) }
      return Array(rest.prefix(count))
    }
    let totals = take(2)
    (runs, roundsSat) = (Int(totals[0]), Int(totals[1]))
    endings = take(endings.count).map { Int($0) }
    agreementsByRound = take(scenario.rounds).map { Int($0) }
    censoredByRound = take(scenario.rounds).map { Int($0) }
    for party in utilities.indices {
      let bits = take(2)
      utilities[party] = RunningMoments(
        count: runs, centre: Double(bitPattern: bits[0]), squaredDeviations: Double(bitPattern: bits[1]))
    }
    guard isConsistent else { return nil }
  }

  /// Whether it can be that of some runs. No sum overflows once no count is above the number of
  /// runs.
  private var isConsistent: Bool {
    let counts = endings + agreementsByRound + censoredByRound
    return runs <= SimulationPlan.mostRuns && counts.allSatisfy { $0 <= runs }
      && roundsSat <= runs * agreementsByRound.count && endings.reduce(0, +) == runs
      && agreementsByRound.reduce(0, +) == agreements
      && censoredByRound.reduce(0, +) == runs - agreements
      && utilities.allSatisfy {
        $0.centre.isFinite && $0.squaredDeviations.isFinite && $0.squaredDeviations >= 0
      }
  }
}
