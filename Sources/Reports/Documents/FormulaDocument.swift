import Bargaining
import Experiments
import Simulation
import Tables

/// What was found out about texts as one JSON document.
package struct FormulaDocument {
  private let result: FormulaResult
  private var scenario: Scenario { result.study.scenario }

  package init(_ result: FormulaResult) { self.result = result }

  package var json: JSONValue {
    let plan = result.study.plan
    return .object([
      "schema": "detente.formula/1", "scenario": .string(scenario.identifier), "seed": JSONValue(plan.seed),
      "draws": .integer(result.draws), "leverage": .bool(plan.hasLeverage),
      "outcomes": .integer(result.textCount), "open": share(result.openDraws),
      "texts": .array(result.texts.map { .object(text($0)) }),
      "interim": result.interim.map { .object(interim($0)) } ?? .null,
      "frontier": .array(result.frontier.map { .object(text($0)) }),
      "refusals": .array(result.refusals.map(refusal)), "folder": .array(folder),
      "questions": .array(result.questions.map(question)),
      "proof": FormulaProofDocument(result: result, outcome: outcome).json,
    ])
  }

  private func share(_ interval: WilsonInterval) -> JSONValue {
    .object([
      "share": JSONValue(interval.share), "low": .real(interval.low), "high": .real(interval.high),
    ])
  }

  private func text(_ text: TextStanding) -> JSONObject {
    [
      "rank": .integer(text.rank), "outcome": outcome(text.options),
      "acceptability": JSONValue(text.accepted.share), "low": .real(text.accepted.low),
      "high": .real(text.accepted.high), "table_share": JSONValue(text.atTable.share),
      "worst_surplus": .real(text.worstSurplus), "regret": .real(text.regret),
      "durability": JSONValue(text.durability),
      "surpluses": .object(
        JSONObject(zip(scenario.parties, text.surpluses).map { ($0.name, .real($1)) })),
      "mediators": .object(
        JSONObject(zip(scenario.mediators, text.utilities).map { ($0.name, .real($1)) })),
    ]
  }

  private func outcome(_ options: [Int]) -> JSONValue {
    .object(
      JSONObject(
        scenario.agenda.map { k in
          (scenario.issues[k].name, .string(scenario.issues[k].options[options[k]].name))
        }))
  }

  private func interim(_ interim: InterimText) -> JSONObject {
    var object = text(interim.standing)
    object["moved"] = .array(interim.moved.map { .string(scenario.issues[$0].name) })
    object["left"] = .array(interim.left.map { .string(scenario.issues[$0].name) })
    return object
  }

  private func refusal(_ refusal: TextRefusal) -> JSONValue {
    .object([
      "rank": .integer(refusal.text.rank), "outcome": outcome(refusal.text.options),
      "party": .string(scenario.parties[refusal.party].name), "share": JSONValue(refusal.refused.share),
      "low": .real(refusal.refused.low), "high": .real(refusal.refused.high),
      "issue": JSONValue(refusal.issue.map { scenario.issues[$0].name }), "won": JSONValue(refusal.won.share),
    ])
  }

  private var folder: [JSONValue] {
    result.folder.enumerated().map { place, text in
      .object([
        "rank": .integer(place + 1), "outcome": outcome(text.options),
        "covered": JSONValue(text.covered.share), "low": .real(text.covered.low),
        "high": .real(text.covered.high),
      ])
    }
  }

  private func question(_ question: InformationValue) -> JSONValue {
    .object([
      "parameter": .string(scenario[question.parameter].path), "value": .real(question.value),
      "low": .real(question.low), "high": .real(question.high),
    ])
  }
}
