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
      "outcomes": .integer(result.textCount), "search": search, "open": share(result.openDraws),
      "texts": .array(result.texts.map { .object(text($0)) }),
      "interim": result.interim.map { .object(interim($0)) } ?? .null,
      "steps": .array(result.steps.map { .object(interim($0)) }),
      "frontier": .array(result.frontier.map { .object(text($0)) }),
      "acceptable_outcomes": .integer(result.acceptableTexts),
      "frontier_outcomes": .integer(result.compared),
      "refusals": .array(result.refusals.map(refusal)),
      "amendments": .array(result.amendments.map(amendment)),
      "carrots": .array(result.carrots.map(carrot)), "folder": .array(folder),
      "questions": .array(result.questions.map(question)),
      "proof": FormulaProofDocument(result: result, outcome: outcome).json,
    ])
  }

  private func share(_ interval: WilsonInterval) -> JSONValue {
    .object([
      "share": JSONValue(interval.share), "low": .real(interval.low), "high": .real(interval.high),
    ])
  }

  /// What a search came to; null where every text was looked at.
  private var search: JSONValue {
    guard let search = result.search else { return .null }
    return .object([
      "found": .integer(search.found), "bound": .real(search.bound), "is_exact": .bool(search.isExact),
      "steps": .integer(search.steps),
    ])
  }

  /// A text, with the share of fresh draws where it was put to them.
  private func text(_ text: TextStanding) -> JSONObject {
    var object = figures(of: text)
    if text.fresh.total > 0 { object["fresh"] = share(text.fresh) }
    return object
  }

  private func figures(of text: TextStanding) -> JSONObject {
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
    object["recommended"] = .bool(interim.isRecommended)
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

  private func amendment(_ amendment: TextAmendment) -> JSONValue {
    let actors = scenario.parties.map(\.name) + scenario.mediators.map(\.name)
    let gain = amendment.both.interval()
    return .object([
      "rank": .integer(amendment.text.rank), "of": outcome(amendment.text.options),
      "refuser": .string(scenario.parties[amendment.party].name),
      "issues": .array(amendment.changed.map { .string(scenario.issues[$0].name) }),
      "outcome": outcome(amendment.options), "won": share(amendment.won),
      "acceptability": JSONValue(amendment.accepted.share), "low": .real(amendment.accepted.low),
      "high": .real(amendment.accepted.high), "gain": JSONValue(amendment.both.difference),
      "gain_low": .real(gain.lowerBound), "gain_high": .real(gain.upperBound),
      "costs": .object(JSONObject(zip(actors, amendment.costs).map { ($0, .real($1)) })),
      "taken": .object(JSONObject(zip(scenario.parties, amendment.taken).map { ($0.name, .real($1)) })),
    ])
  }

  private func carrot(_ carrot: CarrotText) -> JSONValue {
    .object([
      "actor": .string(scenario.parties[carrot.party].name), "size": .real(carrot.carrot),
      "outcome": outcome(carrot.options), "acceptability": JSONValue(carrot.accepted.share),
      "low": .real(carrot.accepted.low), "high": .real(carrot.accepted.high), "gain": .real(carrot.gain),
      "fresh": share(carrot.fresh),
    ])
  }

  private var folder: [JSONValue] {
    result.folder.enumerated().map { place, text in
      .object([
        "rank": .integer(place + 1), "outcome": outcome(text.options),
        "covered": JSONValue(text.covered.share), "low": .real(text.covered.low),
        "high": .real(text.covered.high), "fresh": share(text.fresh),
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
