import Bargaining
import Randomness
import Simulation
import Tables

/// What would break the deadlock, as far as runs that are there already can tell: how often those
/// agree in which a lever was drawn in its better half.
///
/// A number that is drawn independently of all others is as good as moved: the share among the runs
/// in its better half is that of talks in which it is drawn there alone. What no run did, such as
/// another rhythm of a forum or a value beyond those drawn, such runs cannot tell
/// (``unanswered``).
package struct GivenDataLevers: Sendable {
  package struct Effect: Sendable {
    package let lever: Lever
    /// The least and the greatest value in the better half.
    package let values: ClosedRange<Double>
    /// The middle one of them.
    package let middle: Double
    package let agreed: WilsonInterval
    /// The share in the better half less that of all runs.
    package let gain: Double
    package let gainInterval: ClosedRange<Double>
    /// Of "neither half is better", for all levers that were looked at (``Holm``).
    package fileprivate(set) var adjustedP: Double
    /// Per toll: its mean in the better half less that in all runs.
    package let tolls: [Double]
    package fileprivate(set) var ranks: ClosedRange<Int>
  }

  package let scenario: Scenario
  package let baseline: WilsonInterval
  /// The one that gains most first.
  package let effects: [Effect]
  /// What was not drawn, and so is not in these runs.
  package let unanswered: [Lever]
  package let conditions: AgreementConditions

  /// The tables `levers`, `conditions` and `unanswered`.
  ///
  /// - `levers`: rank, lever, actor, kind, value_low, value_high (the better half), best (its
  ///   middle), base_share, share, low, high, gain, gain_low, gain_high, adjusted_p, one column per
  ///   toll, rests_on, rank_from, rank_to.
  /// - `conditions`: as that of a study that simulates (``LeverResult``).
  /// - `unanswered`: lever, actor, reason (`not_drawn`).
  package func tables() throws(TableError) -> [Table] {
    let levers = effects.map(\.lever)
    let tolls = scenario.tolls.indices.map { toll in
      Column.real("toll_\(scenario.tolls[toll].name)", effects.map { $0.tolls[toll] })
    }
    let first: [Column] = [
      .integer("rank", effects.indices.map { $0 + 1 }), .text("lever", levers.map(\.path)),
      .text("actor", levers.map(\.role.actor)), .text("kind", levers.map(\.role.name)),
      .real("value_low", effects.map(\.values.lowerBound)),
      .real("value_high", effects.map(\.values.upperBound)), .real("best", effects.map(\.middle)),
      .real("base_share", effects.map { _ in baseline.share }),
      .real("share", effects.map(\.agreed.share)), .real("low", effects.map(\.agreed.low)),
      .real("high", effects.map(\.agreed.high)), .real("gain", effects.map(\.gain)),
      .real("gain_low", effects.map(\.gainInterval.lowerBound)),
      .real("gain_high", effects.map(\.gainInterval.upperBound)),
      .real("adjusted_p", effects.map(\.adjustedP)),
    ]
    let last: [Column] = [
      .text(
        "rests_on",
        levers.map { lever in
          lever.parameter.map { scenario[$0].provenance.isSourced ? "source" : "assumption" }
        }),
      .integer("rank_from", effects.map(\.ranks.lowerBound)),
      .integer("rank_to", effects.map(\.ranks.upperBound)),
    ]
    return [
      try Table("levers", columns: first + tolls + last), try conditions.table(of: scenario),
      try Table(
        "unanswered",
        columns: [
          .text("lever", unanswered.map(\.path)), .text("actor", unanswered.map(\.role.actor)),
          .text("reason", unanswered.map { _ in "not_drawn" }),
        ]),
    ]
  }
}

extension GivenDataLevers.Effect {
  /// `nil` where there is no run in one of the halves.
  init?(_ lever: Lever, _ number: Int, in runs: KeptRuns, _ agreed: [Bool]) {
    let levels = runs.levels(of: number)
    let upper = levels.indices.filter { levels[$0] >= 0.5 }
    let lower = levels.indices.filter { levels[$0] < 0.5 }
    func share(_ half: [Int]) -> WilsonInterval {
      WilsonInterval(count: half.count { agreed[$0] }, total: half.count)
    }
    let (up, down) = (share(upper), share(lower))
    guard let high = up.share, let low = down.share else { return nil }
    let isUpper = high >= low
    let (half, better, worse) = isUpper ? (upper, up, down) : (lower, down, up)
    let values = half.map { runs.draws[number][$0] }.filter { !$0.isNaN }.sorted()
    guard let least = values.first, let most = values.last else { return nil }
    self.lever = lever
    self.values = least...most
    middle = values[values.count / 2]
    self.agreed = better
    // The share of all is the mean of both halves.
    let part = Double(worse.total) / Double(agreed.count)
    gain = part * abs(high - low)
    let difference = ShareDifference(better, worse)
    let ends = difference.interval
    gainInterval = part * ends.lowerBound...part * ends.upperBound
    // To either side, since the better half was chosen by the runs themselves.
    adjustedP = difference.pValue
    tolls = runs.tolls.map { values in
      half.reduce(0) { $0 + values[$1] } / Double(half.count) - values.reduce(0, +) / Double(values.count)
    }
    ranks = 1...1
  }

  /// The one that gains most first, of equals the earlier; p-values adjusted, ranks by intervals.
  fileprivate static func ranked(_ effects: [Self]) -> [Self] {
    let values = Holm.adjusted(effects.map(\.adjustedP))
    return effects.indices.sorted { (effects[$1].gain, $0) < (effects[$0].gain, $1) }.map { place in
      var effect = effects[place]
      effect.adjustedP = values[place]
      let own = effect.gainInterval
      let above = effects.count { $0.gainInterval.lowerBound > own.upperBound }
      let below = effects.count { $0.gainInterval.upperBound < own.lowerBound }
      effect.ranks = above + 1...effects.count - below
      return effect
    }
  }

  /// Whether it gains more than luck among so many does: at the level of 0.05.
  package var isResolved: Bool { adjustedP < 0.05 }
}

extension GivenDataLevers {
  /// - Parameters:
  ///   - runs: the runs, at least two.
  ///   - seed: of them.
  ///   - shouldStop: asked now and then; once it says yes, what comes out means nothing.
  package init(_ runs: KeptRuns, seed: UInt64, shouldStop: () -> Bool) throws(DiscoveryFault) {
    scenario = runs.scenario
    let agreed = runs.agreed
    baseline = WilsonInterval(count: agreed.count { $0 }, total: agreed.count)
    let levers = Lever.all(in: runs.scenario)
    unanswered = levers.filter { $0.parameter == nil }
    let found = levers.compactMap { lever -> Effect? in
      guard let parameter = lever.parameter, let number = runs.numbers.firstIndex(of: parameter) else {
        return nil
      }
      return Effect(lever, number, in: runs, agreed)
    }
    effects = Effect.ranked(found)
    let models = ModelRange(
      of: zip(runs.models, agreed).map { (runs.scenario.models.isEmpty ? nil : $0, $1) },
      models: runs.scenario.models.count)
    conditions = try AgreementConditions(
      runs.scenario, inputs: runs.numbers, agreed: agreed, models: models, seed: seed, shouldStop: shouldStop)
  }

  /// What the tables must be like, whatever they say.
  package static func shapes(of scenario: Scenario) throws -> [TableShape] {
    let nothing = GivenDataLevers(
      scenario: scenario, baseline: WilsonInterval(count: 0, total: 0), effects: [], unanswered: [],
      conditions: try AgreementConditions(
        scenario, inputs: [], agreed: [], seed: 0, shouldStop: { false }))
    return try nothing.tables().map { table in
      TableShape(
        headingOf: table, rows: table.name == "levers" ? .ranked(names: nil) : .distinct(cells: 1))
    }
  }
}
