import Bargaining
import Tables

extension Telling {
  /// Issues that are named as what a party cares most about.
  private static let prioritiesNamed = 3

  /// Who is at the table, and the draws that matter.
  func addOpening(to sheet: inout TextSheet) {
    let author = SceneAuthor(telling: self)
    sheet.paragraph(author.shown(labels.title), indent: 0, tone: .heading)
    sheet.paragraph(words.run(run.run, seed: run.seed, rounds: scenario.rounds), indent: 0, tone: .faint)
    if let model { sheet.paragraph(words.model(author.shown(model)), indent: 0, tone: .faint) }
    sheet.heading(words.atTheTable)
    for party in scenario.parties.indices { add(party: party, author, to: &sheet) }
    for (m, mediator) in scenario.mediators.enumerated() {
      sheet.paragraph(
        words.mediator(
          author.shown(labels.mediator(m)), facilitate: drawn(mediator.facilitate),
          formulate: drawn(mediator.formulate), manipulate: drawn(mediator.manipulate)))
    }
    for forum in scenario.forums.indices { add(forum: forum, author, to: &sheet) }
    addTentative(author, to: &sheet)
    if scenario.talks.startSuspended { sheet.paragraph(words.startsSuspended) }
  }

  /// What the talks had settled before, and what became of it in this run.
  private func addTentative(_ author: SceneAuthor, to sheet: inout TextSheet) {
    var settled: [String] = []
    var open: [String] = []
    var anchored: [(term: String, firmness: String)] = []
    for k in scenario.agenda {
      guard let tentative = scenario.issues[k].tentative else { continue }
      if let lock = run.locked[k] {
        settled.append(author.term(lock, of: k))
      } else if case .cost(let cost) = tentative.reopening, run[tentative.firmness] * run[cost] > 0 {
        anchored.append((author.term(tentative.option, of: k), drawn(tentative.firmness)))
      } else {
        open.append(author.shown(labels.issue(k)))
      }
    }
    if !settled.isEmpty { sheet.paragraph(words.settled(settled)) }
    if !anchored.isEmpty { sheet.paragraph(words.anchored(anchored)) }
    if !open.isEmpty { sheet.paragraph(words.reopened(open)) }
  }

  private func add(party p: Int, _ author: SceneAuthor, to sheet: inout TextSheet) {
    let party = scenario.parties[p]
    let cost = run[party.costOfDelay]
    let standing = Standing(
      reservation: drawn(party.reservation), costOfDelay: cost > 0 ? drawn(party.costOfDelay) : nil,
      willingness: drawn(party.willingness), hasVeto: party.hasVeto)
    sheet.paragraph(words.party(author.shown(labels.party(p)), standing))
    let priorities = self.priorities(of: p, author)
    if !priorities.isEmpty { sheet.paragraph(words.priorities(priorities), indent: 4, tone: .faint) }
    let draws = self.draws(of: p)
    if !draws.isEmpty { sheet.paragraph(words.draws(draws), indent: 4, tone: .faint) }
  }

  private func add(forum f: Int, _ author: SceneAuthor, to sheet: inout TextSheet) {
    let forum = scenario.forums[f]
    let sittings = Sittings(
      members: forum.members.map { author.shown(labels.party($0)) },
      mediators: forum.mediators.map { author.shown(labels.mediator($0)) }, rules: forum.rules.name,
      every: forum.every, first: forum.first)
    sheet.paragraph(words.forum(author.shown(labels.forum(f)), sittings))
  }

  private func drawn(_ id: ParameterID) -> String { Numerals.brief(run[id]) }

  /// The issues that weigh most for a party, with their shares of all weight; none where there is
  /// but one issue.
  private func priorities(of party: Int, _ author: SceneAuthor) -> [(issue: String, share: String)] {
    let weights = scenario.parties[party].preferences.issues.map { $0.map { run[$0.weight] } ?? 0 }
    let total = weights.reduce(0, +)
    guard total > 0, scenario.agenda.count > 1 else { return [] }
    let ranked = scenario.agenda.filter { weights[$0] > 0 }.sorted { a, b in
      weights[a] == weights[b] ? a < b : weights[a] > weights[b]
    }
    return ranked.prefix(Self.prioritiesNamed).map { k in
      (author.shown(labels.issue(k)), Numerals.percent(weights[k] / total, places: 0))
    }
  }

  /// The other uncertain numbers of a party, its preferences aside, as drawn in this run.
  private func draws(of party: Int) -> [(name: String, value: String)] {
    let plan = scenario.parties[party]
    let prefix = "parties.\(plan.name)."
    let told = [plan.reservation, plan.costOfDelay, plan.willingness]
    let names = NumberName(labels: labels, words: words)
    return scenario.parameters.indices.map(ParameterID.init).compactMap { id in
      let parameter = scenario[id]
      guard parameter.path.hasPrefix(prefix), !told.contains(id) else { return nil }
      let rest = parameter.path.dropFirst(prefix.count)
      if case .constant = parameter.distribution { return nil }
      if rest.hasPrefix("preferences.") || rest.hasPrefix("interactions.") { return nil }
      return (Label.plain(names.short(id)), drawn(id))
    }
  }
}
