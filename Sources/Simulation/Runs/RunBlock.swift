import Bargaining

/// The records of one block of runs, column by column, row n being run `firstRun + n`.
///
/// Workers fill different rows at the same time; nobody reads before all are done. That is why the
/// columns are plain memory and the class vouches for its own safety: rows never overlap, and the
/// end of `Crew.work` is the barrier.
package final class RunBlock: @unchecked Sendable {
  let capacity: Int
  let parties: Int
  let mediators: Int
  let forums: Int
  private let rows: UnsafeMutablePointer<Row>
  private let utilities: UnsafeMutablePointer<Double>
  private let surpluses: UnsafeMutablePointer<Double>
  private let surplusesAtStart: UnsafeMutablePointer<Double>
  private let texts: UnsafeMutablePointer<Int32>
  /// Per party: deals that its home turned down.
  private let failures: UnsafeMutablePointer<Int32>
  /// Per run, by `AgreementMeasure.rawValue`; not a number where it was not measured or there is
  /// none.
  private let measures: UnsafeMutablePointer<Double>
  let tolls: Int
  private let tolled: UnsafeMutablePointer<Double>
  private static let measureCount = AgreementMeasure.allCases.count

  /// What every run leaves, whatever the scenario.
  struct Row {
    var run: UInt32 = 0
    var ending = Ending.outOfTime
    var zone = Zone.unknown
    var zoneIsBare = false
    var cause: FailureCause?
    /// Index, or -1.
    var model: Int32 = -1
    /// Index, or -1.
    var forum: Int32 = -1
    var mediator: Int32 = -1
    var round: Int32 = 0
    var roundsSat: Int32 = 0
    var suspensions: Int32 = 0
    var resumptions: Int32 = 0
    var roundsSuspended: Int32 = 0
    /// A round, or -1.
    var firstResumption: Int32 = -1
    var roundsToResumption: Int32 = 0
    /// Rank of the agreed outcome in the outcome space.
    var rank: UInt64 = 0
    var phases = PhaseRecord()
  }

  init(scenario: Scenario, capacity: Int) {
    self.capacity = capacity
    parties = scenario.parties.count
    mediators = scenario.mediators.count
    forums = scenario.forums.count
    rows = .allocate(capacity: capacity)
    rows.initialize(repeating: Row(), count: capacity)
    utilities = .allocate(capacity: capacity * parties)
    utilities.initialize(repeating: 0, count: capacity * parties)
    surpluses = .allocate(capacity: capacity * parties)
    surpluses.initialize(repeating: 0, count: capacity * parties)
    surplusesAtStart = .allocate(capacity: capacity * parties)
    surplusesAtStart.initialize(repeating: 0, count: capacity * parties)
    texts = .allocate(capacity: capacity * (mediators + forums))
    texts.initialize(repeating: 0, count: capacity * (mediators + forums))
    failures = .allocate(capacity: capacity * parties)
    failures.initialize(repeating: 0, count: capacity * parties)
    measures = .allocate(capacity: capacity * Self.measureCount)
    measures.initialize(repeating: .nan, count: capacity * Self.measureCount)
    tolls = scenario.tolls.count
    tolled = .allocate(capacity: capacity * tolls)
    tolled.initialize(repeating: 0, count: capacity * tolls)
  }

  deinit {
    rows.deallocate()
    utilities.deallocate()
    surpluses.deallocate()
    surplusesAtStart.deallocate()
    texts.deallocate()
    failures.deallocate()
    measures.deallocate()
    tolled.deallocate()
  }

  /// Writes one row; rows being written at the same time must differ.
  ///
  /// - Parameter measure: what the run comes to by a measure; `nil` where there is no such number.
  func store(
    _ record: RunRecord, rank: UInt64, at index: Int, measure: (AgreementMeasure) -> Double?
  ) {
    precondition(index >= 0 && index < capacity, "row outside the block")
    rows[index] = Row(
      run: UInt32(truncatingIfNeeded: record.run), ending: record.ending, zone: record.zone,
      zoneIsBare: record.zoneIsBare, cause: record.cause, model: Int32(record.model ?? -1),
      forum: Int32(record.forum ?? -1),
      mediator: Int32(record.mediator ?? -1),
      round: Int32(truncatingIfNeeded: record.round),
      roundsSat: Int32(truncatingIfNeeded: record.roundsSat),
      suspensions: Int32(truncatingIfNeeded: record.suspensions),
      resumptions: Int32(truncatingIfNeeded: record.resumptions),
      roundsSuspended: Int32(truncatingIfNeeded: record.roundsSuspended),
      firstResumption: Int32(record.firstResumption ?? -1),
      roundsToResumption: Int32(truncatingIfNeeded: record.roundsToResumption), rank: rank,
      phases: PhaseRecord(record))
    for each in AgreementMeasure.allCases {
      measures[index * Self.measureCount + each.rawValue] = measure(each) ?? .nan
    }
    for party in 0..<parties {
      utilities[index * parties + party] = record.utilities[party]
      surpluses[index * parties + party] = record.surpluses[party]
      surplusesAtStart[index * parties + party] = record.surplusesAtStart[party]
      failures[index * parties + party] = Int32(truncatingIfNeeded: record.failedRatifications[party])
    }
    for toll in 0..<tolls { tolled[index * tolls + toll] = record.tolls[toll] }
    let base = index * (mediators + forums)
    for mediator in 0..<mediators {
      texts[base + mediator] = Int32(truncatingIfNeeded: record.mediatorTexts[mediator])
    }
    for forum in 0..<forums {
      texts[base + mediators + forum] = Int32(truncatingIfNeeded: record.forumTexts[forum])
    }
  }

  func setRow(_ row: Row, at index: Int) {
    precondition(index >= 0 && index < capacity, "row outside the block")
    rows[index] = row
  }

  /// Every number of a run besides its row, in a fixed order.
  func eachNumber(of index: Int, _ body: (UnsafeMutablePointer<Double>) -> Void) {
    precondition(index >= 0 && index < capacity, "row outside the block")
    for column in [utilities, surpluses, surplusesAtStart] {
      for party in 0..<parties { body(column + (index * parties + party)) }
    }
    for measure in 0..<Self.measureCount { body(measures + (index * Self.measureCount + measure)) }
    for toll in 0..<tolls { body(tolled + (index * tolls + toll)) }
  }

  /// Every count of a run besides its row, in a fixed order.
  func eachCount(of index: Int, _ body: (UnsafeMutablePointer<Int32>) -> Void) {
    precondition(index >= 0 && index < capacity, "row outside the block")
    let proposers = mediators + forums
    for proposer in 0..<proposers { body(texts + (index * proposers + proposer)) }
    for party in 0..<parties { body(failures + (index * parties + party)) }
  }

  /// One run of the block.
  package struct Run {
    let row: Row
    private let block: RunBlock
    private let index: Int

    fileprivate init(_ index: Int, of block: RunBlock) {
      precondition(index >= 0 && index < block.capacity, "row outside the block")
      row = block.rows[index]
      self.block = block
      self.index = index
    }

    func utility(_ party: Int) -> Double { block.utilities[index * block.parties + party] }
    func surplus(_ party: Int) -> Double { block.surpluses[index * block.parties + party] }
    func surplusAtStart(_ party: Int) -> Double { block.surplusesAtStart[index * block.parties + party] }
    func failedRatifications(_ party: Int) -> Int { Int(block.failures[index * block.parties + party]) }
    func toll(_ toll: Int) -> Double { block.tolled[index * block.tolls + toll] }
    /// By `AgreementMeasure.rawValue`.
    func measure(_ measure: Int) -> Double { block.measures[index * RunBlock.measureCount + measure] }

    /// Texts of each mediator.
    var mediatorTexts: UnsafeBufferPointer<Int32> { texts(0, block.mediators) }
    /// Offers and texts of each forum.
    var forumTexts: UnsafeBufferPointer<Int32> { texts(block.mediators, block.forums) }

    private func texts(_ first: Int, _ count: Int) -> UnsafeBufferPointer<Int32> {
      UnsafeBufferPointer(
        start: block.texts + index * (block.mediators + block.forums) + first, count: count)
    }
  }

  func run(_ index: Int) -> Run { Run(index, of: self) }
}
