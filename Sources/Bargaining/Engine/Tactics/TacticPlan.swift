/// The tactics of one party laid out flat, so that a turn follows no references: the one that it
/// has, then the parts of mixtures.
struct TacticPlan: BitwiseCopyable {
  struct Node: BitwiseCopyable {
    let rule: TacticRule
    /// Where the weight within a mixture is kept; -1 outside.
    let weight: Int
  }

  let nodes: Lane<Node>
  /// The tactic as a whole.
  let rule: TacticRule
  /// What it and its parts have to be told.
  let needs: TacticNeeds
  /// Whether its aspiration moves within a round, with the offers of others or its own.
  let isReactive: Bool

  /// - Parameters:
  ///   - tactic: what is laid out.
  ///   - customs: the user's own tactics of the scenario; those of this one are added.
  ///   - arena: what owns the memory.
  init(_ tactic: Tactic, customs: inout [any BiddingTactic], arena: Arena) {
    var nodes: [Node] = []
    var waiting = [(tactic, -1)]
    var read = 0
    while read < waiting.count {
      let (current, weight) = waiting[read]
      read += 1
      nodes.append(
        Node(rule: TacticRule(current, customs: &customs, firstPart: waiting.count), weight: weight))
      if case .mix(let parts) = current { waiting += parts.map { ($0.tactic, $0.weight.index) } }
    }
    self.nodes = arena.lane(nodes)
    rule = nodes[0].rule
    needs = nodes.reduce([]) { $0.union($1.rule.answer(Needs())) }
    isReactive = !rule.answer(FollowsTime())
  }

  private struct Needs: TacticQuestion {
    func put(to rule: some SeatTactic) -> TacticNeeds { rule.needs }
  }

  private struct FollowsTime: TacticQuestion {
    func put(to rule: some SeatTactic) -> Bool { rule.followsTime }
  }
}
