import Bargaining
import Scenarios
import Synchronization

/// The runs of the scenario that the program ships, in all of its models, that patterns are looked
/// for in. Several checks look at the same runs; they are played once.
package final class FlagshipRuns: Sendable {
  /// The names of the models, in the order of the file; none if it cannot be read, which whoever
  /// plays it is told.
  static let models = (try? scenario())?.models.map(\.name) ?? []

  /// How a run ended.
  package struct End: Sendable {
    package var model: Int
    package var ending: Ending
    /// As of ``RunRecord/round``.
    package var round: Int
    /// As of ``RunRecord/firstStage``.
    package var firstStage: Int?

    package init(model: Int, ending: Ending, round: Int, firstStage: Int? = nil) {
      self.model = model
      self.ending = ending
      self.round = round
      self.firstStage = firstStage
    }

    /// The round in which something less than the whole was agreed first: a stage of the agenda, or
    /// a partial agreement; `nil` if nothing was.
    package var firstPart: Int? { firstStage ?? (ending == .partialAgreement ? round : nil) }
  }

  static let runs = 20_000
  private static let seed: UInt64 = 1
  private let known = Mutex<[String: [End]]>([:])
  private let knownTexts = Mutex<[TextAmendments]?>(nil)

  init() {}

  static func scenario(_ settings: [ScenarioSetting] = []) throws -> Scenario {
    try ScenarioReader.read(text: BuiltInScenario.text, name: BuiltInScenario.name, settings: settings)
      .scenario
  }

  /// The ends of 20,000 runs of the scenario, one setting made.
  func ends(_ path: String, _ value: String, threads: Int) throws -> [End] {
    let key = "\(path)=\(value)"
    if let ends = known.withLock({ $0[key] }) { return ends }
    let ends = try RunSurvey.records(
      of: Self.scenario([ScenarioSetting(path: path, value: value)]), runs: Self.runs, seed: Self.seed,
      threads: threads
    ) { End(model: $0.model ?? 0, ending: $0.ending, round: $0.round, firstStage: $0.firstStage) }
    known.withLock { $0[key] = ends }
    return ends
  }

  /// Per model: how many texts followed a refused one in their forum, and how many of those amended
  /// it, in 3,000 runs.
  func amendments(threads: Int) throws -> [TextAmendments] {
    if let texts = knownTexts.withLock({ $0 }) { return texts }
    let scenario = try Self.scenario()
    let counts = try RunSurvey.values(of: scenario, runs: 3_000, seed: Self.seed, threads: threads) {
      negotiation in
      { run in
        var texts = TextAmendments(forums: negotiation.scenario.forums.count)
        negotiation.run(run, seed: Self.seed, observer: &texts)
        return (model: negotiation.record.model ?? 0, texts)
      }
    }
    var byModel = scenario.alternatives.map { _ in TextAmendments(forums: 0) }
    for (model, texts) in counts { byModel[model].add(texts) }
    knownTexts.withLock { [byModel] in $0 = byModel }
    return byModel
  }
}

extension [FlagshipRuns.End] {
  /// Agreements of a stretch of rounds, and the rounds in it before which a run was still open:
  /// their ratio is the hazard of agreement.
  package func hazard(_ stretch: Range<Int>) -> (hits: Int, of: Int) {
    var hazard = (hits: 0, of: 0)
    for end in self where end.round >= stretch.lowerBound {
      hazard.of += Swift.min(end.round + 1, stretch.upperBound) - stretch.lowerBound
      if end.ending.isAgreement, end.round < stretch.upperBound { hazard.hits += 1 }
    }
    return hazard
  }
}
