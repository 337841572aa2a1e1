import Bargaining
import Results
import Simulation
import Tables

/// What the runs of a result drew and came to, as its tables `draws` and `runs` have it.
package struct KeptRuns: Sendable {
  package let scenario: Scenario
  /// The uncertain numbers, in the order of the scenario.
  package let numbers: [ParameterID]
  /// Per number, per run: what was drawn; not a number in a model that does not have it.
  package let draws: [[Double]]
  /// Per run: the index of its model; 0 where there are none.
  package let models: [Int]
  /// Per run.
  package let endings: [Ending]
  /// Per run: that in which it ended.
  package let rounds: [Int]
  /// Per party, per run.
  package let utilities: [[Double]]
  /// Per toll, per run.
  package let tolls: [[Double]]

  package var count: Int { endings.count }
  package var agreed: [Bool] { endings.map(\.isAgreement) }

  /// What a study looks at, run by run; `nil` where it is no number of single runs.
  package func outcomes(_ output: StudyOutput) -> [Double]? {
    switch output {
    case .agreement: endings.map { $0.isAgreement ? 1 : 0 }
    case .ending(let ending): endings.map { $0 == ending ? 1 : 0 }
    case .utility(let party): utilities[party]
    case .round:
      zip(endings, rounds).map { Double($0.isAgreement ? $1 : scenario.rounds) }
    case .medianRound: nil
    }
  }
}

extension KeptRuns {
  /// Reads the tables of a result that was run with `--keep-runs --keep-draws`.
  package init(_ result: StoredResult) throws(KeptRunsFault) {
    let (draws, runs): (CSVRecords, CSVRecords)
    do {
      let files = (try result.file(of: "draws"), try result.file(of: "runs"))
      draws = try KeptRuns.records(files.0)
      runs = try KeptRuns.records(files.1)
    } catch {
      throw .result(error)
    }
    do {
      try self.init(
        result.scenario, count: result.manifest.runs, draws: { try draws.next() }, runs: { try runs.next() })
    } catch let fault as KeptRunsFault {
      throw fault
    } catch {
      throw .otherRows("\(error)")
    }
  }

  private static func records(_ path: String) throws(StoredResultFault) -> CSVRecords {
    do {
      return try CSVRecords(path)
    } catch {
      throw .directory(.cannotRead(path, reason: error.reason))
    }
  }

  /// The same runs simulated again.
  ///
  /// - Returns: `nil` when it was stopped.
  package static func simulated(
    _ scenario: Scenario, runs: Int, seed: UInt64, threads: Int,
    shouldStop: @escaping @Sendable () -> Bool, onRuns: @escaping @Sendable (Int) -> Void
  ) throws -> KeptRuns? {
    let (drawn, kept) = (KeepingSink(), KeepingSink())
    let draws = DrawLog(scenario, seed: seed, stream: drawn)
    let log = RunLog(scenario, stream: kept)
    let distribution = try Ensemble(
      scenario, plan: SimulationPlan(runs: runs, seed: seed, threads: threads)
    ).run(
      keepingRunsIn: log, drawsIn: draws, shouldStop: shouldStop, onProgress: { onRuns($0.runsDone) })
    guard distribution.runs == runs else { return nil }
    try draws.commit()
    try log.commit()
    var lines = [drawn, kept].map { $0.bytes.split(separator: UInt8(ascii: "\n")).makeIterator() }
    return try KeptRuns(
      scenario, count: runs, draws: { lines[0].next().map { Array($0) } },
      runs: { lines[1].next().map { Array($0) } })
  }

  /// - Parameters:
  ///   - scenario: whose runs they are.
  ///   - count: how many.
  ///   - nextDraws: the next record of `draws`, the heading first.
  ///   - nextRun: the next record of `runs`, the heading first.
  private init(
    _ scenario: Scenario, count: Int, draws nextDraws: () throws -> [UInt8]?,
    runs nextRun: () throws -> [UInt8]?
  ) throws {
    self.scenario = scenario
    numbers = DrawLog.numbers(of: scenario)
    guard let heads = try nextDraws(), CSVRecords.fields(of: heads) == DrawLog.columns(of: scenario),
      let heading = try nextRun().map({ CSVRecords.fields(of: $0) }),
      heading == RunLog.columns(of: scenario)
    else { throw KeptRunsFault.otherRows("their headings are not those of the scenario") }
    var draws = numbers.map { _ in [Double]() }
    for place in draws.indices { draws[place].reserveCapacity(count) }
    var (models, endings, rounds) = ([Int](), [Ending](), [Int]())
    let places = Dictionary(heading.enumerated().map { ($1, $0) }) { first, _ in first }
    let parties = scenario.parties.map { places["utility_\($0.name)"] ?? 0 }
    let tollPlaces = scenario.tolls.map { places["toll_\($0.name)"] ?? 0 }
    let lastRound = places["last_round"] ?? 0
    var utilities = parties.map { _ in [Double]() }
    var tolls = tollPlaces.map { _ in [Double]() }
    let names = Dictionary(scenario.models.enumerated().map { ($1.name, $0) }) { first, _ in first }
    while let record = try nextDraws() {
      let row = CSVRecords.fields(of: record)
      guard let run = try nextRun().map({ CSVRecords.fields(of: $0) }), row.count == numbers.count + 2,
        run.count == heading.count, row[0] == "\(models.count)", run[0] == row[0],
        let ending = Ending.allCases.first(where: { $0.name == run[1] }),
        let round = Int(run[lastRound])
      else { throw KeptRunsFault.otherRows("row \(models.count + 1) is not that of run \(models.count)") }
      models.append(names[row[1]] ?? 0)
      endings.append(ending)
      rounds.append(round)
      for place in draws.indices { draws[place].append(Double(row[place + 2]) ?? .nan) }
      for (place, column) in parties.enumerated() { utilities[place].append(Double(run[column]) ?? 0) }
      for (place, column) in tollPlaces.enumerated() { tolls[place].append(Double(run[column]) ?? 0) }
    }
    guard models.count == count, try nextRun() == nil else {
      throw KeptRunsFault.otherRows("they have \(models.count) runs, and the manifest has \(count)")
    }
    self.draws = draws
    self.models = models
    self.endings = endings
    self.rounds = rounds
    self.utilities = utilities
    self.tolls = tolls
  }
}

/// Why runs cannot be taken from a result.
package enum KeptRunsFault: Error, Sendable, CustomStringConvertible, Told {
  case result(StoredResultFault)
  case otherRows(String)

  /// What to tell the user, without a capital and without a full stop.
  package var description: String { told.description }

  /// The same in any language.
  package var told: Message {
    switch self {
    case .result(let fault): "\(fault)"
    case .otherRows(let reason): "the tables draws and runs cannot be used: \(reason)"
    }
  }
}
