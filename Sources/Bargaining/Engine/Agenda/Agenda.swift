import Randomness

/// What is bargained over in one run: what is open, what is locked, which stage the talks have come
/// to, what is agreed and what holds.
package final class Agenda {
  private struct State: BitwiseCopyable {
    var stage = 0
    var hasInterimDeal = false
  }

  /// What had been settled of an issue, never to be reopened where it holds.
  private struct Tentative: BitwiseCopyable {
    let issue: Int
    let option: Int
    let firmness: Int
    let stream: StreamID
  }

  let layout: IssueLayout
  /// Per issue: the option it is locked to now, or -1. Issues of later stages are held meanwhile.
  package let locked: Lane<Int>
  /// The same without what is held because its stage is still to come; settled issues included. In
  /// a package, ``locked`` itself.
  package let bound: Lane<Int>
  /// The same at the beginning of the run: off the agenda, or tentatively settled and firm.
  package let locks: Lane<Int>
  /// Issues, stage by stage; without any for a package.
  package let stages: [[Int]]
  package let isStaged: Bool
  let order: AgendaOrder
  /// What is agreed, or judged outside the forum.
  package let deal: Lane<UInt8>
  /// The interim deal, as long as ``hasInterimDeal``.
  package let inForce: Lane<UInt8>
  private let tentatives: Lane<Tentative>
  private let state: Lane<State>

  package init(_ scenario: Scenario, layout: IssueLayout, arena: Arena) {
    self.layout = layout
    let issues = layout.optionCounts.count
    // What a stage settles is settled together, so that its issues have no order.
    stages = scenario.order.stages(over: scenario.agenda).map { stage in
      layout.byName.filter { stage.contains($0) }
    }
    isStaged = !stages.isEmpty
    order = scenario.order
    let locked = arena.lane(issues, of: -1)
    self.locked = locked
    bound = stages.isEmpty ? locked : arena.lane(issues, of: -1)
    locks = arena.lane(layout.held)
    deal = arena.lane(issues, of: 0)
    inForce = arena.lane(issues, of: 0)
    tentatives = arena.lane(
      scenario.issues.indices.compactMap { k in
        guard layout.held[k] < 0, let tentative = scenario.issues[k].tentative,
          tentative.reopening == .never
        else { return nil }
        return Tentative(
          issue: k, option: tentative.option, firmness: tentative.firmness.index,
          stream: StreamID("issues.\(scenario.issues[k].name).tentative"))
      })
    state = arena.lane(1, of: State())
  }

  var issueCount: Int { locked.count }
  /// Whether what is settled holds as an interim deal if the rest fails.
  var holds: Bool { order.holds }
  package var stage: Int { state[0].stage }
  /// Whether the present stage is the last; a package has one stage.
  package var isAtLastStage: Bool { state[0].stage + 1 >= stages.count }
  /// Whether an earlier stage holds as an interim deal.
  package var hasInterimDeal: Bool { state[0].hasInterimDeal }
  /// The issues of the stages after the present one.
  package var laterStages: ArraySlice<[Int]> { isStaged ? stages[(state[0].stage + 1)...] : [] }

  /// Begins a run: locks each issue that was settled for good with the probability of its firmness,
  /// and opens the first stage.
  package func begin(_ numbers: RunNumbers) {
    state[0] = State()
    for index in 0..<tentatives.count {
      let tentative = tentatives[index]
      let isFirm = numbers.happens(numbers[tentative.firmness], tentative.stream, at: 0)
      locks[tentative.issue] = isFirm ? tentative.option : -1
    }
    bound.copy(from: locks)
    if isStaged { open(0) }
  }

  /// Locks the issues of the present stage as ``deal`` has them, and opens the next.
  package func settleStage() {
    for k in stages[stage] { bound[k] = Int(deal[k]) }
    if holds {
      state[0].hasInterimDeal = true
      inForce.copy(from: deal)
    }
  }

  /// Opens a stage: its issues are free, the later ones are held. A stage whose issues are all
  /// locked is passed over, but for the last.
  package func open(_ first: Int) {
    state[0].stage = first
    while !isAtLastStage, stages[stage].allSatisfy({ bound[$0] >= 0 }) { state[0].stage += 1 }
    locked.copy(from: bound)
    for later in laterStages {
      for k in later where holds || bound[k] < 0 { locked[k] = layout.heldOption(of: k) }
    }
  }

  /// Whether ``deal`` moves every issue on the agenda away from what holds now.
  package var isDealFull: Bool {
    (0..<issueCount).allSatisfy { layout.held[$0] >= 0 || layout.statusQuo[$0] != Int(deal[$0]) }
  }
}
