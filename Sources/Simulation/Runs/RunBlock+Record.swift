import Bargaining
import Tables

/// The runs of a block written down, and read again: what is kept of runs that others add up.
extension RunBlock {
  func record(of rows: Range<Int>) -> [UInt8] {
    var record = WordWriter()
    record.write(rows.count)
    for row in rows {
      write(run(row).row, to: &record)
      eachNumber(of: row) { record.write($0.pointee) }
      eachCount(of: row) { record.write(Int($0.pointee)) }
    }
    return record.bytes
  }

  /// - Returns: `nil` when the bytes are no record of runs of the scenario.
  static func read(_ bytes: [UInt8], of scenario: Scenario) -> (block: RunBlock, count: Int)? {
    var words = WordReader(bytes)
    guard let count = words.count(), 1...SimulationPlan.blockSize ~= count else { return nil }
    let block = RunBlock(scenario: scenario, capacity: count)
    let space = OutcomeSpace(optionCounts: scenario.issues.map(\.options.count))
    for index in 0..<count {
      guard let row = Row(reading: &words, of: scenario, space) else { return nil }
      block.setRow(row, at: index)
      var isWhole = true
      block.eachNumber(of: index) { place in
        if let number = words.number() { place.pointee = number } else { isWhole = false }
      }
      block.eachCount(of: index) { place in
        if let count = words.count(), let short = Int32(exactly: count) {
          place.pointee = short
        } else {
          isWhole = false
        }
      }
      guard isWhole else { return nil }
    }
    return words.isAtEnd ? (block, count) : nil
  }

  private func write(_ row: Row, to record: inout WordWriter) {
    record.write(Int(row.run))
    record.write(row.ending.rawValue)
    record.write(row.zone.rawValue)
    record.write(row.zoneIsBare ? 1 : 0)
    record.write(row.cause.map { $0.rawValue + 1 } ?? 0)
    for index in [
      row.model, row.forum, row.mediator, row.firstResumption, row.phases.cause, row.phases.party,
    ] {
      record.write(Int(index) + 1)
    }
    for count in [
      row.round, row.roundsSat, row.suspensions, row.resumptions, row.roundsSuspended, row.roundsToResumption,
    ] { record.write(Int(count)) }
    record.write(row.rank)
    record.write(UInt64(row.phases.started))
    record.write(UInt64(row.phases.completed))
  }
}

extension RunBlock.Row {
  /// `nil` when the words are not those of a run of the scenario.
  fileprivate init?(reading words: inout WordReader, of scenario: Scenario, _ space: OutcomeSpace?) {
    /// An index, -1 for none.
    func index(below limit: Int) -> Int32? {
      guard let index = words.count(), index <= limit else { return nil }
      return Int32(index - 1)
    }
    func count(upTo most: Int) -> Int32? {
      guard let count = words.count(), count <= most else { return nil }
      return Int32(exactly: count)
    }
    let phases = scenario.implementation?.phases.count ?? 0
    guard let run = words.count().flatMap({ UInt32(exactly: $0) }),
      let ending = words.count().flatMap({ Ending(rawValue: $0) }),
      let zone = words.count().flatMap({ Zone(rawValue: $0) }), let isBare = words.count(), isBare < 2,
      let cause = words.count(), cause <= FailureCause.allCases.count,
      let model = index(below: scenario.models.count)
    else { return nil }
    let rounds = model < 0 ? scenario.rounds : scenario.models[Int(model)].scenario.rounds
    guard let forum = index(below: scenario.forums.count),
      let mediator = index(below: scenario.mediators.count), let firstResumption = index(below: rounds),
      let phaseCause = index(below: PhaseFailure.Cause.allCases.count),
      let phaseParty = index(below: scenario.parties.count),
      let round = count(upTo: rounds - 1), let roundsSat = count(upTo: rounds),
      let suspensions = count(upTo: rounds), let resumptions = count(upTo: rounds),
      let roundsSuspended = count(upTo: rounds), let roundsToResumption = count(upTo: rounds),
      let rank = words.word(), rank < space?.count ?? 1,
      let started = words.word(), started >> UInt64(phases) == 0,
      let completed = words.word(), completed >> UInt64(phases) == 0,
      phaseCause < 0 || phaseParty >= 0
    else { return nil }
    self.init(
      run: run, ending: ending, zone: zone, zoneIsBare: isBare == 1,
      cause: cause == 0 ? nil : FailureCause(rawValue: cause - 1), model: model, forum: forum,
      mediator: mediator, round: round, roundsSat: roundsSat, suspensions: suspensions,
      resumptions: resumptions, roundsSuspended: roundsSuspended, firstResumption: firstResumption,
      roundsToResumption: roundsToResumption, rank: rank)
    self.phases.started = UInt32(started)
    self.phases.completed = UInt32(completed)
    self.phases.cause = phaseCause
    self.phases.party = phaseParty
  }
}
