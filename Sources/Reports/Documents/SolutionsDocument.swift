import Bargaining
import Experiments
import Tables

/// What a scenario's solutions without simulation come to, for programs.
struct SolutionsDocument {
  private let scenario: Scenario
  private let solutions: Solutions
  private let asked: [Double?]

  /// `nil` when the outcome space is too large to negotiate in.
  init?(_ check: ScenarioCheck) {
    guard let solutions = check.solutions else { return nil }
    scenario = check.reading.scenario
    self.solutions = solutions
    asked = check.asked
  }

  /// The members that speak of solutions; what was not computed is null and named, with the reason,
  /// under `not_computed`.
  var members: [(String, JSONValue)] {
    [
      ("zone", .string(zone)), ("feasible", value(solutions.feasible) { JSONValue($0) }),
      ("surplus", value(solutions.surplus) { .string($0.rawValue) }),
      ("asked_in_last_round", .object(JSONObject(askedMembers))),
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
      ("feasible", solutions.feasible.reason), ("surplus", solutions.surplus.reason),
      ("pareto", solutions.pareto.reason),
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

  private var askedMembers: [(String, JSONValue)] {
    zip(scenario.parties, asked).map { ($0.name, $1.map { .real($0) } ?? .null) }
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
