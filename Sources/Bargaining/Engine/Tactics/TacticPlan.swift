/// A ``Tactic`` laid out flat, so that a party's turn follows no references.
struct TacticPlan: BitwiseCopyable {
  enum Kind: UInt8, BitwiseCopyable {
    case time, relative, absolute, averaged, micro, zeuthen, hardliner, random, custom, mix
  }

  struct Node: BitwiseCopyable {
    var kind: Kind
    /// Where the weight within a mixture is kept; -1 outside.
    var weight = -1
    // Of time: the curve, and where its numbers are kept.
    var isExponential = false
    var beta = -1
    var start = -1
    var tolerance = -1
    // Of tit-for-tat.
    var window = 1
    var step = -1
    var isDemanding = false
    /// Of mixtures: places of the parts. Of custom tactics: place among the scenario's.
    var first = -1
    var parts = 0
  }

  let nodes: Lane<Node>
  /// The kind of the whole.
  let kind: Kind
  /// Whether MiCRO, Zeuthen, or a tactic that looks at utilities of offers is in it.
  let usesLedger: Bool
  let usesOffers: Bool
  let usesHistory: Bool
  /// Whether its aspiration moves within a round, with the offers of others or its own.
  let isReactive: Bool

  /// Whether it has to be told of what others offer.
  var watches: Bool { isReactive }

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
      var node = Node(kind: .hardliner, weight: weight)
      switch current {
      case .time(let time):
        node.kind = .time
        node.isExponential = time.curve == .exponential
        (node.beta, node.start, node.tolerance) = (time.beta.index, time.start.index, time.tolerance.index)
      case .titForTat(let imitation):
        node.window = imitation.window
        switch imitation.imitation {
        case .relative: node.kind = .relative
        case .averaged: node.kind = .averaged
        case .absolute(let step, let direction):
          node.kind = .absolute
          node.step = step.index
          node.isDemanding = direction == .demand
        }
      case .micro: node.kind = .micro
      case .zeuthen: node.kind = .zeuthen
      case .hardliner: break
      case .random: node.kind = .random
      case .custom(let own):
        node.kind = .custom
        node.first = customs.count
        customs.append(own)
      case .mix(let parts):
        node.kind = .mix
        node.first = waiting.count
        node.parts = parts.count
        waiting += parts.map { ($0.tactic, $0.weight.index) }
      }
      nodes.append(node)
    }
    self.nodes = arena.lane(nodes)
    kind = nodes[0].kind
    let kinds = nodes.map(\.kind)
    usesLedger = kinds.contains(.micro)
    usesOffers = kinds.contains(.zeuthen)
    usesHistory = kinds.contains { [.relative, .absolute, .averaged, .custom].contains($0) }
    isReactive = kind != .time && kind != .hardliner
  }
}
