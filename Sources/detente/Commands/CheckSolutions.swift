import Bargaining
import Reports
import Tables

/// What `detente check` says of a scenario's solutions without simulation.
struct CheckSolutions {
  private let scenario: Scenario
  private let labels: ScenarioLabels
  private let solutions: Solutions

  /// `nil` when the outcome space is too large to negotiate in.
  init?(of scenario: Scenario, at start: ZoneAtStart, onStage: (String) -> Void) {
    guard let solutions = try? Solutions(start, onStage: onStage) else { return nil }
    self.scenario = scenario
    self.solutions = solutions
    labels = ScenarioLabels(scenario, language: "en")
  }

  // MARK: For people

  /// The essentials, one sentence a line.
  var lines: [String] {
    switch solutions.zone {
    case .exists: zoneLines
    case .none: gapLines + blockingLines + relaxationLines
    case .unknown: []
    }
  }

  private var zoneLines: [String] {
    var lines: [String] = []
    if let feasible = solutions.feasible.value {
      lines.append("\(share(feasible)) acceptable to all who must agree")
    }
    if let nash = solutions.nash.value ?? nil {
      let utilities = solutions.parties.map { "\(labels.party($0)) \(Numerals.fixed(nash.utilities[$0], 2))" }
      lines.append("the Nash outcome gives \(Enumeration.all(utilities)): \(terms(nash.outcome))")
    } else if let reason = solutions.nash.reason {
      lines.append("the Nash outcome was not computed: \(reason)")
    }
    return lines
  }

  private func share(_ feasible: UInt64) -> String {
    let all = Grouped.digits(Int(clamping: solutions.outcomes))
    return "\(Grouped.digits(Int(clamping: feasible))) of \(all) outcomes \(feasible == 1 ? "is" : "are")"
  }

  private var gapLines: [String] {
    switch solutions.leverageGap {
    case .notComputed(let reason): return ["the leverage gap was not computed: \(reason)"]
    case .exact(nil): return ["every outcome crosses a red line, so that no leverage opens a zone"]
    case .exact(let gap?):
      let lacking = solutions.parties.filter { gap.transfers[$0] > 0 }.map {
        "\(Numerals.fixed(gap.transfers[$0], 4)) to \(labels.party($0))"
      }
      return [
        "the leverage gap is \(Numerals.fixed(gap.value, 4)): giving \(Enumeration.all(lacking)) would buy \(terms(gap.outcome))"
      ]
    }
  }

  private var blockingLines: [String] {
    (solutions.blocking.value ?? []).map { block in
      let left =
        block.gapLeft == 0
        ? "there would be a zone" : "\(Numerals.fixed(block.gapLeft, 4)) would be lacking"
      return
        "\(labels.party(block.party)) blocks most on \"\(labels.issue(block.issue))\": were it content there, \(left)"
    }
  }

  private var relaxationLines: [String] {
    (solutions.relaxations.value ?? []).map { relaxation in
      let options = relaxation.freed.map { "\"\(labels.option($0, of: relaxation.issue))\"" }
      return "red line \(relaxation.redLine + 1) of \(labels.party(relaxation.party)): allowing "
        + "\(Enumeration.all(options)) of \"\(labels.issue(relaxation.issue))\" there opens a zone"
    }
  }

  private func terms(_ outcome: [Int]) -> String {
    scenario.agenda.map { "\(labels.issue($0)): \(labels.option(outcome[$0], of: $0))" }.joined(
      separator: "; ")
  }

  // MARK: For programs

  /// The members that speak of solutions; what was not computed is null and named, with the reason, under `not_computed`.
  var members: [(String, JSONValue)] {
    [
      ("zone", .string(zone)), ("feasible", value(solutions.feasible) { JSONValue($0) }),
      ("thresholds", perParty(solutions.thresholds)),
      ("pareto", value(solutions.pareto) { .array($0.map { outcome(solutions.options(of: $0)) }) }),
      ("nash", point(solutions.nash)), ("kalai_smorodinsky", point(solutions.kalaiSmorodinsky)),
      ("kalai_smorodinsky_feasible_ideal", point(solutions.kalaiSmorodinskyFeasibleIdeal)),
      ("egalitarian", point(solutions.egalitarian)), ("utilitarian", point(solutions.utilitarian)),
      ("leverage_gap", value(solutions.leverageGap) { JSONValue($0?.value) }),
      ("leverage", value(solutions.leverageGap) { $0.map(leverage) ?? .null }),
      ("blocking", value(solutions.blocking) { .array($0.map(blocking)) }),
      ("relaxations", value(solutions.relaxations) { .array($0.map(relaxation)) }),
      ("not_computed", .object(JSONObject(reasons))),
    ]
  }

  private var reasons: [(String, JSONValue)] {
    let all: [(String, String?)] = [
      ("feasible", solutions.feasible.reason), ("pareto", solutions.pareto.reason),
      ("nash", solutions.nash.reason), ("kalai_smorodinsky", solutions.kalaiSmorodinsky.reason),
      ("kalai_smorodinsky_feasible_ideal", solutions.kalaiSmorodinskyFeasibleIdeal.reason),
      ("egalitarian", solutions.egalitarian.reason), ("utilitarian", solutions.utilitarian.reason),
      ("leverage_gap", solutions.leverageGap.reason), ("blocking", solutions.blocking.reason),
      ("relaxations", solutions.relaxations.reason),
    ]
    return all.compactMap { name, reason in reason.map { (name, .string($0)) } }
  }

  private var zone: String {
    switch solutions.zone {
    case .exists: "exists"
    case .none: "none"
    case .unknown: "unknown"
    }
  }

  private func value<Value>(_ computed: Computed<Value>, _ write: (Value) -> JSONValue) -> JSONValue {
    computed.value.map(write) ?? .null
  }

  private func point(_ computed: Computed<SolutionPoint?>) -> JSONValue {
    value(computed) { point in
      guard let point else { return .null }
      return [
        "outcome": outcome(point.outcome), "utilities": perParty(point.utilities),
        "value": .real(point.value),
      ]
    }
  }

  private func outcome(_ options: [Int]) -> JSONValue {
    .object(
      JSONObject(
        scenario.agenda.map {
          (scenario.issues[$0].name, .string(scenario.issues[$0].options[options[$0]].name))
        }))
  }

  private func perParty(_ numbers: [Double]) -> JSONValue {
    .object(JSONObject(scenario.parties.indices.map { (scenario.parties[$0].name, .real(numbers[$0])) }))
  }

  private func leverage(_ gap: LeverageGap) -> JSONValue {
    ["outcome": outcome(gap.outcome), "transfers": perParty(gap.transfers)]
  }

  private func blocking(_ block: BlockingIssue) -> JSONValue {
    [
      "party": .string(scenario.parties[block.party].name),
      "issue": .string(scenario.issues[block.issue].name),
      "gap_left": .real(block.gapLeft),
    ]
  }

  private func relaxation(_ relaxation: RedLineRelaxation) -> JSONValue {
    let issue = scenario.issues[relaxation.issue]
    return [
      "party": .string(scenario.parties[relaxation.party].name), "red_line": .integer(relaxation.redLine),
      "issue": .string(issue.name), "allow": .array(relaxation.freed.map { .string(issue.options[$0].name) }),
      "given_up": .bool(relaxation.isGivenUp), "outcome": outcome(relaxation.outcome),
    ]
  }
}
