/// What every text of a scenario would meet with, in one draw after another of everything that is
/// uncertain, models included: the draws are those of the runs of the same seed.
///
/// Like a ``Negotiation`` it serves draw after draw, on one thread at a time.
package final class TextJudge: @unchecked Sendable {
  package let texts: TextSpace
  private let benches: [TextBench]
  private let models: ModelDraw
  private let hasLeverage: Bool
  private var place = 0
  /// Over the draws that were added to a whole tally.
  package private(set) var means: MeanWorths

  /// - Parameters:
  ///   - scenario: what is bargained over.
  ///   - hasLeverage: whether mediators bring their carrots and sticks to bear.
  /// - Throws: ``NegotiationFault`` when there are 2^31 texts or more.
  package init(_ scenario: Scenario, hasLeverage: Bool = true) throws(NegotiationFault) {
    var benches: [TextBench] = []
    for alternative in scenario.alternatives { benches.append(try TextBench(alternative)) }
    self.benches = benches
    texts = benches[0].texts
    models = ModelDraw(scenario)
    self.hasLeverage = hasLeverage
    means = MeanWorths(scenario.alternatives, layout: benches[0].view.layout)
  }

  /// Makes a draw the one at hand: what run number `run` of the seed draws.
  package func draw(_ run: UInt32, seed: UInt64) {
    place = models.model(of: run, seed: seed) ?? 0
    benches[place].draw(run, seed: seed, hasLeverage: hasLeverage)
  }

  /// Adds the draw at hand to a tally.
  package func add(to tally: TextTally) {
    if tally.isWhole { means.add(benches[place].view, model: place) }
    benches[place].add(to: tally)
  }

  /// Whether a text is acceptable in the draw at hand.
  package func accepts(_ text: Int) -> Bool { benches[place].accepts(text) }

  /// Bits of the parties that would refuse a text in the draw at hand, at the table or by their
  /// homes.
  package func refusers(of text: Int) -> UInt32 { benches[place].refusers(of: text) }

  /// Bits of the issues of which each, moved alone to some other option, would win a party that
  /// refuses a text in the draw at hand.
  package func winningIssues(of text: Int, for party: Int) -> UInt32 {
    benches[place].winningIssues(of: text, for: party)
  }
}
