/// How many outcomes are acceptable to how many parties, whether or not they have a veto.
///
/// A party accepts an outcome worth at least what it must get at the start of the talks (within
/// 1e-12) that crosses none of its red lines. Scorable games (Susskind & Corburn 2000; Abdelnabi et
/// al. 2024) are judged by such counts.
package struct AcceptanceCounts: Sendable, Equatable {
  /// `exactly[m]`: outcomes that exactly m of the parties accept, all the required ones among them.
  package let exactly: [UInt64]

  /// The outcomes that at least m of the parties accept, all the required ones among them.
  package func atLeast(_ m: Int) -> UInt64 { exactly.dropFirst(max(0, m)).reduce(0, +) }

  /// Counts over all outcomes.
  ///
  /// - Parameters:
  ///   - start: the scenario with its numbers held still.
  ///   - required: parties without whom an outcome is not counted; indices into `Scenario.parties`.
  /// - Returns: `notComputed` above ``Solutions/enumerable`` outcomes.
  /// - Throws: ``NegotiationFault`` when the outcome space is too large.
  package static func count(
    _ start: ZoneAtStart, required: [Int] = []
  ) throws(NegotiationFault) -> Computed<AcceptanceCounts> {
    let view = try start.view()
    let game = FixedGame(view, voters: Array(0..<view.partyCount))
    guard game.outcomeCount <= Solutions.enumerable else { return .notComputed(Solutions.tooMany) }
    var tally = Tally(game, required: required)
    OutcomeWalk(game)(&tally)
    return .exact(AcceptanceCounts(exactly: tally.exactly))
  }

  private struct Tally: OutcomeVisitor {
    var exactly: [UInt64]
    private let game: FixedGame
    private let required: UInt64

    init(_ game: FixedGame, required: [Int]) {
      self.game = game
      self.required = required.reduce(0) { $0 | 1 << UInt64($1) }
      exactly = Array(repeating: 0, count: game.voterCount + 1)
    }

    mutating func visit(
      rank: UInt64, options: Lane<UInt8>, utilities: Lane<Double>, crossing: OutcomeWalk.Crossing
    ) {
      var accepting: UInt64 = 0
      for v in 0..<game.voterCount where game.shortfall(utilities[v], of: v) == 0 {
        accepting |= 1 << UInt64(v)
      }
      accepting &= ~crossing.voters
      if accepting & required == required { exactly[accepting.nonzeroBitCount] += 1 }
    }
  }
}
