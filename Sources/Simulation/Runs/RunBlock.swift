import Bargaining

/// The records of one block of runs, column by column, row n being run `firstRun + n`.
///
/// Workers fill different rows at the same time; nobody reads before all are done. That is why the
/// columns are plain memory and the class vouches for its own safety: rows never overlap, and the
/// end of `Crew.work` is the barrier.
final class RunBlock: @unchecked Sendable {
  let capacity: Int
  let parties: Int
  let mediators: Int
  let forums: Int
  private let rows: UnsafeMutablePointer<Row>
  private let utilities: UnsafeMutablePointer<Double>
  private let surpluses: UnsafeMutablePointer<Double>
  private let texts: UnsafeMutablePointer<Int32>
  /// Per party: deals that its home turned down.
  private let failures: UnsafeMutablePointer<Int32>

  /// What every run leaves, whatever the scenario.
  struct Row {
    var run: UInt32 = 0
    var ending = Ending.outOfTime
    var zone = Zone.unknown
    var zoneIsBare = false
    /// Index, or -1.
    var forum: Int32 = -1
    var mediator: Int32 = -1
    var round: Int32 = 0
    var roundsSat: Int32 = 0
    var suspensions: Int32 = 0
    var resumptions: Int32 = 0
    var roundsSuspended: Int32 = 0
    /// Rank of the agreed outcome in the outcome space.
    var rank: UInt64 = 0
    var phases = PhaseRecord()
    /// Not a number where it was not measured or there is none.
    var nashRatio = Double.nan
    var paretoDistance = Double.nan
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
    texts = .allocate(capacity: capacity * (mediators + forums))
    texts.initialize(repeating: 0, count: capacity * (mediators + forums))
    failures = .allocate(capacity: capacity * parties)
    failures.initialize(repeating: 0, count: capacity * parties)
  }

  deinit {
    rows.deallocate()
    utilities.deallocate()
    surpluses.deallocate()
    texts.deallocate()
    failures.deallocate()
  }

  /// Writes one row; rows being written at the same time must differ.
  func store(_ record: RunRecord, rank: UInt64, efficiency: Efficiency?, at index: Int) {
    precondition(index >= 0 && index < capacity, "row outside the block")
    rows[index] = Row(
      run: UInt32(truncatingIfNeeded: record.run), ending: record.ending, zone: record.zone,
      zoneIsBare: record.zoneIsBare, forum: Int32(record.forum ?? -1), mediator: Int32(record.mediator ?? -1),
      round: Int32(truncatingIfNeeded: record.round),
      roundsSat: Int32(truncatingIfNeeded: record.roundsSat),
      suspensions: Int32(truncatingIfNeeded: record.suspensions),
      resumptions: Int32(truncatingIfNeeded: record.resumptions),
      roundsSuspended: Int32(truncatingIfNeeded: record.roundsSuspended), rank: rank,
      phases: PhaseRecord(record), nashRatio: efficiency?.nashRatio ?? .nan,
      paretoDistance: efficiency?.paretoDistance ?? .nan)
    for party in 0..<parties {
      utilities[index * parties + party] = record.utilities[party]
      surpluses[index * parties + party] = record.surpluses[party]
      failures[index * parties + party] = Int32(truncatingIfNeeded: record.failedRatifications[party])
    }
    let base = index * (mediators + forums)
    for mediator in 0..<mediators {
      texts[base + mediator] = Int32(truncatingIfNeeded: record.mediatorTexts[mediator])
    }
    for forum in 0..<forums {
      texts[base + mediators + forum] = Int32(truncatingIfNeeded: record.forumTexts[forum])
    }
  }

  func row(_ index: Int) -> Row {
    precondition(index >= 0 && index < capacity, "row outside the block")
    return rows[index]
  }
  func utility(_ party: Int, in index: Int) -> Double { utilities[index * parties + party] }
  func surplus(_ party: Int, in index: Int) -> Double { surpluses[index * parties + party] }
  func failedRatifications(_ party: Int, in index: Int) -> Int { Int(failures[index * parties + party]) }
  func mediatorTexts(_ mediator: Int, in index: Int) -> Int {
    Int(texts[index * (mediators + forums) + mediator])
  }
  func forumTexts(_ forum: Int, in index: Int) -> Int {
    Int(texts[index * (mediators + forums) + mediators + forum])
  }
}
