/// The tactics of one party laid out flat, so that a turn follows no references: the one that it
/// has, then the parts of mixtures.
struct TacticPlan: BitwiseCopyable {
  struct Node: BitwiseCopyable {
    let rule: TacticReference
    /// Where the weight within a mixture is kept; -1 outside.
    let weight: Int
  }

  let nodes: Lane<Node>
  /// The tactic as a whole.
  let rule: TacticReference
  /// What it and its parts have to be told.
  let needs: TacticNeeds
  /// Whether its aspiration moves within a round, with the offers of others or its own.
  let isReactive: Bool

  /// - Parameters:
  ///   - tactic: what is laid out.
  ///   - rules: whoever owns the rules of all; those of this one are added.
  ///   - arena: what owns the memory.
  init(_ tactic: Tactic, rules: inout [SeatTactic], arena: Arena) {
    var nodes: [Node] = []
    var waiting = [(tactic, -1)]
    var read = 0
    while read < waiting.count {
      let (current, weight) = waiting[read]
      read += 1
      let rule = SeatTactic.of(current, firstPart: waiting.count)
      rules.append(rule)
      nodes.append(Node(rule: TacticReference(rule), weight: weight))
      if case .mix(let parts) = current { waiting += parts.map { ($0.tactic, $0.weight.index) } }
    }
    self.nodes = arena.lane(nodes)
    rule = nodes[0].rule
    needs = nodes.reduce([]) { $0.union($1.rule.with(\.needs)) }
    isReactive = !rule.with(\.followsTime)
  }
}
