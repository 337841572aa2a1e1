import Bargaining
import Synchronization

/// A text of which the first issues of an order are settled.
struct TextNode: Sendable {
  /// Options, one per issue settled.
  let prefix: [Int]
  /// Draws in which it could be completed, at most.
  let bound: Int

  /// Greater bounds first, then what has more issues settled, then the first by its options.
  static func precedes(_ a: TextNode, _ b: TextNode) -> Bool {
    if a.bound != b.bound { return a.bound > b.bound }
    if a.prefix.count != b.prefix.count { return a.prefix.count > b.prefix.count }
    return a.prefix.lexicographicallyPrecedes(b.prefix)
  }
}

/// Partial texts, the most promising on top.
struct TextHeap {
  private var nodes: [TextNode] = []

  /// The greatest bound; `nil` when there are none.
  var most: Int? { nodes.first?.bound }

  mutating func push(_ node: TextNode) {
    nodes.append(node)
    var place = nodes.count - 1
    while place > 0, TextNode.precedes(nodes[place], nodes[(place - 1) / 2]) {
      nodes.swapAt(place, (place - 1) / 2)
      place = (place - 1) / 2
    }
  }

  mutating func pop() -> TextNode? {
    guard let first = nodes.first, let last = nodes.popLast() else { return nil }
    if nodes.isEmpty { return first }
    nodes[0] = last
    var place = 0
    while true {
      var next = place
      for child in [2 * place + 1, 2 * place + 2] where child < nodes.count {
        if TextNode.precedes(nodes[child], nodes[next]) { next = child }
      }
      if next == place { return first }
      nodes.swapAt(place, next)
      place = next
    }
  }
}

/// Threads that weigh partial texts.
final class TextSearchCrew: Sendable {
  private let sheets: [DrawSheet]
  /// Per thread, per sheet.
  private let scales: [[DrawSheetScale]]
  private let space: TextSpace
  private let order: [Int]
  /// What weighing one partial text costs, in steps.
  let stepsPerChild: Int
  let draws: Int

  init(_ sheets: [DrawSheet], space: TextSpace, threads: Int) {
    self.sheets = sheets
    self.space = space
    order = sheets[0].order
    scales = (0..<max(1, min(threads, Crew.size))).map { _ in sheets.map(DrawSheetScale.init) }
    stepsPerChild = sheets.reduce(0) { $0 + $1.draws * $1.judgeCount }
    draws = sheets.reduce(0) { $0 + $1.draws }
  }

  /// How many issues there are to settle.
  var depth: Int { order.count }

  /// The number of a text that is settled.
  func text(_ node: TextNode) -> Int {
    var options = order.map { _ in 0 }
    for (level, k) in order.enumerated() { options[k] = node.prefix[level] }
    return space.rank(of: options) ?? 0
  }

  /// Settles one issue more of some texts in every way, and weighs each.
  func expand(_ nodes: [TextNode]) -> (children: [TextNode], steps: Int) {
    let next = Atomic<Int>(0)
    let found = Mutex([[TextNode]](repeating: [], count: nodes.count))
    Crew.work(upTo: min(scales.count, nodes.count)) { worker in
      while true {
        let place = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard place < nodes.count else { return }
        let prefix = nodes[place].prefix
        for scale in scales[worker] { scale.begin(prefix) }
        let children = space.allowed(of: order[prefix.count]).map { option in
          TextNode(
            prefix: prefix + [option], bound: scales[worker].reduce(0) { $0 + $1.count(option) })
        }
        found.withLock { $0[place] = children }
      }
    }
    let children = found.withLock { $0.flatMap(\.self) }
    let settled = nodes.reduce(0) { $0 + $1.prefix.count }
    return (children.filter { $0.bound > 0 }, (children.count + settled) * stepsPerChild)
  }
}

extension TextSurvey {
  /// The draws of the plan side by side, those of each account of the talks by themselves.
  ///
  /// - Returns: `nil` when it was stopped.
  func sheets(shouldStop: @escaping @Sendable () -> Bool) -> [DrawSheet]? {
    let models = (0..<plan.draws).map {
      firstJudge.model(of: UInt32(truncatingIfNeeded: $0), seed: plan.seed)
    }
    var counts = [Int](repeating: 0, count: scenario.alternatives.count)
    let places = models.map { model in
      counts[model] += 1
      return counts[model] - 1
    }
    let sheets = firstJudge.sheets(draws: counts)
    let isWhole = eachDraw(shouldStop: shouldStop) { _, judge, draw in
      judge.write(to: sheets[models[draw]], at: places[draw])
    }
    guard isWhole else { return nil }
    let spreads = pool.space.issues.map { k in sheets.reduce(0) { $0 + $1.spread(of: k) } }
    let order = spreads.indices.sorted { (-spreads[$0], $0) < (-spreads[$1], $1) }
    for sheet in sheets { sheet.prepare(order) }
    return sheets
  }

  /// In how many draws each of some texts is acceptable.
  ///
  /// - Returns: `nil` when it was stopped.
  func counts(of texts: [Int], shouldStop: @escaping @Sendable () -> Bool) -> [Int]? {
    sum(
      from: texts.map { _ in 0 }, shouldStop: shouldStop, onProgress: { _ in },
      addDraw: { sum, judge, _ in
        for (place, text) in texts.enumerated() where judge.accepts(text) { sum[place] += 1 }
      },
      merge: { sum, other in for place in sum.indices { sum[place] += other[place] } })
  }
}
