import Bargaining
import Tables

/// Turns acts into scenes: names who acts, and says what is new.
struct SceneAuthor {
  private let telling: Telling
  private let names: NumberName

  private var scenario: Scenario { telling.scenario }

  init(telling: Telling) {
    self.telling = telling
    names = NumberName(labels: telling.labels, words: telling.words)
  }

  func scene(of told: ToldAct) -> Scene {
    let act = told.act
    var scene = Scene(act: act, actor: label(of: act.actor))
    if act.kind == .text, let authors = authors(act.actor, of: act) { scene.actor = authors }
    if act.kind == .offer || act.kind == .text { scene.move = move(of: told) }
    if act.kind == .settle {
      scene.settled = scenario.agenda.filter { act.options[$0] >= 0 }.map { term(act.options[$0], of: $0) }
    }
    if case .mediator(let mediator)? = told.author {
      scene.mediator = authors(.mediator(mediator), of: act) ?? shown(telling.labels.mediator(mediator))
    }
    if told.isStanding, let author = told.author { scene.standing = label(of: author) }
    if case .party(let party) = act.actor, let forum = act.forum {
      scene.isOutside = !scenario.forums[forum].members.contains(party)
      if act.because == .redLine { scene.crossed = crossed(by: act.options, party) }
    }
    if case .party(let party) = act.actor, let vote = act.vote {
      let factions = vote.factions.indices.map { shown(telling.labels.faction($0, of: party)) }
      scene.accepting = zip(factions, vote.factions).filter { $1.accepts }.map(\.0)
      scene.refusing = zip(factions, vote.factions).filter { !$1.accepts }.map(\.0)
    }
    if case .party(let party) = act.actor, let objection = act.objection {
      scene.objection = (
        shown(telling.labels.faction(objection.faction, of: party)),
        objection.issue.map { term(act.options[$0], of: $0) }
      )
    }
    if let report = act.phase { scene.phase = shown(telling.labels.phase(report.phase)) }
    scene.changes = act.changes.map {
      Scene.NumberChange(
        number: shown(names.full($0.number)), from: Numerals.brief($0.from), to: Numerals.brief($0.to))
    }
    return scene
  }

  func event(_ event: Int) -> String {
    shown(telling.labels.owner(of: "events.\(scenario.events[event].name)"))
  }

  /// Those who table a text together, where they do.
  private func authors(_ actor: TalkAct.Actor, of act: TalkAct) -> String? {
    guard case .mediator(let mediator) = actor, let forum = act.forum else { return nil }
    if case .singleText = scenario.forums[forum].rules { return nil }
    let authors = scenario.mediation.authors(with: mediator, in: scenario.forums[forum])
    guard authors.count > 1 else { return nil }
    return telling.words.list(authors.map { shown(telling.labels.mediator($0)) })
  }

  private func label(of actor: TalkAct.Actor) -> String {
    switch actor {
    case .party(let index): shown(telling.labels.party(index))
    case .mediator(let index): shown(telling.labels.mediator(index))
    case .event(let index): event(index)
    case .talks: ""
    }
  }

  private func move(of told: ToldAct) -> Move {
    let options = told.act.options
    let onTable = scenario.agenda.filter { options[$0] >= 0 && !told.settled.contains($0) }
    if told.singleText == .lastVote { return .lastVote }
    if case .refused(let count, let by) = told.singleText {
      let against = by.enumerated().filter { $0.element > 0 }
      return .refusals(
        count: count, by: against.map { (shown(telling.labels.party($0.offset)), $0.element) })
    }
    guard let before = told.before else {
      let moved = onTable.filter { scenario.issues[$0].statusQuo != options[$0] }
      return .opening(moved.map { term(options[$0], of: $0) }, restStays: moved.count < onTable.count)
    }
    let changes = onTable.filter { before[$0] != options[$0] }
      .map { change(of: $0, from: before[$0], to: options[$0]) }
    if told.singleText == .amendment { return .amendment(changes) }
    return changes.isEmpty ? .same : .change(changes)
  }

  /// A unit is named once: `from 3 to 4 trucks/day`.
  private func change(of k: Int, from: Int, to: Int) -> TermChange {
    let issue = scenario.issues[k]
    let isBare = issue.unit != nil && issue.options[from].label == nil && issue.options[to].label == nil
    return TermChange(
      issue: shown(telling.labels.issue(k)),
      from: isBare ? issue.options[from].name : shown(telling.labels.option(from, of: k)),
      to: shown(telling.labels.option(to, of: k)))
  }

  private func crossed(by options: [Int], _ party: Int) -> [String] {
    // A red line does not count before all issues that it speaks of are on the table.
    let line = scenario.parties[party].preferences.redLines.first { line in
      line.clauses.allSatisfy { options[$0.issue] >= 0 } && line.holds(in: options)
    }
    return (line?.clauses ?? []).map { term(options[$0.issue], of: $0.issue) }
  }

  func term(_ option: Int, of k: Int) -> String {
    "\(shown(telling.labels.issue(k))): \(shown(telling.labels.option(option, of: k)))"
  }

  /// Labels are untrusted text.
  func shown(_ label: String) -> String { Label.plain(label) }
}
