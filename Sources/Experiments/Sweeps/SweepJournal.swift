import Bargaining
import Foundation
import Results
import Simulation
import Tables

/// The journal of one shard of a sweep: points that are done, points that cannot be done, and how
/// far a point has come.
///
/// The first record names the plan and the shard; each other record is of one kind, told by its
/// first number:
///
/// - 1, done: point, nanoseconds, runs, rounds, number of endings and runs of each, median round +
///   1 or 0, number of parties, and of each its name and the bits of its mean utility;
/// - 2, failed: point, reason;
/// - 3, begun: point, nanoseconds, and an `OutcomeTally`, to go on with.
final class SweepJournal {
  /// What is known of the points of a shard.
  struct State: Sendable {
    var points: [Int: SweepResult.Point] = [:]
    var failures: [Int: String] = [:]
    var begun: [Int: Begun] = [:]
    /// Bytes at the end of the file that make no record.
    var tornBytes = 0
    /// Where the file has changed since it was written.
    var damages: [Journal.Damage] = []

    /// A point that was interrupted.
    struct Begun: Sendable {
      var elapsed: Duration
      var tally: OutcomeTally
    }
  }

  private(set) var state: State
  private let journal: Journal

  /// Opens the journal of a shard in a directory, or begins it.
  init(directory: String, plan: SweepPlan, shard: Int) throws(SweepFault) {
    let path = "\(directory)/\(SweepPlan.journalName(shard: shard, of: plan.shards))"
    let opened: (journal: Journal, content: Journal.Content)?
    do {
      opened = try Journal.open(path, heading: SweepJournal.heading(plan, shard))
    } catch {
      throw error.code == EWOULDBLOCK ? .inUse(path) : .journal(error)
    }
    guard let opened, let known = SweepJournal.state(of: opened.content, plan: plan) else {
      throw .foreignJournal(path)
    }
    journal = opened.journal
    state = known
  }

  /// What the journal of a shard holds, without writing to it; `nil` when there is none.
  static func read(directory: String, plan: SweepPlan, shard: Int) throws(SweepFault) -> State? {
    let path = "\(directory)/\(SweepPlan.journalName(shard: shard, of: plan.shards))"
    let content: Journal.Content?
    do {
      content = try Journal.read(path, heading: heading(plan, shard))
    } catch {
      switch error {
      case .foreign(let path): throw .foreignJournal(path)
      case .cannotRead(let path, let reason): throw .cannotRead(path, reason: reason)
      }
    }
    guard let content else { return nil }
    guard let state = state(of: content, plan: plan) else { throw .foreignJournal(path) }
    return state
  }

  /// Notes points that are settled, all at once.
  func note(_ ends: [SettledPoint]) throws(WriteError) {
    try journal.append(ends.map(SweepJournal.record))
    for end in ends {
      end.note(in: &state)
      state.begun[end.index] = nil
    }
  }

  private static func record(_ end: SettledPoint) -> [UInt8] {
    var record = WordWriter()
    switch end {
    case .done(let point):
      record.write(1)
      record.write(point.index)
      record.write(SweepJournal.nanoseconds(point.elapsed))
      point.outcome.write(to: &record)
    case .failed(let point, let reason):
      record.write(2)
      record.write(point)
      record.write(reason)
    }
    return record.bytes
  }

  func note(begun point: Int, _ tally: OutcomeTally, elapsed: Duration) throws(WriteError) {
    var record = WordWriter()
    record.write(3)
    record.write(point)
    record.write(SweepJournal.nanoseconds(elapsed))
    tally.write(to: &record)
    try journal.append(record.bytes)
    state.begun[point] = State.Begun(elapsed: elapsed, tally: tally)
  }

  static func heading(_ plan: SweepPlan, _ shard: Int) -> [UInt8] {
    Array("detente sweep journal 3, plan \(plan.digest), shard \(shard) of \(plan.shards)".utf8)
  }

  /// `nil` when the records are none of a sweep.
  private static func state(of content: Journal.Content, plan: SweepPlan) -> State? {
    var state = State()
    state.tornBytes = content.tornBytes
    state.damages = content.damages
    for record in content.records {
      var words = WordReader(record)
      guard let kind = words.count(), let point = words.count(), point < plan.design.count else { return nil }
      switch kind {
      case 1:
        guard let time = words.word(), let outcome = SweepOutcome(reading: &words, sequence: plan.sequence)
        else { return nil }
        state.points[point] = SweepResult.Point(
          index: point, outcome: outcome, elapsed: .nanoseconds(Int64(clamping: time)))
        state.begun[point] = nil
      case 2:
        guard let reason = words.text() else { return nil }
        state.failures[point] = reason
        state.begun[point] = nil
      case 3:
        guard let time = words.word(), let tally = OutcomeTally(reading: &words) else { return nil }
        state.begun[point] = State.Begun(elapsed: .nanoseconds(Int64(clamping: time)), tally: tally)
      default: return nil
      }
    }
    return state
  }

  private static func nanoseconds(_ duration: Duration) -> UInt64 {
    let (seconds, attoseconds) = duration.components
    return UInt64(max(0, seconds)) * 1_000_000_000 + UInt64(max(0, attoseconds)) / 1_000_000_000
  }
}

extension SweepOutcome {
  func write(to record: inout WordWriter) {
    record.write(runs)
    record.write(rounds)
    record.write(list: endings) { $0.write($1.count) }
    record.write(medianRound.map { $0 + 1 } ?? 0)
    record.write(list: utilities) { record, utility in
      record.write(utility.party)
      record.write(utility.mean == nil ? 0 : 1)
      record.write(utility.mean ?? 0)
    }
  }

  /// `nil` when the words are not those of an outcome.
  init?(reading words: inout WordReader, sequence: ConfidenceSequence?) {
    guard let runs = words.count(), runs <= SimulationPlan.mostRuns, let rounds = words.count(),
      let endings = words.list({ $0.count() }), endings.count == Ending.allCases.count,
      endings.allSatisfy({ $0 <= runs }), endings.reduce(0, +) == runs, let median = words.count(),
      let utilities = words.list({ words -> PartyMean? in
        guard let party = words.text(), let isKnown = words.count(), let mean = words.number(),
          mean.isFinite
        else { return nil }
        return PartyMean(party: party, mean: isKnown == 1 ? mean : nil)
      })
    else { return nil }
    self.init(
      runs: runs, rounds: rounds, endings: endings, medianRound: median == 0 ? nil : median - 1,
      utilities: utilities, sequence: sequence)
  }
}
