import Bargaining
import Simulation
import Tables

/// The runs of a plan that one shard does, and how they are kept.
///
/// A shard has runs that follow one another. They are added up by the parts of the plan
/// (`RunPart`), so that a shard's journal does not grow with its runs; only runs of a part that is
/// not the shard's alone, which are at most the first 65,536 of the plan, are kept one by one, and
/// so are all runs where the result is to have every single one.
package struct RunShare: Sendable {
  package let scenario: Scenario
  package let plan: SimulationPlan
  /// The runs of the shard.
  package let runs: Range<Int>
  /// Those of them that are kept one by one: the first of them, or none, or all.
  package let rows: Range<Int>
  private let shard: StudyShard
  /// Time between two records of how far it has come.
  package var recordInterval = Duration.seconds(5)

  /// The stages of its journal.
  private static let rowStage = 1
  private static let foldStage = 2

  package init(
    _ scenario: Scenario, plan: SimulationPlan, keepsRows: Bool,
    shard: StudyShard = StudyShard(index: 1, count: 1)
  ) {
    self.scenario = scenario
    self.plan = plan
    self.shard = shard
    let unit = plan.runs > RunPart.firstSize ? RunPart.size : 1
    let units = (plan.runs + unit - 1) / unit
    func edge(_ shards: Int) -> Int {
      let (whole, rest) = units.quotientAndRemainder(dividingBy: shard.count)
      return min(plan.runs, unit * (whole * shards + rest * shards / shard.count))
    }
    runs = edge(shard.index - 1)..<edge(shard.index)
    let first = min(RunPart.firstSize, plan.runs)
    if keepsRows {
      rows = runs
    } else if runs.lowerBound >= first || runs.lowerBound == 0 && runs.upperBound >= first {
      rows = runs.lowerBound..<runs.lowerBound
    } else {
      rows = runs.lowerBound..<min(runs.upperBound, first)
    }
  }

  /// How a shard ended.
  package enum End: Sendable {
    case done(OutcomeDistribution)
    case stopped(OutcomeDistribution)
  }

  /// Simulates what is not done yet.
  ///
  /// - Parameters:
  ///   - journal: opens what is done of it, and is kept in it; asked when something is to be kept.
  ///   - known: whether there is a journal, to be opened at once.
  ///   - log, draws: where runs go that are added up, too; `nil` for nowhere.
  ///   - shouldStop: asked often, on any thread.
  ///   - onProgress: told how many runs of the shard are done, on any thread, one at a time.
  /// - Returns: what was added up, without runs that are kept one by one.
  /// - Throws: `SimulationError`, and what `journal` throws.
  package func simulate(
    known: Bool, log: RunLog? = nil, draws: DrawLog? = nil,
    shouldStop: @escaping @Sendable () -> Bool, onProgress: @escaping @Sendable (Int) -> Void,
    journal open: () throws -> StudyJournal?
  ) throws -> End {
    var journal = known ? try open() : nil
    func opened() throws -> StudyJournal? {
      if journal == nil { journal = try open() }
      return journal
    }
    var distribution = try Ensemble(scenario, plan: plan).beginning(shouldStop: shouldStop)
    let nothing = distribution
    if let bytes = journal?.take(stage: RunShare.foldStage, item: shard.index),
      let fold = OutcomeFold(bytes: bytes),
      let kept = OutcomeDistribution(fold, of: scenario, by: plan), kept.runs <= runs.count - rows.count
    {
      distribution = kept
    }
    var next = rows.lowerBound
    for first in journal?.items(of: RunShare.rowStage) ?? [] where first == next {
      next += journal?.take(stage: RunShare.rowStage, item: first).flatMap(RunShare.count) ?? 0
    }
    let wish = StopWish(shouldStop)
    let start = runs.lowerBound
    while next < rows.upperBound {
      var part = plan
      part.runs = rows.upperBound
      let kept = try opened()
      let isCut = try Ensemble(scenario, plan: part).record(
        from: next, as: nothing, shouldStop: wish.question(from: .now + recordInterval),
        shouldBreakOff: shouldStop, onProgress: { onProgress($0.runsDone - start) },
        take: { record, first, count in
          kept?.keep(record, stage: RunShare.rowStage, item: first, supersedes: false)
          next = first + count
        })
      if isCut && wish.isExpressed || kept?.hasFailed ?? false { return .stopped(distribution) }
    }
    var rest = plan
    rest.runs = runs.upperBound
    rest.precision = plan.precision
    let simulation = Ensemble(scenario, plan: rest)
    while true {
      let pause = ContinuousClock.now + recordInterval
      let isCut = try simulation.extend(
        &distribution, after: rows.upperBound, keepingRunsIn: log, drawsIn: draws,
        shouldStop: wish.question(from: log == nil && draws == nil ? pause : nil), shouldBreakOff: shouldStop,
        onProgress: { onProgress($0.runsDone - start) })
      let isDone = !isCut
      // A result in one piece needs no journal once it is there.
      if isDone, shard.count == 1, journal == nil { return .done(distribution) }
      if log == nil, draws == nil, distribution.runs > 0 {
        try opened()?.keep(
          distribution.fold.bytes, stage: RunShare.foldStage, item: shard.index, supersedes: true,
          isLast: isDone)
      }
      if isDone { return .done(distribution) }
      if wish.isExpressed || (journal?.hasFailed ?? false) { return .stopped(distribution) }
    }
  }

  private static func count(of record: [UInt8]) -> Int? {
    var words = WordReader(record)
    return words.count()
  }

  /// Adds the runs of this shard to those of all shards before it.
  ///
  /// - Parameters:
  ///   - distribution: of all runs before.
  ///   - items: what the shard has done.
  ///   - log, draws: where its single runs go; `nil` for nowhere.
  /// - Returns: whether all its runs were there.
  /// - Throws: `SimulationError`.
  package func add(
    _ items: StudyItems, to distribution: inout OutcomeDistribution, log: RunLog?, draws: DrawLog?
  ) throws(SimulationError) -> Bool {
    guard distribution.runs == runs.lowerBound else { return false }
    for (first, record) in items.records(of: RunShare.rowStage) {
      guard first == distribution.runs else { continue }
      guard try distribution.add(recorded: record, keepingRunsIn: log, drawsIn: draws) != nil else {
        return false
      }
    }
    guard distribution.runs == rows.upperBound else { return false }
    if rows.upperBound < runs.upperBound {
      guard
        let bytes = items.records(of: RunShare.foldStage).first(where: { $0.item == shard.index })?.record,
        let fold = OutcomeFold(bytes: bytes), OutcomeDistribution(fold, of: scenario, by: plan) != nil
      else { return false }
      distribution.merge(fold)
    }
    return distribution.runs == runs.upperBound
  }
}
