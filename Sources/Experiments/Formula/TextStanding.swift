import Bargaining
import Simulation

/// How one text stands over all draws.
package struct TextStanding: Sendable, Equatable {
  /// Its number in the ``TextSpace``, and its options, one per issue.
  package let text: Int
  package let options: [Int]
  /// One more than the number of texts that were acceptable in more draws: texts that were in as
  /// many share a rank.
  package let rank: Int
  /// Draws in which it was acceptable, of all; and those in which it was at the table, whatever
  /// homes say.
  package let accepted: WilsonInterval
  package let atTable: WilsonInterval
  /// The least of ``surpluses`` among parties with a veto.
  package let worstSurplus: Double
  /// See ``TextTally/regret(of:)``.
  package let regret: Double
  /// The probability that it is carried out to its end, on the mean over the draws in which it was
  /// acceptable; 1 without phases, `nil` where it never was acceptable.
  package let durability: Double?
  /// Per party: the mean of what it brings more than no agreement does.
  package let surpluses: [Double]
  /// Per mediator: its mean utility.
  package let utilities: [Double]
}

/// All texts in the order of how often they were acceptable.
///
/// Of texts that were in as many draws, the one that was more often at the table comes first, then
/// the one that leaves the worst-off party more, then the one whose options come first by name,
/// issues in the order of their names; these decide the order of rows alone, and no rank.
struct TextOrder {
  private let scenario: Scenario
  private let survey: TextSurvey
  private let tally: TextTally
  private let means: MeanWorths
  private let voters: [Int]
  private let issues: [Int]
  /// Per issue and option: its place by name.
  private let places: [[Int]]

  init(_ survey: TextSurvey, _ tally: TextTally, _ means: MeanWorths) {
    scenario = survey.scenario
    self.survey = survey
    self.tally = tally
    self.means = means
    voters = scenario.parties.indices.filter { survey.scenario.parties[$0].hasVeto }
    issues = NameOrder.places(of: scenario.issues.map(\.name))
    places = scenario.issues.map { issue in
      var places = issue.options.map { _ in 0 }
      for (place, option) in NameOrder.places(of: issue.options.map(\.name)).enumerated() {
        places[option] = place
      }
      return places
    }
  }

  /// The first texts by so much of some counts, the greatest first.
  ///
  /// - Parameters:
  ///   - most: how many at most.
  ///   - count: what they are ordered by before all else.
  ///   - isEligible: which of them.
  func first(
    _ most: Int, by count: (Int) -> Int, where isEligible: (Int) -> Bool = { _ in true }
  ) -> [Int] {
    // The least count that gets in, so that few need be put into order.
    var histogram: [Int: Int] = [:]
    for text in 0..<survey.texts.count where isEligible(text) { histogram[count(text), default: 0] += 1 }
    var (least, taken) = (Int.max, 0)
    for value in histogram.keys.sorted(by: >) where taken < most {
      least = value
      taken += histogram[value] ?? 0
    }
    struct Key {
      let text: Int
      let counts: (Int, Int, Int)
      let worst: Double
      let names: [Int]
    }
    let keys = (0..<survey.texts.count).filter { isEligible($0) && count($0) >= least }.map { text in
      let options = survey.texts.options(of: text)
      return Key(
        text: text,
        counts: (count(text), tally.acceptances(of: text), tally.acceptancesAtTable(of: text)),
        worst: worstSurplus(options), names: issues.map { places[$0][options[$0]] })
    }
    return
      keys.sorted { a, b in
        if a.counts != b.counts { return a.counts > b.counts }
        if a.worst != b.worst { return a.worst > b.worst }
        return a.names.lexicographicallyPrecedes(b.names)
      }.prefix(most).map(\.text)
  }

  /// How some texts stand.
  func standings(of texts: [Int]) -> [TextStanding] {
    var above: [Int: Int] = [:]
    for text in 0..<survey.texts.count { above[tally.acceptances(of: text), default: 0] += 1 }
    var ranks: [Int: Int] = [:]
    var sum = 0
    for value in above.keys.sorted(by: >) {
      ranks[value] = sum + 1
      sum += above[value] ?? 0
    }
    return texts.map { text in
      let options = survey.texts.options(of: text)
      let count = tally.acceptances(of: text)
      return TextStanding(
        text: text, options: options, rank: ranks[count] ?? 0,
        accepted: WilsonInterval(count: count, total: tally.draws),
        atTable: WilsonInterval(count: tally.acceptancesAtTable(of: text), total: tally.draws),
        worstSurplus: worstSurplus(options), regret: tally.regret(of: text),
        durability: tally.durability(of: text),
        surpluses: scenario.parties.indices.map { means.surplus(of: options, to: $0) },
        utilities: scenario.mediators.indices.map {
          means.utility(of: options, to: scenario.parties.count + $0)
        })
    }
  }

  private func worstSurplus(_ options: [Int]) -> Double {
    voters.map { means.surplus(of: options, to: $0) }.min() ?? 0
  }
}
