import Bargaining
import Experiments
import Reports
import Scenarios
import Tables

/// What `detente check` says of one file.
struct CheckReport {
  let path: String
  let status: ExitStatus
  private let diagnostics: Diagnostics
  private let content: Content?

  /// What there is to say of a scenario without faults.
  private struct Content {
    let reading: ScenarioReading
    let outcomes: UInt64?
    let provenance: ReportContent.Provenance
    /// The whole group of parties with a veto first, when it has more than two, then each pair.
    let zones: [(parties: [Int], zone: Zone, isBare: Bool)]
    let solutions: CheckSolutions?
    let cost: Cost?
    let isDrawn: Bool
  }

  /// What it takes to simulate.
  private struct Cost {
    let size: NegotiationSize
    let words: CostWords
  }

  /// - Parameters:
  ///   - path: the file.
  ///   - settings: values that replace those of the file.
  ///   - policy: which files it may extend.
  ///   - memory: what its simulation may take.
  ///   - draw: the seed of the draw that is looked at; `nil` for the middles.
  ///   - onStage: told what is looked for next.
  init(
    path: String, settings: [ScenarioSetting], extending policy: ExtensionPolicy, memory: MemoryOption,
    draw: UInt64?, onStage: (String) -> Void
  ) {
    self.path = path
    do throws(ScenarioFault) {
      let reading = try ScenarioReader.read(path: path, settings: settings, extending: policy)
      if let refusal = memory.refusal(of: [reading.scenario]) {
        var faults = reading.diagnostics
        faults.error(file: 0, refusal.message, hint: refusal.advice)
        throw .faulty(faults)
      }
      onStage("zones of agreement")
      let start =
        draw.map { ZoneAtStart(drawing: reading.scenario, seed: $0) }
        ?? ZoneAtStart(middleOf: reading.scenario)
      diagnostics = reading.diagnostics
      content = Content(
        reading: reading,
        outcomes: OutcomeSpace(
          optionCounts: reading.scenario.agenda.map { reading.scenario.issues[$0].options.count })?.count,
        provenance: ReportContent.Provenance(of: reading.scenario),
        zones: CheckReport.zones(of: reading.scenario, at: start),
        solutions: CheckSolutions(of: reading.scenario, at: start, onStage: onStage),
        cost: (try? NegotiationSize(of: reading.scenario)).map {
          Cost(size: $0, words: CostWords($0, of: reading.scenario))
        }, isDrawn: draw != nil)
      status = .done
    } catch {
      diagnostics = error.diagnostics
      content = nil
      if case .noInput = error { status = .noInput } else { status = .badScenario }
    }
  }

  private static func zones(
    of scenario: Scenario, at start: ZoneAtStart
  ) -> [(parties: [Int], zone: Zone, isBare: Bool)] {
    let vetoes = scenario.parties.indices.filter { scenario.parties[$0].hasVeto }
    let pairs = vetoes.flatMap { a in vetoes.filter { $0 > a }.map { [a, $0] } }
    let groups = (vetoes.count > 2 ? [vetoes] : []) + pairs
    // A space that is too large to negotiate in is too large to search, too.
    let zones = (try? start.zones(between: groups)) ?? groups.map { _ in (.unknown, false) }
    return zip(groups, zones).map { ($0, $1.zone, $1.isBare) }
  }

  /// Faults and warnings as they are printed; `nil` when there are none.
  var faults: String? {
    diagnostics.isEmpty ? nil : String(diagnostics.rendered().dropLast())
  }

  /// For people; empty when the scenario has faults.
  var text: String {
    guard let content else { return "" }
    let scenario = content.reading.scenario
    let size = content.outcomes.map { Numerals.count(Int(clamping: $0)) } ?? "2^63 or more"
    let numbers = content.provenance
    var lines = [
      "\(path): no faults",
      "  \(Numerals.counted(scenario.agenda.count, "issue")) with \(size) outcomes, "
        + "\(Numerals.counted(scenario.parties.count, "party", "parties")), "
        + "\(Numerals.counted(scenario.mediators.count, "mediator")), \(Numerals.counted(scenario.forums.count, "forum")), "
        + "\(Numerals.counted(scenario.rounds, scenario.roundUnit ?? "round"))",
      "  \(Numerals.counted(numbers.total, "number")): \(numbers.sourced) sourced, "
        + Numerals.counted(numbers.assumed + numbers.unmarked, "assumption")
        + (numbers.unmarked > 0 ? " (\(numbers.unmarked) of them not marked)" : "")
        + "; besides \(Numerals.counted(numbers.byDefault, "documented default"))",
    ]
    if let agenda = words(forStagesOf: scenario) { lines.append("  \(agenda)") }
    lines += content.zones.map { zone in
      let names = Enumeration.all(zone.parties.map { scenario.parties[$0].name })
      return
        "  \(names): \(words(for: zone.zone, isBare: zone.isBare)) \(content.isDrawn ? "in this draw" : "at the middle of every distribution")"
    }
    lines += (content.solutions?.lines ?? []).map { "  \($0)" }
    if let cost = content.cost?.words, let sentence = cost.sentence {
      lines.append("  \(sentence) (estimated)")
      lines += cost.dear.map { "  dear: \($0)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// In which order the issues are settled; `nil` for a package.
  private func words(forStagesOf scenario: Scenario) -> String? {
    let stages = scenario.order.stages(over: scenario.agenda)
    guard !stages.isEmpty else { return nil }
    let names = stages.map { stage in Enumeration.all(stage.map { scenario.issues[$0].name }) }
    return "settled in stages: \(names.joined(separator: ", then ")); "
      + (scenario.order.holds
        ? "what is settled holds if the rest fails" : "nothing is agreed until everything is")
  }

  private func words(for zone: Zone, isBare: Bool) -> String {
    switch zone {
    case .exists where isBare: "a zone of agreement without a surplus for everyone"
    case .exists: "a zone of agreement"
    case .none: "no zone of agreement"
    case .unknown: "too many outcomes to tell whether there is a zone of agreement"
    }
  }

  /// For programs.
  var json: JSONValue {
    var object = JSONObject([("file", .string(path)), ("valid", .bool(content != nil))])
    object["diagnostics"] = .array(diagnostics.list().map(json))
    guard let content else { return .object(object) }
    let scenario = content.reading.scenario
    object["scenario"] = .string(scenario.identifier)
    object["issues"] = .integer(scenario.agenda.count)
    object["outcomes"] = content.outcomes.map { JSONValue($0) } ?? .null
    object["parties"] = .integer(scenario.parties.count)
    object["mediators"] = .integer(scenario.mediators.count)
    object["forums"] = .integer(scenario.forums.count)
    object["rounds"] = .integer(scenario.rounds)
    object["agenda"] = agenda(of: scenario)
    for (key, value) in content.solutions?.members ?? [] { object[key] = value }
    if let cost = content.cost {
      object["cost"] = [
        "memory_bytes_per_thread": .integer(cost.size.bytes),
        "seconds_before_first_round": .real(cost.words.secondsBefore),
        "seconds_per_round_at_most": .real(cost.words.secondsPerRound),
        "dear": .array(cost.words.dear.map { .string($0) }),
      ]
    }
    object["provenance"] = [
      "sourced": .integer(content.provenance.sourced),
      "assumed": .integer(content.provenance.assumed + content.provenance.unmarked),
      "unmarked": .integer(content.provenance.unmarked), "by_default": .integer(content.provenance.byDefault),
    ]
    object["zones"] = .array(
      content.zones.map { zone in
        [
          "parties": .array(zone.parties.map { .string(scenario.parties[$0].name) }),
          "zone": .string(name(of: zone.zone)),
          "surplus_for_everyone": zone.zone == .unknown ? .null : .bool(zone.zone == .exists && !zone.isBare),
        ]
      })
    object["defaults"] = .object(
      JSONObject(content.reading.defaults.map { ($0.path, .string($0.value)) }))
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
