import Randomness

/// What becomes of an agreement in one run: phases are carried out one after the other until one
/// fails.
///
/// The parties are looked at, never changed.
final class Aftermath {
  private let plan: Implementation?
  private let scenarioParties: [Party]
  let phases: PhasePlan
  private let parties: Lane<Seat>
  private let numbers: RunNumbers
  private let course: Course
  private let layout: IssueLayout
  private let issueCount: Int
  private let vetoes: UInt32
  private let partyDraw: NamedDraw
  /// Bits of the parties that look ahead.
  let lookingAhead: UInt32

  init(
    _ scenario: Scenario, parties: Lane<Seat>, numbers: RunNumbers, course: Course, layout: IssueLayout,
    arena: Arena
  ) {
    plan = scenario.implementation
    scenarioParties = scenario.parties
    phases = PhasePlan(scenario, layout: layout, arena: arena)
    lookingAhead = phases.lookingAhead
    self.parties = parties
    self.numbers = numbers
    self.course = course
    self.layout = layout
    issueCount = layout.optionCounts.count
    vetoes = scenario.vetoes
    partyDraw = NamedDraw(scenario.parties.map { "parties.\($0.name)" }, arena: arena)
  }

  /// Carries out the deal, phase by phase, until one fails.
  ///
  /// - Parameter note: is told what became of each phase of the deal, and why if it failed.
  func carryOut<Observer: TalksObserver>(
    _ deal: Lane<UInt8>, _ observer: inout Observer, note: (Int, PhaseOutcome, PhaseFailure?) -> Void
  ) {
    guard phases.steps.count > 0 else { return }
    reckonPhases(of: deal, seenBy: -1)
    var isBroken = false
    for phase in 0..<phases.steps.count where phases.steps[phase].isAgreed {
      if isBroken {
        note(phase, .notReached, nil)
        continue
      }
      let step = phases.steps[phase]
      isBroken = numbers.happens(step.risk, numbers.dice.phases[phase], at: 0)
      let failure =
        isBroken ? PhaseFailure(phase: phase, party: step.party, cause: cause(of: step)) : nil
      note(phase, isBroken ? .failed : .completed, failure)
      if Observer.isListening {
        observer.observe(
          TalkAct(
            round: course.round, actor: isBroken ? .party(step.party) : .talks, kind: .phase, options: [],
            phase: PhaseReport(
              phase: phase, isCompleted: !isBroken, risk: step.risk, temptation: step.temptation,
              continuation: step.continuation, monitoring: step.monitoring, guarantee: step.guarantee,
              cause: failure?.cause)))
      }
    }
  }

  private func cause(of step: PhasePlan.Step) -> PhaseFailure.Cause {
    guard step.temptation - step.continuation > UtilityGrid.tolerance else { return .mishap }
    return step.gainAtSignature > UtilityGrid.tolerance ? .temptation : .fadedLeverage
  }

  /// The probability that an outcome would be carried out to its end, as a party that looks ahead
  /// expects it; 1 for other parties.
  ///
  /// It knows its own numbers and supposes those of the others to be in the middle of what the
  /// scenario allows, for nobody sees what another has drawn. An outcome without any phase is kept.
  func expectedSurvival(of options: Lane<UInt8>, for party: Int) -> Double {
    guard lookingAhead.contains(bit: party) else { return 1 }
    return survival(of: options, seenBy: party)
  }

  /// The probability that an outcome would be carried out to its end as things are; 1 for one
  /// without any phase.
  func survival(of options: Lane<UInt8>) -> Double {
    phases.steps.count > 0 ? survival(of: options, seenBy: -1) : 1
  }

  private func survival(of options: Lane<UInt8>, seenBy viewer: Int) -> Double {
    reckonPhases(of: options, seenBy: viewer)
    var survival = 1.0
    for phase in 0..<phases.steps.count where phases.steps[phase].isAgreed {
      survival *= 1 - phases.steps[phase].risk
    }
    return survival
  }

  /// Works out every phase of a deal: who is most tempted, and how likely it fails.
  ///
  /// - Parameter viewer: the party whose knowledge counts; -1 for things as they are.
  private func reckonPhases(of options: Lane<UInt8>, seenBy viewer: Int) {
    guard let plan else { return }
    let bits = phases.conditions.conditions(options)
    let (monitored, guaranteed) = provided(by: bits)
    let kept = 1 - numbers[plan.leverageFade.index]
    var leverage = 1.0
    var count = 0
    phases.settledBy.fill(0)
    for phase in 0..<phases.steps.count {
      var step = PhasePlan.Step()
      step.isAgreed = bits >> UInt64(phase) & 1 == 1
      if step.isAgreed {
        let terms = phases.terms[phase]
        count += 1
        leverage *= kept
        step.leverage = leverage
        step.monitoring = min(max(numbers[terms.monitoring] + monitored, 0), 1)
        step.guarantee = min(max(numbers[terms.guarantee] + guaranteed, 0), 1)
        for k in 0..<issueCount where terms.issues.contains(bit: k) { phases.settledBy[k] += 1 }
      }
      phases.steps[phase] = step
    }
    guard count > 0 else { return }
    for party in 0..<parties.count where vetoes.contains(bit: party) {
      tempt(party, options, phases: count, isKnown: viewer < 0 || viewer == party)
    }
    for phase in 0..<phases.steps.count where phases.steps[phase].isAgreed {
      let step = phases.steps[phase]
      let odds =
        numbers[plan.failure.base.index] + step.score - numbers[plan.failure.monitoring.index]
        * step.monitoring
        - numbers[plan.failure.guarantee.index] * step.guarantee
      phases.steps[phase].risk = 1 / (1 + Elementary.exp(-odds))
    }
  }

  /// What the deal itself provides for its keeping, by the conditions that hold in it.
  private func provided(by bits: UInt64) -> (monitoring: Double, guarantee: Double) {
    var sum = (monitoring: 0.0, guarantee: 0.0)
    for index in 0..<phases.provisions.count where bits >> UInt64(phases.steps.count + index) & 1 == 1 {
      sum.monitoring += numbers[phases.provisions[index].monitoring]
      sum.guarantee += numbers[phases.provisions[index].guarantee]
    }
    return sum
  }

  /// Which of two parties that are tempted as much is named.
  private func comesBefore(_ party: Int, _ other: Int, _ phase: Int) -> Bool {
    let draw = numbers.chance(numbers.dice.tempted, at: phase)
    return partyDraw.lot(of: party, draw) < partyDraw.lot(of: other, draw)
  }

  /// Puts a party's T and C into each phase where it is more tempted than those before it.
  private func tempt(_ party: Int, _ options: Lane<UInt8>, phases count: Int, isKnown: Bool) {
    guard let plan else { return }
    let state = parties[party]
    let table = isKnown ? state.worth.table : phases.supposedWorths[party]
    let values = isKnown ? numbers.current : phases.supposed
    // What no agreement is worth without any stick. Of another party the costs of delay are
    // supposed as well.
    // Places of two numbers, not the party itself: this is asked of every text in every draw.
    let (cost, reservation) = (scenarioParties[party].costOfDelay, scenarioParties[party].reservation)
    let delay = isKnown ? state.standing.delay : Double(course.round) * values[cost.index]
    let bare = values[reservation.index] - delay
    let weights = phases.weights.slice(party * issueCount, issueCount)
    var total = 0.0
    for k in layout.byName where weights[k] >= 0 { total += values[weights[k]] }
    let bonus = table.bonuses(table.conditions(options) & table.interactionBits) / Double(count)
    let impatience = numbers[plan.failure.temptation.index]
    let patience = numbers[plan.failure.continuation.index]
    // What the later phases bring, and what they weigh.
    var rest = (worth: 0.0, weight: 0.0)
    for phase in stride(from: phases.steps.count - 1, through: 0, by: -1) where phases.steps[phase].isAgreed {
      let step = phases.steps[phase]
      var worth = bonus
      var weight = 0.0
      let issues = phases.terms[phase].issues
      for k in layout.byName where issues.contains(bit: k) {
        let parts = Double(phases.settledBy[k])
        worth += table.worth[layout.offsets[k] + Int(options[k])] / parts
        if total > 0, weights[k] >= 0 { weight += values[weights[k]] / total / parts }
      }
      func gains(_ leverage: Double) -> (now: Double, later: Double) {
        let reservation = bare - leverage * state.standing.sticks
        return (
          reservation * weight - worth,
          rest.worth - reservation * rest.weight + leverage * state.standing.carrots
        )
      }
      let (now, later) = gains(step.leverage)
      let score = impatience * now - patience * later
      if score > step.score || score == step.score && comesBefore(party, step.party, phase) {
        let atSignature = gains(1)
        phases.steps[phase].score = score
        phases.steps[phase].party = party
        phases.steps[phase].temptation = now
        phases.steps[phase].continuation = later
        phases.steps[phase].gainAtSignature = atSignature.now - atSignature.later
      }
      rest.worth += worth
      rest.weight += weight
    }
  }
}
