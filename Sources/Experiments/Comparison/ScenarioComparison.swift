import Bargaining
import Simulation
import Tables

/// Two scenarios on the same runs: what the second changes.
///
/// Run n of both uses the same random numbers, so that differences are not differences of luck: every share and mean is compared run by run, which needs far
/// fewer runs than two independent samples (common random numbers; Law 2015, *Simulation Modeling and Analysis*, section 11.2).
public struct ScenarioComparison: Sendable {
  public let first: Scenario
  public let second: Scenario
  /// Runs that were compared.
  public private(set) var runs = 0
  /// Per ending, by `Ending.rawValue`, then agreement of either kind.
  public private(set) var shares: [PairedShares]
  /// The parties that both scenarios have, as indices into each.
  public let parties: [SIMD2<Int>]
  /// Their utilities.
  public private(set) var utilities: [PairedMean]
  /// Rounds until the end of the talks.
  public private(set) var length = PairedMean()
  /// Runs by how they end in the first and in the second: `endings[a][b]`.
  public private(set) var endings: [[Int]]
  /// The first run of each kind, or -1.
  public private(set) var examples: [[Int]]

  private init(_ first: Scenario, _ second: Scenario) {
    self.first = first
    self.second = second
    shares = (0...Ending.allCases.count).map { _ in PairedShares() }
    parties = first.parties.enumerated().compactMap { index, party in
      second.parties.firstIndex { $0.name == party.name }.map { SIMD2(index, $0) }
    }
    utilities = parties.map { _ in PairedMean() }
    endings = Ending.allCases.map { _ in Ending.allCases.map { _ in 0 } }
    examples = Ending.allCases.map { _ in Ending.allCases.map { _ in -1 } }
  }

  /// Simulates both and compares them. Memory: about 8 bytes per party and run.
  ///
  /// - Parameters:
  ///   - first: the scenario that is compared with.
  ///   - second: the scenario that is compared.
  ///   - plan: runs, seed and threads of both; a precision is not looked at.
  ///   - shouldStop: asked often, on any thread.
  ///   - onProgress: told how many runs of both are done, on any thread.
  /// - Returns: `nil` when it was stopped.
  /// - Throws: `SimulationError`.
  public static func compare(
    _ first: Scenario, _ second: Scenario, plan: SimulationPlan,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (_ done: Int) -> Void = { _ in }
  ) throws(SimulationError) -> ScenarioComparison? {
    var plan = plan
    plan.precision = nil
    plan.zone = .off
    plan.efficiency = .off
    var comparison = ScenarioComparison(first, second)
    let parties = comparison.parties
    var before = Outcomes(runs: plan.runs, parties: parties.count)
    let one = try Simulation(first, plan: plan).run(
      onRun: { before.add($0, parties: parties.map(\.x)) }, shouldStop: shouldStop,
      onProgress: { onProgress($0.runsDone) })
    let runs = plan.runs
    var row = 0
    let two = try Simulation(second, plan: plan).run(
      onRun: { view in
        comparison.add(before, row, view)
        row += 1
      }, shouldStop: shouldStop, onProgress: { onProgress(runs + $0.runsDone) })
    return one.wasStopped || two.wasStopped ? nil : comparison
  }

  private mutating func add(_ before: Outcomes, _ row: Int, _ after: RunView) {
    runs += 1
    let (old, new) = (before.ending(row), after.ending)
    for ending in Ending.allCases {
      shares[ending.rawValue].add(first: old == ending, second: new == ending)
    }
    shares[Ending.allCases.count].add(first: old.isAgreement, second: new.isAgreement)
    length.add(first: Double(before.rounds[row]) + 1, second: Double(after.round) + 1)
    for (place, pair) in parties.enumerated() {
      utilities[place].add(
        first: before.utilities[row * parties.count + place], second: after.utility(of: pair.y))
    }
    endings[old.rawValue][new.rawValue] += 1
    if examples[old.rawValue][new.rawValue] < 0 { examples[old.rawValue][new.rawValue] = after.run }
  }

  /// Agreements of either kind.
  public var agreement: PairedShares { shares[Ending.allCases.count] }

  /// Runs that end otherwise.
  public var changed: Int {
    endings.indices.reduce(0) { sum, a in
      sum + endings[a].indices.reduce(0) { $0 + (a == $1 ? 0 : endings[a][$1]) }
    }
  }
}

/// What is kept of the runs of the first scenario until those of the second are there.
private struct Outcomes {
  private var endings: [UInt8] = []
  var rounds: [Int32] = []
  /// Run after run, party after party.
  var utilities: [Double] = []

  init(runs: Int, parties: Int) {
    endings.reserveCapacity(runs)
    rounds.reserveCapacity(runs)
    utilities.reserveCapacity(runs * parties)
  }

  mutating func add(_ view: RunView, parties: [Int]) {
    endings.append(UInt8(view.ending.rawValue))
    rounds.append(Int32(truncatingIfNeeded: view.round))
    for party in parties { utilities.append(view.utility(of: party)) }
  }

  func ending(_ row: Int) -> Ending { Ending(rawValue: Int(endings[row])) ?? .outOfTime }
}
