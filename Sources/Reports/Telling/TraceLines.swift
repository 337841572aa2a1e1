import Bargaining
import Tables

/// A run as JSON Lines: one object per act, in order, then one for the ending.
///
/// ```json
/// {"round": 0, "forum": "f", "actor": "a", "act": "text", "outcome": {"i": "o"}, "utilities": …}
/// {"ending": "full_agreement", "round": 7, "outcome": {"i": "o"}, "utilities": {"a": 1, "b": 0}}
/// ```
///
/// Every act has these six keys; what does not apply is `null` (the forum of an event, the outcome
/// of a suspension). A text that its mediator had ready is `"prepared": true`. A refusal says
/// `because` (the raw value of a `Refusal`), an event which numbers it changes:
/// `"changes": [{"on": "parties.a.cost_of_delay", "from": 0.01, "to": 0.02}]`, a vote at home has
/// its `vote` (a `HomeVote`), what fails there or would its `objection`
/// (`{"faction": "hawks", "issue": "exchange", "lack": 0.1}`), a phase of the agreement its `phase`
/// (a `PhaseReport`). Options, numeric ones too, are given by name, as in the tables; issues off
/// the agenda are left out, as are open ones where a stage of the agenda is settled. Where nothing
/// is agreed until everything is, an issue is `null` in the offers of the stages before its own.
///
/// `utilities` of an act are what its outcome is worth to every party at that moment, without
/// discount, carrots and sticks, an issue that is `null` counted at its status quo or, without one,
/// at its first option. Those of the last line are the `utility_PARTY` of `runs.csv`: the
/// utility of the agreement, or the no-agreement value in the last round, discounted; in a scenario
/// with models it has the `model` that was played. Numbers are the shortest decimals that read back
/// as the same double.
public struct TraceLines: Sendable {
  private let run: TracedRun
  private let scenario: Scenario
  private let model: String?

  /// The lines of a run of a scenario.
  public init(_ run: TracedRun, of scenario: Scenario) {
    self.run = run
    self.scenario = run.record.model.map { scenario.models[$0].scenario } ?? scenario
    model = run.record.model.map { scenario.models[$0].name }
  }

  /// All lines, each ended by a newline.
  public var text: String {
    var text = ""
    write { text += $0 }
    return text
  }

  /// Hands over the lines one after another, each ended by a newline.
  public func write<Fault>(to receive: (String) throws(Fault) -> Void) throws(Fault) {
    for act in run.actsOnTheTable(of: scenario) {
      try receive(JSONText.string(object(for: act), .compact) + "\n")
    }
    try receive(JSONText.string(ending, .compact) + "\n")
  }

  private func object(for act: TalkAct) -> JSONValue {
    var object = JSONObject([
      ("round", .integer(act.round)), ("forum", JSONValue(act.forum.map { scenario.forums[$0].name })),
      ("actor", .string(name(of: act.actor))), ("act", .string(act.kind.rawValue)),
    ])
    if act.isPrepared { object["prepared"] = true }
    if let because = act.because { object["because"] = .string(because.rawValue) }
    object["outcome"] = act.options.isEmpty ? .null : outcome(act.options, isSettlement: act.kind == .settle)
    object["utilities"] = act.utilities.isEmpty ? .null : utilities(act.utilities)
    if !act.changes.isEmpty { object["changes"] = .array(act.changes.map(change)) }
    if case .party(let party) = act.actor, let vote = act.vote { object["vote"] = self.vote(vote, of: party) }
    if case .party(let party) = act.actor, let objection = act.objection {
      object["objection"] = self.objection(objection, of: party)
    }
    if let report = act.phase { object["phase"] = phase(report) }
    return .object(object)
  }

  private func vote(_ vote: HomeVote, of party: Int) -> JSONValue {
    let factions = scenario.parties[party].ratification?.factions ?? []
    return [
      "passed": .bool(vote.hasPassed), "share": .real(vote.share), "quota": .real(vote.quota),
      "factions": .object(
        JSONObject(
          zip(factions, vote.factions).map { faction, vote in
            (
              faction.name,
              [
                "share": .real(vote.share), "utility": .real(vote.utility), "minimum": .real(vote.minimum),
                "accepts": .bool(vote.accepts),
              ]
            )
          })),
    ]
  }

  private func objection(_ objection: HomeObjection, of party: Int) -> JSONValue {
    [
      "faction": JSONValue(scenario.parties[party].ratification?.factions[objection.faction].name),
      "issue": JSONValue(objection.issue.map { scenario.issues[$0].name }), "lack": .real(objection.lack),
    ]
  }

  private func phase(_ report: PhaseReport) -> JSONValue {
    [
      "name": JSONValue(scenario.implementation?.phases[report.phase].name),
      "completed": .bool(report.isCompleted), "risk": .real(report.risk),
      "temptation": .real(report.temptation), "continuation": .real(report.continuation),
      "monitoring": .real(report.monitoring), "guarantee": .real(report.guarantee),
      "cause": JSONValue(report.cause?.name),
    ]
  }

  private var ending: JSONValue {
    let record = run.record
    var object: JSONObject = [
      "ending": .string(record.ending.name), "round": .integer(record.round),
      "outcome": record.ending.isAgreement ? outcome(record.options.map(Int.init)) : .null,
      "utilities": utilities(record.utilities),
    ]
    if !scenario.tolls.isEmpty {
      object["tolls"] = .object(JSONObject(zip(scenario.tolls, record.tolls).map { ($0.name, .real($1)) }))
    }
    if let model { object["model"] = .string(model) }
    return .object(object)
  }

  private func outcome(_ options: [Int], isSettlement: Bool = false) -> JSONValue {
    .object(
      JSONObject(
        scenario.agenda.filter { options[$0] >= 0 || !isSettlement }.map { k in
          let issue = scenario.issues[k]
          return (issue.name, options[k] < 0 ? .null : .string(issue.options[options[k]].name))
        }))
  }

  private func utilities(_ utilities: [Double]) -> JSONValue {
    .object(JSONObject(zip(scenario.parties, utilities).map { ($0.name, .real($1)) }))
  }

  private func change(_ change: TalkAct.Change) -> JSONValue {
    ["on": .string(scenario[change.number].path), "from": .real(change.from), "to": .real(change.to)]
  }

  private func name(of actor: TalkAct.Actor) -> String {
    switch actor {
    case .party(let index): scenario.parties[index].name
    case .mediator(let index): scenario.mediators[index].name
    case .event(let index): scenario.events[index].name
    case .talks: "talks"
    }
  }
}
