/// An ``Acceptance`` laid out flat, so that judging an offer follows no references.
struct AcceptanceRule: BitwiseCopyable {
  private enum Kind: UInt8, BitwiseCopyable {
    case next, aspiration, constant, time, any, all
  }

  private struct Node: BitwiseCopyable {
    var kind: Kind
    /// Where the number of `constant` and `time` is kept.
    var parameter = 0
    /// Combinations: places of the parts.
    var firstPart = 0
    var parts = 0
  }

  private let nodes: Lane<Node>
  /// Whether the party's own next offer has to be known, if the utility to be judged is at or above
  /// the aspiration.
  let needsOffer: Bool
  /// What the rule as a whole is.
  private let root: Kind

  init(_ acceptance: Acceptance, arena: Arena) {
    var nodes: [Node] = []
    var needsOffer = false
    var waiting = [acceptance]
    var read = 0
    while read < waiting.count {
      let current = waiting[read]
      read += 1
      switch current {
      case .next:
        needsOffer = true
        nodes.append(Node(kind: .next))
      case .aspiration: nodes.append(Node(kind: .aspiration))
      case .constant(let id): nodes.append(Node(kind: .constant, parameter: id.index))
      case .time(let id): nodes.append(Node(kind: .time, parameter: id.index))
      case .any(let parts):
        nodes.append(Node(kind: .any, firstPart: waiting.count, parts: parts.count))
        waiting += parts
      case .all(let parts):
        nodes.append(Node(kind: .all, firstPart: waiting.count, parts: parts.count))
        waiting += parts
      }
    }
    self.nodes = arena.lane(nodes)
    self.needsOffer = needsOffer
    root = nodes[0].kind
  }

  /// What an offer is judged by.
  struct Question: BitwiseCopyable {
    let utility: Double
    var aspiration: Double
    /// What the offer that one is about to make is worth.
    var ownOffer: Double
    let time: Double
    /// delta, and the utility at which the surplus is zero: what is left of an own offer that is
    /// taken a round later.
    let discount: Double
    let fallback: Double

    /// What something a round later is worth now: `delta U + (1 - delta) r`.
    @inline(__always)
    func later(_ utility: Double) -> Double { AcceptanceRule.later(utility, discount, fallback) }
  }

  @inline(__always)
  private static func later(_ utility: Double, _ discount: Double, _ fallback: Double) -> Double {
    discount == 1 ? utility : discount * utility + (1 - discount) * fallback
  }

  /// Why an outcome worth less than the aspiration is refused by a rule that asks for no less;
  /// `nil` where the rule has to be asked.
  ///
  /// An own offer, which is worth at least the aspiration, need not be known for it.
  @inline(__always)
  func refusal(below aspiration: Double, _ utility: Double, discount: Double, fallback: Double) -> Refusal? {
    switch root {
    case .next:
      UtilityGrid.reaches(utility, Self.later(aspiration, discount, fallback)) ? nil : .prefersOwnOffer
    case .aspiration: UtilityGrid.reaches(utility, aspiration) ? nil : .belowAspiration
    case .constant, .time, .any, .all: nil
    }
  }

  /// `nil` to accept, else the reason not to.
  @inline(__always)
  func refusal(of question: Question, numbers: Lane<Double>) -> Refusal? {
    refusal(node: 0, question, numbers)
  }

  private func refusal(node index: Int, _ question: Question, _ numbers: Lane<Double>) -> Refusal? {
    let node = nodes[index]
    let utility = question.utility
    switch node.kind {
    case .next:
      let isAtLeast =
        UtilityGrid.reaches(utility, question.later(question.aspiration))
        && UtilityGrid.reaches(utility, question.later(question.ownOffer))
      return isAtLeast ? nil : .prefersOwnOffer
    case .aspiration: return UtilityGrid.reaches(utility, question.aspiration) ? nil : .belowAspiration
    case .constant: return UtilityGrid.reaches(utility, numbers[node.parameter]) ? nil : .belowConstant
    case .time: return question.time >= numbers[node.parameter] ? nil : .tooEarly
    case .any:
      var first: Refusal?
      for part in node.firstPart..<node.firstPart + node.parts {
        guard let reason = refusal(node: part, question, numbers) else { return nil }
        first = first ?? reason
      }
      return first
    case .all:
      for part in node.firstPart..<node.firstPart + node.parts {
        if let reason = refusal(node: part, question, numbers) { return reason }
      }
      return nil
    }
  }
}
