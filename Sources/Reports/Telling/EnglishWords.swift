import Bargaining
import Tables

/// The sentences in English: what happened in the past tense, which is the same for one and for
/// several, whatever a label stands for.
struct EnglishWords: TellingWords {
  let unit: String
  let comma = ", "

  func sentence(for scene: Scene) -> String {
    let actor = scene.actor
    switch scene.act.kind {
    case .offer:
      return proposal(
        scene.move, opens: "\(actor) offered", moves: "\(actor) moved",
        repeats: "\(actor) offered the same again")
    case .text:
      return proposal(
        scene.move, opens: "\(actor) tabled a \(scene.act.isPrepared ? "prepared text" : "text"):",
        moves: "\(actor) amended the last text",
        repeats: "\(actor) tabled the last text as it stands",
        amends: "\(actor) proposed a change of the text",
        puts: "\(actor) put the text as it stands to the last vote")
    case .accept: return "\(judge(scene)) accepted\(judged(scene))."
    case .reject: return "\(judge(scene)) refused\(judged(scene)): \(reason(scene))."
    case .suspend: return "The talks were suspended."
    case .resume: return "The talks resumed."
    case .extend:
      let rounds = scene.act.changes.first.map { Int($0.to.rounded(.up)) } ?? 0
      return "The deadline was put off: the talks may now last \(Numerals.counted(rounds, unit))."
    case .event: return "\(actor)\(changes(scene))."
    case .settle: return "Settled: \(scene.settled.joined(separator: "; "))."
    case .ratify: return ratification(scene)
    case .phase: return phase(scene)
    }
  }

  private func proposal(
    _ move: Move, opens: String, moves: String, repeats: String, amends: String = "", puts: String = ""
  ) -> String {
    switch move {
    case .opening([], _): "\(opens) what holds now, on every issue."
    case .opening(let terms, let restStays):
      "\(opens) \(terms.joined(separator: "; "))\(restStays ? "; the rest stays as it is" : "")."
    case .change(let changes):
      "\(moves): \(Self.told(changes))."
    case .same: "\(repeats)."
    case .amendment(let changes): "\(amends): \(Self.told(changes))."
    case .refusals(let count, let by):
      "\(count) proposed changes of the text were refused (\(Self.told(by)))."
    case .lastVote: "\(puts)."
    }
  }

  private static func told(_ changes: [TermChange]) -> String {
    changes.map { "\($0.issue) from \($0.from) to \($0.to)" }.joined(separator: "; ")
  }

  private static func told(_ counts: [(actor: String, count: Int)]) -> String {
    counts.map { "\($0.actor) \($0.count)" }.joined(separator: ", ")
  }

  private func judge(_ scene: Scene) -> String {
    scene.isOutside ? "\(scene.actor), outside this forum," : scene.actor
  }

  private func judged(_ scene: Scene) -> String {
    scene.standing.map { " the standing offer by \($0)" } ?? ""
  }

  private func reason(_ scene: Scene) -> String {
    switch scene.act.because {
    case .redLine:
      "it crosses a red line" + (scene.crossed.isEmpty ? "" : " (\(scene.crossed.joined(separator: "; ")))")
    case .belowReservation: "no agreement is worth more"
    case .belowAspiration: "the aim at this stage is still higher"
    case .prefersOwnOffer: "the counter-offer in hand is worth more"
    case .belowConstant: "it is worth less than the least that is acceptable"
    case .tooEarly: "it is too early to accept anything"
    case .noTrust: "the terms would do, but there is too little trust in \(scene.mediator ?? "the mediator")"
    case .prefersText: "the text as it stands is worth more"
    case .wouldNotLast: "it is not likely enough to be carried out"
    case .wouldFailAtHome: "those at home would turn it down" + over(scene)
    case .rejectedAtHome: "those at home turned it down"
    case nil: "no reason is given"
    }
  }

  private func ratification(_ scene: Scene) -> String {
    let yes = scene.accepting.isEmpty ? [] : ["\(list(scene.accepting)) accepted"]
    let no = scene.refusing.isEmpty ? [] : ["\(list(scene.refusing)) refused"]
    let hasPassed = scene.act.vote?.hasPassed ?? true
    let votes = (hasPassed ? yes + no : no + yes).joined(separator: ", ")
    let objection =
      scene.objection.flatMap { faction, term in term.map { " What decides is \($0) (\(faction))." } } ?? ""
    return "At the home of \(scene.actor) the deal \(hasPassed ? "passed" : "failed"): \(votes).\(objection)"
  }

  private func over(_ scene: Scene) -> String {
    guard let (faction, term) = scene.objection else { return "" }
    return term.map { ", over \($0) (\(faction))" } ?? " (\(faction))"
  }

  private func phase(_ scene: Scene) -> String {
    switch scene.act.phase?.cause {
    case nil: "\(scene.phase): carried out."
    case .temptation: "\(scene.phase): failed; \(scene.actor) gained by leaving."
    case .fadedLeverage:
      "\(scene.phase): failed; \(scene.actor) gained by leaving, since the mediators' leverage had faded."
    case .mishap: "\(scene.phase): failed, although nobody gained by leaving."
    }
  }

  private func changes(_ scene: Scene) -> String {
    guard !scene.changes.isEmpty else { return "" }
    let changes = scene.changes.map { change in
      "\(change.number), "
        + (change.from == change.to ? "still \(change.to)" : "from \(change.from) to \(change.to)")
    }
    return ": " + changes.joined(separator: "; ")
  }

  func round(_ round: Int) -> String { "\(unit.capitalisedFirst) \(Numerals.count(round + 1))" }

  func rounds(_ rounds: ClosedRange<Int>) -> String {
    guard rounds.count > 1 else { return round(rounds.lowerBound) }
    let (first, last) = (Numerals.count(rounds.lowerBound + 1), Numerals.count(rounds.upperBound + 1))
    return "\(unit.capitalisedFirst)s \(first) \(rounds.count == 2 ? "and" : "to") \(last)"
  }

  func repetition(_ answers: Repetition) -> String {
    switch answers {
    case .refused: "the same offers, refused for the same reasons."
    case .answered: "the same offers, the same answers."
    case .offered: "the same offers."
    }
  }

  func silence(isSuspended: Bool) -> String {
    isSuspended ? "the talks were suspended." : "nobody offered anything."
  }

  func isOver(event: String) -> String { "\(event): the effects that lasted for a time are over." }

  let atTheTable = "At the table"
  let startsSuspended = "The talks are suspended at the start."
  let howItEnds = "How it ends"
  let restUnsettled = "What was settled holds; on the rest there was no agreement."

  func run(_ run: UInt32, seed: UInt64, rounds: Int) -> String {
    "Run \(run) of seed \(seed); at most \(Numerals.counted(rounds, unit))"
  }

  func toll(_ toll: String, amount: String) -> String {
    "By the end of the time looked at, \(toll): \(amount)."
  }

  func model(_ model: String) -> String { "Model: \(model)" }

  func party(_ party: String, _ standing: Standing) -> String {
    let cost = standing.costOfDelay.map { ", less \($0) for each \(unit) that passes" } ?? ""
    let veto = standing.hasVeto ? "" : "; a deal needs no consent from here"
    return "\(party): no agreement is worth \(standing.reservation)\(cost); "
      + "willingness to concede \(standing.willingness)\(veto)."
  }

  func priorities(_ priorities: [(issue: String, share: String)]) -> String {
    "Most weight: " + priorities.map { "\($0.issue) (\($0.share))" }.joined(separator: ", ") + "."
  }

  func draws(_ draws: [(name: String, value: String)]) -> String {
    "Drawn for this run: " + draws.map { "\($0.name) \($0.value)" }.joined(separator: "; ") + "."
  }

  func mediator(_ mediator: String, facilitate: String, formulate: String, manipulate: String) -> String {
    "\(mediator), mediator: facilitation \(facilitate), formulation \(formulate), use of leverage \(manipulate)."
  }

  func forum(_ forum: String, _ sittings: Sittings) -> String {
    let mediators = sittings.mediators.isEmpty ? "" : ", with \(list(sittings.mediators))"
    let rhythm = sittings.every == 1 ? "every \(unit)" : "every \(sittings.every) \(unit)s"
    let start = sittings.first > 0 ? " from \(unit) \(sittings.first + 1) on" : ""
    return "\(forum): \(list(sittings.members))\(mediators); "
      + "\(word(for: sittings.rules) ?? sittings.rules), \(rhythm)\(start)."
  }

  func settled(_ terms: [String]) -> String {
    "Settled before the talks, and holding: \(terms.joined(separator: "; "))."
  }

  func anchored(_ terms: [(term: String, firmness: String)]) -> String {
    let given = terms.map { "\($0.term) (firmness \($0.firmness))" }
    return
      "Taken as given, so that who settles for less counts it as a breach: \(given.joined(separator: "; "))."
  }

  func reopened(_ issues: [String]) -> String {
    "Settled before, and open again: \(issues.joined(separator: "; "))."
  }

  func stillTalking(round: Int, hasDeadline: Bool) -> String {
    "After \(Numerals.counted(round + 1, unit)) the talks were still going on, without agreement and \(hasDeadline ? "before their" : "without a") deadline."
  }

  func ending(_ ending: Ending, round: Int, at place: AgreedPlace?) -> String {
    let when = "\(unit == "day" ? "on" : "in") \(unit) \(Numerals.count(round + 1))"
    let forum = place?.forum.map { ", in the forum \($0)" } ?? ""
    let author =
      (place?.mediator).map { ", on a text by \($0)" } ?? (place?.party).map { ", on an offer by \($0)" }
      ?? ""
    return switch ending {
    case .fullAgreement: "Full agreement \(when)\(forum)\(author)."
    case .partialAgreement: "Partial agreement \(when)\(forum)\(author)."
    case .rejectedAtHome: "The deal was rejected at home \(when)."
    case .collapsed: "The talks collapsed \(when)."
    case .outOfTime: "Time ran out after \(Numerals.counted(round + 1, unit)), without agreement."
    }
  }

  func agreed(party: String, utility: String, surplus: String) -> String {
    "\(party): utility \(utility), surplus \(surplus)."
  }

  func noAgreement(party: String, worth: String) -> String {
    "\(party): no agreement is worth \(worth)."
  }

  func stays(_ term: String) -> String { "\(term) (as before)" }

  func interruptions(_ record: RunRecord, fromStart: Bool) -> String {
    let again =
      fromStart && record.suspensions > 0 ? ", were suspended again \(times(record.suspensions))," : ""
    let begun = fromStart ? "began suspended\(again)" : "were suspended \(times(record.suspensions))"
    let resumed = record.resumptions == 0 ? "never resumed" : "resumed \(times(record.resumptions))"
    return "The talks \(begun) and \(resumed); "
      + "they spent \(Numerals.counted(record.roundsSuspended, unit)) suspended."
  }

  private func times(_ count: Int) -> String {
    switch count {
    case 1: "once"
    case 2: "twice"
    default: "\(Numerals.count(count)) times"
    }
  }

  func zone(_ record: RunRecord) -> String? {
    switch record.zone {
    case .exists where record.zoneIsBare:
      "There was something that all whose consent is needed could have accepted, but nothing that left each of them better off."
    case .exists: "There was something that all whose consent is needed could have accepted; they missed it."
    case .none: "At no time was there anything that all whose consent is needed could have accepted."
    case .unknown: nil
    }
  }

  func cause(_ cause: FailureCause, isStillTalking: Bool) -> String? {
    switch cause {
    case .noZone: nil
    case .information: "Nothing of the kind was ever on the table."
    case .distrust: "A text of the kind failed for want of trust alone."
    case .home: "What the table agreed did not pass at home."
    case .time where isStillTalking: "It was on the table, and was not taken yet."
    case .time: "It was on the table, and time ran out before it was taken."
    case .event: "The talks broke down, and would not have without an event that raised the risk."
    case .breakdown: "The talks broke down, and would have without any event."
    }
  }

  func list(_ names: [String]) -> String {
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " and " + last
  }

  func word(for key: String) -> String? { Self.keys[key] }

  private static let keys = [
    "reservation": "no-agreement value", "willingness": "willingness to concede",
    "time_tactic": "time tactic", "tit_for_tat_tactic": "tit for tat", "mix_tactic": "mixture, part",
    "horizon": "belief how long it can hold out", "rate": "probability",
    "own_interest": "weight of its own interest",
    "active": "while talks are active", "suspended": "while talks are suspended",
    "collapse": "risk of collapse",
    "resume": "chance of resumption", "minimum": "least utility accepted",
    "noise": "error of first estimates",
    "interactions": "interaction", "provisions": "provision", "effects": "effect", "factions": "faction",
    "carrot_share": "share of carrots", "bears": "share of the cost of no agreement",
    "phases": "phase", "manipulate": "use of leverage", "facilitate": "facilitation",
    "formulate": "formulation", "texts": "prepared text", "at": "round", "carrot": "carrots",
    "stick": "sticks",
    "alternating": "alternating offers", "shuttle": "offers go to the mediators alone",
    "simultaneous": "simultaneous offers", "single_text": "one text for all",
    "allegiance": "how far a mediator's side follows it", "suspicion": "what bias costs with the others",
    "gain": "trust gained", "loss": "trust lost",
    "floor": "error that stays", "overstatement": "overstatement to mediators",
    "ultimatum": "take it or leave it", "toward": "towards", "values": "value of",
  ]
}
