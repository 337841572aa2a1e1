import Bargaining
import Simulation

/// Two scenarios on the same runs: what the second changes.
///
/// Run n of both uses the same random numbers, so that differences are not differences of luck:
/// every share and mean is compared run by run, which needs far fewer runs than two independent
/// samples (common random numbers; Law 2015, *Simulation Modeling and Analysis*, section 11.2).
///
/// Runs are compared in stretches of up to 64 and added up in their order, so that every number is
/// the same bits on any number of threads and after any interruption.
package struct ScenarioComparison: Sendable, Equatable {
  package let first: Scenario
  package let second: Scenario
  /// The parties that both scenarios have, as indices into each.
  package let parties: [SIMD2<Int>]
  private var compared: ComparedRuns

  private init(_ first: Scenario, _ second: Scenario) {
    self.first = first
    self.second = second
    parties = first.parties.enumerated().compactMap { index, party in
      second.parties.firstIndex { $0.name == party.name }.map { SIMD2(index, $0) }
    }
    compared = ComparedRuns(parties: parties.count, models: ScenarioComparison.models(first, second))
  }

  /// How many models each has.
  private static func models(_ first: Scenario, _ second: Scenario) -> SIMD2<Int> {
    SIMD2(first.models.count, second.models.count)
  }

  /// Simulates both and compares them. Memory does not grow with the runs, but for what `memory`
  /// holds. One stage of a study.
  ///
  /// - Parameters:
  ///   - first: the scenario that is compared with.
  ///   - second: the scenario that is compared.
  ///   - plan: runs, seed and threads of both; precision, zone and efficiency are not looked at.
  ///   - memory: what is known already; `nil` for nothing.
  ///   - shouldStop: asked before every run of both and inside long ones, on any thread.
  ///   - onProgress: told how many runs of both are done, on any thread, one at a time.
  /// - Returns: `nil` when it was stopped.
  /// - Throws: `SimulationError`.
  package static func compare(
    _ first: Scenario, _ second: Scenario, plan: SimulationPlan, memory: (any StudyMemory)? = nil,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (_ done: Int) -> Void = { _ in }
  ) throws(SimulationError) -> ScenarioComparison? {
    let comparison = ScenarioComparison(first, second)
    let (parties, models) = (comparison.parties, models(first, second))
    let stretches = RunStretches(
      try SimulationPlan.numbers(of: plan.runs, from: plan.firstRun), of: first, second)
    let stage = StudyStage<ComparedRuns>(
      items: stretches.count, memory: memory, shouldStop: shouldStop,
      fits: { $0.fits(stretches[$1], parties: parties.count, models: models) })
    var workers: [PairWorker] = []
    for _ in 0..<max(1, min(plan.threads, stretches.count)) {
      if !workers.isEmpty, shouldStop() { return nil }
      do {
        workers.append(try PairWorker(first, second, shouldStop: shouldStop))
      } catch {
        throw .cannotNegotiate(error)
      }
    }
    return stage.sum(
      of: workers, from: comparison,
      make: { $0.compare(stretches[$1], seed: plan.seed, parties: parties, shouldStop) },
      add: { comparison, _, part in
        comparison.compared.merge(part)
        onProgress(2 * comparison.runs)
      })
  }

  /// Runs that were compared.
  package var runs: Int { compared.runs }

  /// Per ending, by `Ending.rawValue`, then agreement of either kind.
  package var shares: [PairedShares] {
    Ending.allCases.map { ending in compared.shares { $0 == ending } } + [agreement]
  }

  /// Agreements of either kind.
  package var agreement: PairedShares { compared.shares(\.isAgreement) }

  /// The utilities of the ``parties``.
  package var utilities: [PairedMean] { compared.utilities }

  /// Rounds until the end of the talks.
  package var length: PairedMean { compared.length }

  /// Runs by how they end in the first and in the second: `endings[a][b]`.
  package var endings: [[Int]] { compared.endings }

  /// The first run of each kind, or -1.
  package var examples: [[Int]] { compared.examples }

  /// The range of a share across the models of the first and of the second scenario, and of their
  /// difference where both have the same models; each `nil` without models.
  ///
  /// - Parameter happens: what counts, by the ending.
  package func ranges(
    _ happens: (Ending) -> Bool
  ) -> (first: ModelRange?, second: ModelRange?, difference: ModelRange?) {
    func shares(_ models: [[Int]]) -> [Double?] {
      models.map { counts in
        let runs = counts.reduce(0, +)
        let count = Ending.allCases.reduce(0) { happens($1) ? $0 + counts[$1.rawValue] : $0 }
        return runs > 0 ? Double(count) / Double(runs) : nil
      }
    }
    let (before, after) = (shares(compared.firstModels), shares(compared.secondModels))
    let changes = first.models.enumerated().map { index, model -> Double? in
      guard let other = second.models.firstIndex(where: { $0.name == model.name }),
        let from = before[index], let to = after[other]
      else { return nil }
      return to - from
    }
    let areSame = Set(first.models.map(\.name)) == Set(second.models.map(\.name))
    return (ModelRange(before), ModelRange(after), areSame ? ModelRange(changes) : nil)
  }

  /// Runs that end otherwise.
  package var changed: Int {
    endings.indices.reduce(0) { sum, a in
      sum + endings[a].indices.reduce(0) { $0 + (a == $1 ? 0 : endings[a][$1]) }
    }
  }
}

/// One worker's negotiations, in both scenarios; each is used by one thread alone.
private final class PairWorker: @unchecked Sendable {
  private let first: NegotiationSet
  private let second: NegotiationSet

  init(
    _ first: Scenario, _ second: Scenario, shouldStop: @escaping @Sendable () -> Bool
  ) throws(NegotiationFault) {
    self.first = try NegotiationSet(first)
    self.second = try NegotiationSet(second)
    self.first.heed(shouldStop)
    self.second.heed(shouldStop)
  }

  /// What the runs come to in both; `nil` when it was stopped between two of them or inside one.
  func compare(
    _ runs: Range<Int>, seed: UInt64, parties: [SIMD2<Int>], _ shouldStop: () -> Bool
  ) -> ComparedRuns? {
    var compared = ComparedRuns(
      parties: parties.count,
      models: SIMD2(first.scenario.models.count, second.scenario.models.count))
    for run in runs {
      let number = UInt32(truncatingIfNeeded: run)
      if run > runs.lowerBound, shouldStop() { return nil }
      guard let before = first.record(of: number, seed: seed), !shouldStop(),
        let after = second.record(of: number, seed: seed)
      else { return nil }
      compared.add(ComparedRuns.Run(first: before, second: after, parties: parties))
    }
    return compared
  }
}
