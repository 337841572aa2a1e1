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
  /// ``means`` over no draws at all.
  package let nothing: MeanWorths

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
    nothing = MeanWorths(scenario.alternatives, layout: benches[0].view.layout)
    means = nothing
  }

  /// Makes a draw the one at hand: what run number `run` of the seed draws.
  package func draw(_ run: UInt32, seed: UInt64) {
    place = models.model(of: run, seed: seed) ?? 0
    benches[place].draw(run, seed: seed, hasLeverage: hasLeverage)
  }

  /// Begins ``means`` anew.
  package func forget() { means = nothing }

  /// Adds the draw at hand to a tally.
  package func add(to tally: TextTally) {
    if tally.isWhole { means.add(benches[place].view, model: place) }
    benches[place].add(to: tally)
  }

  /// Adds the draw at hand to a tally that has a place for each of some texts.
  package func add(_ pool: [Int], to tally: TextTally) {
    if tally.isWhole { means.add(benches[place].view, model: place) }
    benches[place].add(pool, to: tally)
  }

  /// Whether a text is acceptable in the draw at hand.
  package func accepts(_ text: Int) -> Bool { benches[place].accepts(text) }

  /// Bits of the parties that would refuse a text in the draw at hand, at the table or by their
  /// homes.
  package func refusers(of text: Int) -> UInt32 { benches[place].refusers(of: text) }

  /// Adds, per option of every issue, the draw at hand where that option, put in alone, wins a
  /// party that refuses a text.
  ///
  /// - Parameter wins: per issue, per option that the agenda allows it.
  /// - Returns: bits of the issues that win it with some option.
  package func addWins(over text: Int, of party: Int, to wins: inout [Int]) -> UInt32 {
    benches[place].addWins(over: text, of: party, to: &wins)
  }

  /// Whether a party would take a text in the draw at hand, at the table and by its home; true for
  /// one without a veto.
  package func takes(_ text: Int, _ party: Int) -> Bool { benches[place].takes(text, party) }

  /// Whether a text is acceptable in the draw at hand with a carrot of so much utility for a party.
  package func accepts(_ text: Int, carrot: Double, for party: Int) -> Bool {
    benches[place].accepts(text, carrot: carrot, for: party)
  }

  /// Adds the draw at hand to a tally of carrots for a party, ascending; of all texts, or of some
  /// with a place for each.
  package func addCarrots(_ sizes: [Double], for party: Int, _ pool: [Int]?, to tally: CarrotTally) {
    benches[place].addCarrots(sizes, for: party, pool, to: tally)
  }

  /// Which account of the talks a run is played in.
  package func model(of run: UInt32, seed: UInt64) -> Int { models.model(of: run, seed: seed) ?? 0 }

  /// Sheets for so many draws of each account of the talks.
  package func sheets(draws: [Int]) -> [DrawSheet] {
    zip(benches, draws).map { $0.sheet(draws: $1) }
  }

  /// Writes the draw at hand to a place of the sheet of its account.
  package func write(to sheet: DrawSheet, at place: Int) { benches[self.place].write(to: sheet, at: place) }

  /// What sheets for so many draws take, in numbers of eight bytes, whichever account they are of.
  package func sheetSize(draws: Int) -> Int {
    benches.map { bench in
      DrawSheet.numbers(
        judges: bench.judgeCount, slots: bench.view.layout.slotCount, issues: texts.issues.count, draws: draws
      )
    }.max() ?? 0
  }
}
