import Bargaining
import Tables

/// Writes `runs.csv`: one row per run, in the order of the run numbers, as the simulation goes on.
///
/// Columns: run, ending, round, forum, mediator, suspensions, one column per issue of the agenda,
/// then `utility_PARTY` and `surplus_PARTY` for each party, then resumptions, rounds_suspended,
/// zone, one column per `AgreementMeasure`, in a scenario with phases phases_completed,
/// `surplus_at_start_PARTY` for each party, last_round (in which the run ended), cause, `toll_TOLL`
/// for each toll, and in a scenario with models model. Fields that do not apply or were not looked
/// at are empty: round is that of the agreement.
public final class RunLog {
  private let agenda: [Int]
  private let hasPhases: Bool
  private let tolls: Int
  private let space: OutcomeSpace?
  private let stream: any ByteSink
  private var buffer = ByteBuffer()
  /// Names as UTF-8, so that rows need not go through the scenario.
  private let forums: [[UInt8]]
  private let mediators: [[UInt8]]
  private let endings: [[UInt8]]
  private let models: [[UInt8]]
  private let causes: [[UInt8]]
  /// Per issue of the agenda, per option.
  private let options: [[[UInt8]]]

  /// Opens the file under a temporary name and writes the header.
  public convenience init(_ scenario: Scenario, path: String) throws(WriteError) {
    self.init(scenario, stream: try AtomicFileStream(path))
  }

  /// Hands the bytes to whoever takes them, from the header on.
  package init(_ scenario: Scenario, stream: any ByteSink) {
    agenda = scenario.agenda
    hasPhases = scenario.implementation != nil
    tolls = scenario.tolls.count
    space = OutcomeSpace(optionCounts: scenario.issues.map(\.options.count))
    forums = scenario.forums.map { Array($0.name.utf8) }
    mediators = scenario.mediators.map { Array($0.name.utf8) }
    endings = Ending.allCases.map { Array($0.name.utf8) }
    models = scenario.models.map { Array($0.name.utf8) }
    causes = FailureCause.allCases.map { Array($0.name.utf8) }
    options = scenario.agenda.map { k in scenario.issues[k].options.map { Array($0.name.utf8) } }
    self.stream = stream
    for (index, name) in Self.columns(of: scenario).enumerated() {
      if index > 0 { buffer.append(text: ",") }
      buffer.append(text: name)
    }
    buffer.append(text: "\n")
  }

  /// The names of the columns. An issue whose name is that of another column is called
  /// `issue_NAME`.
  public static func columns(of scenario: Scenario) -> [String] {
    let first = ["run", "ending", "round", "forum", "mediator", "suspensions"]
    let last =
      scenario.parties.flatMap { ["utility_\($0.name)", "surplus_\($0.name)"] }
      + ["resumptions", "rounds_suspended", "zone"] + AgreementMeasure.allCases.map(\.name)
      + (scenario.implementation == nil ? [] : ["phases_completed"])
      + scenario.parties.map { "surplus_at_start_\($0.name)" } + ["last_round", "cause"]
      + scenario.tolls.map { "toll_\($0.name)" } + (scenario.models.isEmpty ? [] : ["model"])
    let issues = scenario.agenda.map { k in
      let name = scenario.issues[k].name
      return first.contains(name) || last.contains(name) ? "issue_\(name)" : name
    }
    return first + issues + last
  }

  func append(_ block: RunBlock, rows: Range<Int>) throws(WriteError) {
    for index in rows {
      append(block.run(index), parties: block.parties)
      if buffer.count > 1 << 15 { try flush() }
    }
  }

  /// Gives the file its name.
  public func commit() throws(WriteError) {
    try flush()
    try stream.commit()
  }

  /// Drops the file.
  public func abandon() {
    stream.abandon()
  }

  private func flush() throws(WriteError) {
    try stream.append(buffer)
    buffer.removeAll()
  }

  private func append(_ run: RunBlock.Run, parties: Int) {
    let row = run.row
    buffer.append(integer: Int(row.run))
    field(endings[row.ending.rawValue])
    if row.ending.isAgreement { field(Int(row.round)) } else { field("") }
    field(row.forum >= 0 ? forums[Int(row.forum)] : [])
    field(row.mediator >= 0 ? mediators[Int(row.mediator)] : [])
    field(Int(row.suspensions))
    for place in agenda.indices {
      guard row.ending.isAgreement, let space else {
        field([])
        continue
      }
      field(options[place][space.option(of: agenda[place], in: row.rank)])
    }
    for party in 0..<parties {
      field(run.utility(party))
      field(run.surplus(party))
    }
    field(Int(row.resumptions))
    field(Int(row.roundsSuspended))
    field(Self.zoneName(row.zone))
    for measure in AgreementMeasure.allCases { field(measured: run.measure(measure.rawValue)) }
    if hasPhases {
      if row.ending.isAgreement { field(row.phases.completed.nonzeroBitCount) } else { field("") }
    }
    for party in 0..<parties { field(run.surplusAtStart(party)) }
    field(Int(row.round))
    field(row.cause.map { causes[$0.rawValue] } ?? [])
    for toll in 0..<tolls { field(run.toll(toll)) }
    if !models.isEmpty { field(row.model >= 0 ? models[Int(row.model)] : []) }
    buffer.append(text: "\n")
  }

  private static func zoneName(_ zone: Zone) -> String {
    switch zone {
    case .exists: "exists"
    case .none: "none"
    case .unknown: ""
    }
  }

  private func field(_ text: String) {
    buffer.append(byte: UInt8(ascii: ","))
    buffer.append(text: text)
  }

  private func field(_ text: [UInt8]) {
    buffer.append(byte: UInt8(ascii: ","))
    text.withUnsafeBufferPointer { buffer.append(bytes: $0) }
  }

  private func field(_ value: Int) {
    buffer.append(byte: UInt8(ascii: ","))
    buffer.append(integer: value)
  }

  private func field(measured value: Double) {
    if value.isNaN { field("") } else { field(value) }
  }

  private func field(_ value: Double) {
    buffer.append(byte: UInt8(ascii: ","))
    buffer.append(real: value)
  }
}
