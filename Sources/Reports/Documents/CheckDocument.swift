import Bargaining
import Experiments
import Scenarios
import Tables

/// What a scenario file is, and whether anything in it could be agreed, for programs.
package struct CheckDocument {
  private let path: String
  private let diagnostics: Diagnostics
  private let check: ScenarioCheck?
  private let inert: InertNumbers?

  /// - Parameters:
  ///   - path: the file.
  ///   - diagnostics: its faults and warnings.
  ///   - check: what there is to say of a scenario without faults.
  ///   - inert: the numbers that change no table; `nil` where none were tried.
  package init(
    _ path: String, _ diagnostics: Diagnostics, _ check: ScenarioCheck?, inert: InertNumbers? = nil
  ) {
    self.path = path
    self.diagnostics = diagnostics
    self.check = check
    self.inert = inert
  }

  /// What the document is.
  package static let schema = "detente.check/1"

  /// One document for one file, and one of documents for several.
  package static func json(of files: [JSONValue]) -> JSONValue {
    files.count == 1
      ? files[0] : .object(JSONObject([("schema", .string(schema)), ("files", .array(files))]))
  }

  package var json: JSONValue {
    var object = JSONObject([
      ("schema", .string(CheckDocument.schema)), ("file", .string(path)), ("valid", .bool(check != nil)),
    ])
    let told = diagnostics.list()
    object["diagnostics"] = .array(told.map(json))
    object["warnings"] = .array(told.filter { $0.severity == .warning }.map(json))
    guard let check else { return .object(object) }
    let scenario = check.reading.scenario
    let numbers = ReportContent.Provenance(of: scenario)
    object["scenario"] = .string(scenario.identifier)
    object["issues"] = .integer(scenario.agenda.count)
    object["outcomes"] = check.outcomes.map { JSONValue($0) } ?? .null
    object["parties"] = .integer(scenario.parties.count)
    object["mediators"] = .integer(scenario.mediators.count)
    object["forums"] = .integer(scenario.forums.count)
    object["rounds"] = .integer(scenario.rounds)
    if !scenario.models.isEmpty {
      object["models"] = .object(
        JSONObject(zip(scenario.models, scenario.modelShares).map { ($0.name, .real($1)) }))
    }
    object["agenda"] = agenda(of: scenario)
    for (key, value) in SolutionsDocument(check)?.members ?? [] { object[key] = value }
    if let size = check.size {
      let cost = CostWords(size, of: scenario)
      object["cost"] = [
        "memory_bytes_per_thread": .integer(size.bytes),
        "seconds_before_first_round": .real(cost.secondsBefore),
        "seconds_per_round_at_most": .real(cost.secondsPerRound),
        "dear": .array(cost.dear.map { .string($0.description) }),
      ]
    }
    object["provenance"] = [
      "sourced": .integer(numbers.sourced),
      "assumed": .integer(numbers.assumed + numbers.unmarked),
      "unmarked": .integer(numbers.unmarked), "by_default": .integer(numbers.byDefault),
    ]
    object["zones"] = .array(
      check.groups.map { zone in
        [
          "parties": .array(zone.parties.map { .string(scenario.parties[$0].name) }),
          "zone": .string(name(of: zone.zone)),
          "surplus_for_everyone": zone.zone == .unknown ? .null : .bool(zone.zone == .exists && !zone.isBare),
        ]
      })
    object["defaults"] = .object(
      JSONObject(check.reading.defaults.map { ($0.path, .string($0.value)) }))
    if let inert { object["inert"] = InertWords(inert, of: scenario).json }
    return .object(object)
  }

  /// The stages by the names of their issues, one for a package, and whether what is settled holds
  /// if the rest fails.
  private func agenda(of scenario: Scenario) -> JSONValue {
    let staged = scenario.order.stages(over: scenario.agenda)
    let stages = staged.isEmpty ? [scenario.agenda] : staged
    return [
      "stages": .array(
        stages.map { stage in .array(stage.map { .string(scenario.issues[$0].name) }) }),
      "holds": staged.isEmpty ? .null : .bool(scenario.order.holds),
    ]
  }

  private func name(of zone: Zone) -> String {
    switch zone {
    case .exists: "exists"
    case .none: "none"
    case .unknown: "unknown"
    }
  }

  private func json(_ diagnostic: Diagnostic) -> JSONValue {
    [
      "severity": .string(diagnostic.severity.rawValue), "file": .string(diagnostic.file),
      "line": .integer(diagnostic.line), "column": .integer(diagnostic.column),
      "message": .string(diagnostic.message), "hint": .string(diagnostic.hint),
    ]
  }
}
