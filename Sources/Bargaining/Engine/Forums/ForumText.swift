import Randomness

/// The single text of a forum; the proposal is drafted in the mediators' draft.
///
/// Issues and options are numbered in the order of their names here, so that what is drawn by
/// number is the same however the file lists them.
struct ForumText<Observer: TalksObserver>: SingleTextTable {
  let table: ForumTable
  let forum: Int
  let plan: SingleText
  /// Number of the sitting's first proposal within the procedure, and of its draws within the run.
  let firstStep: Int
  let firstDraw: Int
  var observer: Observer

  private var text: Lane<UInt8> { table.states[forum].standing }
  private var draft: Lane<UInt8> { table.mediators.draft.text }
  private var members: Lane<Int> { table.plans[forum].members }

  var issueCount: Int { table.issueCount }
  var voterCount: Int { members.count }

  func optionCount(of number: Int) -> Int {
    let issue = issue(number)
    return table.agenda.locked[issue] >= 0 ? 1 : table.agenda.layout.optionCounts[issue]
  }

  func option(of number: Int) -> Int {
    let issue = issue(number)
    return table.agenda.layout.optionsByName[issue].firstIndex(of: Int(text[issue])) ?? 0
  }

  private func issue(_ number: Int) -> Int { table.agenda.layout.byName[number] }

  private func option(_ number: Int, of issue: Int) -> UInt8 {
    UInt8(truncatingIfNeeded: table.agenda.layout.optionsByName[issue][number])
  }

  func temperature(of voter: Int) -> Double {
    switch table.seats.plans[members[voter]].voter {
    case .hillClimber: 0
    case .annealer(let temperature): table.numbers[temperature.index]
    }
  }

  /// Whoever can hold out for less time than the talks last cools down by then; where the sittings
  /// are counted, time has no say.
  func patience(of voter: Int, at step: Int, of total: Int) -> Double {
    guard plan.sittings == nil, table.course.ends.isOwn else { return 1 - Double(step) / Double(total) }
    let known = table.course.ends.end(of: members[voter]).rounded(.up)
    let rounds = Int(min(max(known, 0), Double(Course.mostRounds)))
    let own = min(total, table.plans[forum].rhythm.sittings(in: rounds) * plan.proposals)
    return own > step ? 1 - Double(step) / Double(own) : 0
  }

  func chance(_ draw: SingleTextDraw, step: Int) -> Double {
    let dice = table.numbers.dice
    let index = firstDraw + step - firstStep
    let (stream, place) =
      switch draw {
      case .issue: (dice.changes[forum], 2 * index)
      case .option: (dice.changes[forum], 2 * index + 1)
      case .vote(let voter): (dice.votes[members[voter] * table.count + forum], index)
      }
    return table.numbers.chance(stream, at: place)
  }

  func mediator(_ step: Int) -> Int {
    let turns = table.plans[forum].turns
    return turns[step % turns.count]
  }

  mutating func hear(_ number: Int, to option: Int, step: Int) {
    let issue = issue(number)
    draft.copy(from: text)
    draft[issue] = self.option(option, of: issue)
    table.mediators.texts[mediator(step)] += 1
    table.tell(&observer, forum, .mediator(mediator(step)), .text, draft, nil)
  }

  /// A text across a red line is worse than any other, and between two of these the utility
  /// decides.
  func gain(of voter: Int, changing issue: Int, to option: Int) -> Double {
    let party = members[voter]
    let worth = table.parties[party].worth.table
    if worth.redLineBits != 0 {
      let (crosses, crossed) = (worth.crossesRedLine(draft), worth.crossesRedLine(text))
      if crosses != crossed { return crosses ? -.infinity : .infinity }
    }
    let gain = worth.utility(draft) - table.states[forum].utilities[party]
    // Of two texts worth the same the last bits decide nothing.
    return abs(gain) > UtilityGrid.tolerance ? gain : 0
  }

  /// Without trust in whoever proposes it a change is not taken up; the votes of members without a
  /// veto are heard but do not count.
  mutating func cast(_ voter: Int, isFor: Bool, step: Int) -> Bool {
    let party = members[voter]
    let takes = table.takes(
      draft, party, in: forum, &observer, refusal: isFor ? distrust(of: party, step) : .prefersText)
    return takes || !table.seats.plans[party].hasVeto
  }

  private func distrust(of party: Int, _ step: Int) -> Refusal? {
    // Changes are proposed one by one, each by a mediator for itself.
    let author = TextAuthor(mediator: mediator(step), bench: -1)
    return table.mediators.takesUp(draft, of: author, party) ? nil : .noTrust
  }

  mutating func change(_ number: Int, to option: Int) {
    let issue = issue(number)
    text[issue] = self.option(option, of: issue)
    for party in members {
      table.states[forum].utilities[party] = table.parties[party].worth.table.utility(text)
    }
  }
}
