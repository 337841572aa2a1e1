import Bargaining
import Experiments
import Foundation
import Scenarios
import Simulation

/// Reads mutants as the program does, simulates what is accepted, and looks for what cannot be.
enum Judge {
  /// Runs of each mutant, or of each point of a sweep.
  static let runs = 5
  static let seed: UInt64 = 1

  static func verdict(of mutant: Mutant) -> Verdict {
    do throws(Wrong) {
      switch mutant.kind {
      case .scenario: return try scenario(mutant)
      case .sweep: return try sweep(mutant)
      case .plan: return try plan(mutant)
      }
    } catch {
      return .faulty(rule: error.rule, detail: error.detail)
    }
  }

  private static func scenario(_ mutant: Mutant) throws(Wrong) -> Verdict {
    let source = SourceText(name: mutant.name, bytes: mutant.bytes)
    let reading: ScenarioReading
    do {
      reading = try ScenarioDocument.load(source).decode()
    } catch {
      return try refusal(error.diagnostics)
    }
    return try simulate(reading)
  }

  static func simulate(_ reading: ScenarioReading) throws(Wrong) -> Verdict {
    try require(
      !reading.diagnostics.hasErrors, "accepted with an error", reading.diagnostics.rendered(limit: 3))
    if isDear(reading.scenario) { return .dear }
    if let sabotage, reading.scenario.events.contains(where: \.once) { try commit(sabotage) }
    try ScenarioTrial(reading.scenario).hold()
    return .sound
  }

  /// A fault to be committed on purpose, so that a test can see it found: the environment variable
  /// MUTATION_SABOTAGE.
  private static let sabotage = ProcessInfo.processInfo.environment["MUTATION_SABOTAGE"]

  private static func commit(_ sabotage: String) throws(Wrong) {
    switch sabotage {
    case "crash": preconditionFailure("sabotage")
    case "hang": while true { _ = ProcessInfo.processInfo.systemUptime }
    default: throw Wrong("sabotage", "an event happens once")
    }
  }

  /// Whether five runs would take long for reasons that are the scenario's own: as many rounds as
  /// were asked for, as many outcomes as were listed. What takes long beside that is a fault.
  static func isDear(_ scenario: Scenario) -> Bool {
    let counts = scenario.agenda.map { scenario.issues[$0].options.count }
    let outcomes = OutcomeSpace(optionCounts: counts)?.count ?? .max
    let sorted = Double(outcomes).squareRoot() * Double(2 * scenario.parties.count)
    let proposals = scenario.forums.reduce(1) { total, forum in
      if case .singleText(let text) = forum.rules { total + text.proposals } else { total }
    }
    return sorted > 300_000 || scenario.rounds * proposals > 1_000_000
  }

  /// A refusal names at least one error, and of every fault the file, the line and the column.
  static func refusal(_ diagnostics: Diagnostics) throws(Wrong) -> Verdict {
    let list = diagnostics.list()
    guard let first = list.first(where: { $0.severity == .error }) else {
      throw Wrong("refused without an error")
    }
    for diagnostic in list {
      try require(!diagnostic.file.isEmpty, "a diagnostic without a file", diagnostic.message)
      try require(
        diagnostic.line >= 1 && diagnostic.column >= 1, "a diagnostic without line and column",
        "\(diagnostic)")
      try require(!diagnostic.message.isEmpty, "a diagnostic that says nothing", "\(diagnostic)")
    }
    try require(!diagnostics.rendered().isEmpty, "a refusal that prints nothing")
    return .refused(first.message)
  }
}
