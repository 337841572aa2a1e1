import Bargaining

/// Finds out which rounds of a run tell something new.
///
/// An offer or text is new when it differs from its author's last one, both in the forum and
/// anywhere; a judgment when verdict or reason differ from the judge's last ones of the same
/// author's proposals there, or the proposal does. Whatever else happens is always new. A round
/// without news is folded into its neighbours; in a round with news, repetitions are left out
/// unless they are judged anew.
package struct ChapterWriter {
  /// Refused changes of a single text that are told one by one in a sitting.
  private static let refusalsTold = 6

  private struct Place: Hashable {
    var forum: Int?
    var actor: TalkAct.Actor
    /// Judgments: whose proposal it is.
    var author: TalkAct.Actor?
  }

  /// Whose proposals are before a forum. In a round, the last one is judged; before the first one
  /// of a round, the last offer of a party: mediators' texts do not stand from one round to the
  /// next.
  private struct Floor {
    var round = -1
    var author: TalkAct.Actor?
    var party: TalkAct.Actor?

    func author(in round: Int) -> TalkAct.Actor? { self.round == round ? author : party }
  }

  private struct Verdict: Equatable {
    var options: [Int]
    var kind: TalkAct.Kind
    var because: Refusal?
  }

  private let scenario: Scenario
  private var proposals: [Place: [Int]] = [:]
  private var verdicts: [Place: Verdict] = [:]
  private var floors: [Int?: Floor] = [:]
  private var lastOfAuthor: [TalkAct.Actor: [Int]] = [:]
  /// Per forum: the text that was discussed last.
  private var lastTexts: [Int?: [Int]] = [:]
  /// Per forum that works on a single text: the text.
  private var drafts: [Int: SingleTextDraft] = [:]
  /// Issues that stages of the agenda have settled.
  private var settled: [Int] = []
  /// Per issue: what it is locked to; `nil` when it is open.
  private var locks: [Int?]
  /// Per author and forum: whether its last proposal there was told, so that its judgment is told
  /// as well.
  private var wasTold: Set<Place> = []
  /// Per round: the events whose temporary effects end.
  private var endings: [Int: [Int]] = [:]
  private var isSuspended: Bool
  private var chapters: [Chapter] = []

  private init(_ scenario: Scenario, locks: [Int?]) {
    self.scenario = scenario
    self.locks = locks
    isSuspended = scenario.talks.startSuspended
  }

  /// The chapters of a run, first to last; every round of it is in one of them.
  package static func chapters(of run: TracedRun, _ scenario: Scenario) -> [Chapter] {
    var writer = ChapterWriter(scenario, locks: run.locked)
    let acts = run.actsOnTheTable(of: scenario)
    var next = 0
    // After an interim deal the talks go on.
    for round in 0...max(run.record.round, acts.last?.round ?? 0) {
      let start = next
      while next < acts.count, acts[next].round == round { next += 1 }
      // The last judgments decide how it ends, so they are told again.
      let ending = run.record.ending
      let isDecisive = round == run.record.round && (ending.isAgreement || ending == .rejectedAtHome)
      writer.write(round, Array(acts[start..<next]), isDecisive: isDecisive)
    }
    return writer.chapters
  }

  private mutating func write(_ round: Int, _ acts: [TalkAct], isDecisive: Bool) {
    let over = (endings.removeValue(forKey: round) ?? []).sorted()
    let heard = withoutManyRefusals(acts.map { hear($0) })
    if acts.isEmpty, over.isEmpty {
      append(round...round, nil)
    } else if over.isEmpty, !isDecisive, !heard.contains(where: \.isNew) {
      append(round...round, answers(in: acts))
      wasTold = []
    } else {
      chapters.append(.news(round: round, acts: worthTelling(heard, isDecisive), over: over))
    }
  }

  /// Takes note of an act; returns it with what it refers to, and whether it is new.
  private mutating func hear(_ act: TalkAct) -> (told: ToldAct, isNew: Bool) {
    let place = Place(forum: act.forum, actor: act.actor)
    switch act.kind {
    case .offer, .text:
      floors[act.forum, default: Floor()].round = act.round
      floors[act.forum, default: Floor()].author = act.actor
      if case .party = act.actor { floors[act.forum, default: Floor()].party = act.actor }
      if !act.isPrepared, let forum = act.forum, case .singleText(let plan) = scenario.forums[forum].rules,
        let told = hear(text: act, in: forum, plan)
      {
        return (told, true)
      }
      let (here, anywhere) = (proposals[place], lastOfAuthor[act.actor])
      proposals[place] = act.options
      lastOfAuthor[act.actor] = act.options
      var told = ToldAct(
        act: act, before: act.options == anywhere ? anywhere : here ?? anywhere, settled: settled)
      if act.kind == .text {
        // A text amends the one that was discussed last in its forum, whoever tabled it.
        if let last = lastTexts[act.forum] { told.before = last }
        // One that was ready amends nothing, and is told as a whole.
        if act.isPrepared { told.before = nil }
        lastTexts[act.forum] = act.options
      }
      return (told, act.isPrepared || act.options != here && act.options != anywhere)
    case .accept, .reject:
      let verdict = Verdict(options: act.options, kind: act.kind, because: act.because)
      let floor = floors[act.forum] ?? Floor()
      let author = floor.author(in: act.round)
      if act.kind == .reject, let forum = act.forum, case .party(let party) = act.actor,
        scenario.parties[party].hasVeto
      {
        drafts[forum]?.isRefused = true
      }
      let relation = Place(forum: act.forum, actor: act.actor, author: author)
      let told = ToldAct(act: act, author: author, isStanding: floor.round != act.round)
      return (told, verdicts.updateValue(verdict, forKey: relation) != verdict)
    case .event: noteEndings(of: act)
    case .suspend: isSuspended = true
    case .resume: isSuspended = false
    case .settle:
      // Offers and texts begin anew.
      settled = scenario.agenda.filter { act.options[$0] >= 0 }
      for k in settled { locks[k] = act.options[k] }
      proposals = [:]
      verdicts = [:]
      floors = [:]
      lastOfAuthor = [:]
      lastTexts = [:]
      drafts = [:]
    case .extend, .ratify, .phase: break
    }
    return (ToldAct(act: act), true)
  }

  /// Takes note of a text in a forum that works on a single one; `nil` for a text of another
  /// origin.
  private mutating func hear(text act: TalkAct, in forum: Int, _ plan: SingleText) -> ToldAct? {
    guard case .mediator = act.actor else { return nil }
    var draft = drafts[forum] ?? SingleTextDraft(scenario, locks)
    defer { drafts[forum] = draft }
    guard let role = draft.role(of: act, plan) else { return nil }
    let before = role == .amendment ? draft.text : act.options
    draft.propose(act.options, role)
    return ToldAct(act: act, before: before, singleText: role, settled: settled)
  }

  /// Folds the changes of a single text that were refused in a sitting into one, if they are many.
  private func withoutManyRefusals(_ heard: [(told: ToldAct, isNew: Bool)]) -> [(
    told: ToldAct, isNew: Bool
  )] {
    var kept = heard
    for forum in scenario.forums.indices {
      guard case .singleText = scenario.forums[forum].rules else { continue }
      var refused: [Range<Int>] = []
      var by = scenario.parties.map { _ in 0 }
      for start in kept.indices where kept[start].told.isAmendment(in: forum) {
        let votes = kept[(start + 1)...].prefix { $0.told.act.forum == forum && $0.told.act.isJudgment }
        let against = votes.compactMap { $0.told.act.kind == .reject ? $0.told.act.party : nil }
        guard against.contains(where: { scenario.parties[$0].hasVeto }) else { continue }
        refused.append(start..<votes.endIndex)
        for party in against { by[party] += 1 }
      }
      guard refused.count > Self.refusalsTold, let last = refused.last else { continue }
      kept[last.lowerBound].told.singleText = .refused(count: refused.count, by: by)
      kept.removeSubrange(last.lowerBound + 1..<last.upperBound)
      for range in refused.dropLast().reversed() { kept.removeSubrange(range) }
    }
    return kept
  }

  private mutating func noteEndings(of act: TalkAct) {
    guard case .event(let event) = act.actor else { return }
    for rounds in Set(scenario.events[event].effects.compactMap(\.rounds)) {
      let round = act.round + rounds
      if endings[round]?.contains(event) != true { endings[round, default: []].append(event) }
    }
  }

  /// A proposal is told when it is new or is judged anew in this sitting, a judgment when it is new
  /// or its proposal was told.
  private mutating func worthTelling(_ heard: [(told: ToldAct, isNew: Bool)], _ isDecisive: Bool) -> [ToldAct]
  {
    var told: [ToldAct] = []
    for (index, (candidate, isNew)) in heard.enumerated() {
      let act = candidate.act
      switch act.kind {
      case .offer, .text:
        let judgments = heard.dropFirst(index + 1).filter { $0.told.act.forum == act.forum }
          .prefix { $0.told.act.kind == .accept || $0.told.act.kind == .reject }
        let place = Place(forum: act.forum, actor: act.actor)
        guard isNew || isDecisive || judgments.contains(where: \.isNew) else {
          wasTold.remove(place)
          continue
        }
        wasTold.insert(place)
        told.append(candidate)
      case .accept, .reject:
        let isOfTold = candidate.author.map { wasTold.contains(Place(forum: act.forum, actor: $0)) } ?? false
        if isNew || isDecisive || isOfTold { told.append(candidate) }
      default: told.append(candidate)
      }
    }
    return told
  }

  private func answers(in acts: [TalkAct]) -> Repetition {
    let kinds = acts.map(\.kind)
    return kinds.contains(.accept) ? .answered : kinds.contains(.reject) ? .refused : .offered
  }

  /// Adds rounds without news, to the last chapter where it is of the same sort.
  private mutating func append(_ rounds: ClosedRange<Int>, _ answers: Repetition?) {
    switch (chapters.last, answers) {
    case (.repetition(let before, let same)?, let answers?) where same == answers:
      chapters[chapters.count - 1] = .repetition(before.lowerBound...rounds.upperBound, same)
    case (.silence(let before, let same)?, nil) where same == isSuspended:
      chapters[chapters.count - 1] = .silence(before.lowerBound...rounds.upperBound, isSuspended: same)
    case (_, let answers?): chapters.append(.repetition(rounds, answers))
    case (_, nil): chapters.append(.silence(rounds, isSuspended: isSuspended))
    }
  }
}

extension ToldAct {
  fileprivate func isAmendment(in forum: Int) -> Bool { act.forum == forum && singleText == .amendment }
}

extension TalkAct {
  fileprivate var isJudgment: Bool { kind == .accept || kind == .reject }

  fileprivate var party: Int? { if case .party(let index) = actor { index } else { nil } }
}
