/// The texts that mediators have ready, and which of them have been tabled in this run.
struct PreparedTexts {
  private struct Plan: BitwiseCopyable {
    /// Where its round is kept, or -1.
    let round: Int
    let waitsForResumption: Bool
    /// Its condition, or -1.
    let condition: Int
    /// Whether it has been tabled, at this stage of the agenda.
    var isTabled = false
  }

  /// Mediator after mediator, as listed.
  private let plans: Lane<Plan>
  /// Per mediator: the place of its first; one more at the end.
  private let first: Lane<Int>
  /// Text after text, an option per issue.
  private let options: Lane<UInt8>
  private let conditions: [Condition]
  private let agenda: Agenda
  private let numbers: RunNumbers
  /// The one that is tabled: what is locked is as it is locked.
  let text: Lane<UInt8>

  init(_ scenario: Scenario, numbers: RunNumbers, agenda: Agenda, arena: Arena) {
    self.numbers = numbers
    self.agenda = agenda
    let texts = scenario.mediators.flatMap(\.texts)
    var conditions: [Condition] = []
    plans = arena.lane(
      texts.map { text in
        var condition = -1
        if case .inForce(let it) = text.occasion {
          condition = conditions.count
          conditions.append(it)
        }
        return Plan(
          round: text.round?.index ?? -1, waitsForResumption: text.occasion == .resumption,
          condition: condition)
      })
    self.conditions = conditions
    var places = [0]
    for mediator in scenario.mediators { places.append(places[places.count - 1] + mediator.texts.count) }
    first = arena.lane(places)
    options = arena.lane(texts.flatMap { $0.options.map { UInt8(truncatingIfNeeded: $0) } })
    text = arena.lane(texts.isEmpty ? 0 : scenario.issues.count, of: 0)
  }

  /// Whether nobody has any.
  @inline(__always)
  var isEmpty: Bool { plans.isEmpty }

  /// All are still to be tabled: a run begins, or a stage of the agenda.
  func reset() {
    for place in 0..<plans.count { plans[place].isTabled = false }
  }

  /// The place of the text that a mediator has to table at its turn, or -1.
  func due(_ mediator: Int, in round: Int, hasResumed: Bool) -> Int {
    for place in first[mediator]..<first[mediator + 1] where !plans[place].isTabled {
      if isDue(plans[place], round, hasResumed), canBeTabled(place) { return place }
    }
    return -1
  }

  /// Puts a text into ``text``; it is not due again.
  func table(_ place: Int) {
    plans[place].isTabled = true
    let start = place * agenda.issueCount
    for k in 0..<agenda.issueCount {
      let lock = agenda.locked[k]
      text[k] = lock >= 0 ? UInt8(truncatingIfNeeded: lock) : options[start + k]
    }
  }

  private func isDue(_ plan: Plan, _ round: Int, _ hasResumed: Bool) -> Bool {
    if plan.round >= 0, Double(round) < numbers[plan.round] { return false }
    if plan.waitsForResumption, !hasResumed { return false }
    guard plan.condition >= 0 else { return true }
    return conditions[plan.condition].clauses.allSatisfy { clause in
      let option = inForce(clause.issue)
      return option >= 0 && clause.options.contains(option)
    }
  }

  /// Whether nothing is settled otherwise than it says, and it moves something that is open.
  private func canBeTabled(_ place: Int) -> Bool {
    let start = place * agenda.issueCount
    var moves = false
    for k in 0..<agenda.issueCount {
      let option = Int(options[start + k])
      if agenda.bound[k] >= 0, agenda.bound[k] != option { return false }
      if agenda.locked[k] < 0, agenda.layout.statusQuo[k] != option { moves = true }
    }
    return moves
  }

  /// What holds of an issue, or -1.
  private func inForce(_ k: Int) -> Int {
    agenda.hasInterimDeal ? Int(agenda.inForce[k]) : agenda.layout.statusQuo[k]
  }
}

extension Mediators {
  /// Whether another of the group has a text to table: then nobody else of it drafts one.
  func leavesTurn(_ author: TextAuthor, in round: Int, hasResumed: Bool) -> Bool {
    guard author.bench >= 0 else { return false }
    for other in benches[author.bench].members
    where prepared.due(other, in: round, hasResumed: hasResumed) >= 0 {
      return true
    }
    return false
  }
}
