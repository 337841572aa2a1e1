import Bargaining

/// A search under way.
final class TextSearchWalk {
  private let survey: TextSurvey
  private let crew: TextSearchCrew
  private let mostSteps: Int
  private let shouldStop: @Sendable () -> Bool
  private let onProgress: @Sendable (Int) -> Void
  private var result = TextSearch.Result()
  private var heap = TextHeap()
  /// Complete texts not yet put to the draws, with their bounds.
  private var pending: [(text: Int, bound: Int)] = []
  private var known: [Int: Int] = [:]
  private var batch = 16

  init(
    survey: TextSurvey, sheets: [DrawSheet], steps: Int, shouldStop: @escaping @Sendable () -> Bool,
    onProgress: @escaping @Sendable (Int) -> Void
  ) {
    self.survey = survey
    crew = TextSearchCrew(sheets, space: survey.pool.space, threads: survey.plan.threads)
    mostSteps = steps
    self.shouldStop = shouldStop
    self.onProgress = onProgress
  }

  func run() -> TextSearch.Result? {
    guard dive(), climb(), follow() else { return nil }
    // Neighbours of the best count among those that were found.
    let near = best(10).flatMap(neighbours)
    guard put(near) else { return nil }
    result.found = Set(best(TextSearch.mostFound))
    result.bound = max(result.best, heap.most ?? 0, pending.map(\.bound).max() ?? 0)
    return result
  }

  /// A first look: level by level, the most promising partial texts alone.
  private func dive() -> Bool {
    var level = [TextNode(prefix: [], bound: crew.draws)]
    for _ in 0..<crew.depth {
      guard let children = expand(level) else { return false }
      level = Array(children.sorted(by: TextNode.precedes).prefix(TextSearch.width))
    }
    return put(level.map(crew.text))
  }

  /// Changes of one issue that make the best text better, until there are none.
  private func climb() -> Bool {
    var last = -1
    while result.best > last, let first = best(1).first {
      last = result.best
      guard put(neighbours(of: first)) else { return false }
    }
    return true
  }

  /// The most promising partial texts first, until none can be better or the work is used up.
  private func follow() -> Bool {
    heap.push(TextNode(prefix: [], bound: crew.draws))
    var rounds = 0
    while let most = heap.most, most > result.best, result.steps < mostSteps {
      var nodes: [TextNode] = []
      while nodes.count < TextSearch.width, let next = heap.most, next > result.best, let node = heap.pop() {
        if node.prefix.count < crew.depth {
          nodes.append(node)
        } else if known[crew.text(node)] == nil {
          pending.append((crew.text(node), node.bound))
        }
      }
      guard let children = expand(nodes) else { return false }
      for child in children where child.bound > result.best { heap.push(child) }
      rounds = pending.isEmpty ? 0 : rounds + 1
      let isLast = (heap.most ?? 0) <= result.best
      if pending.count >= batch || rounds >= 16 || isLast, !pending.isEmpty {
        rounds = 0
        batch = min(2 * batch, 2_048)
        guard put(pending.map(\.text)) else { return false }
        pending = []
      }
    }
    if !pending.isEmpty {
      guard put(pending.map(\.text)) else { return false }
      pending = []
    }
    return true
  }

  private func expand(_ nodes: [TextNode]) -> [TextNode]? {
    guard !shouldStop() else { return nil }
    let (children, steps) = crew.expand(nodes)
    result.steps += steps
    onProgress(min(result.steps, mostSteps))
    return children
  }

  /// Puts texts to every draw.
  private func put(_ texts: [Int]) -> Bool {
    let new = Set(texts).filter { known[$0] == nil }.sorted()
    guard !new.isEmpty else { return true }
    guard let counts = survey.counts(of: new, shouldStop: shouldStop) else { return false }
    for (text, count) in zip(new, counts) {
      known[text] = count
      result.best = max(result.best, count)
    }
    result.steps += 8 * new.count * crew.stepsPerChild
    onProgress(min(result.steps, mostSteps))
    return true
  }

  private func best(_ most: Int) -> [Int] {
    known.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(most).map(\.key)
  }

  private func neighbours(of text: Int) -> [Int] {
    let space = survey.pool.space
    return space.issues.flatMap { k in
      space.allowed(of: k).filter { $0 != space.option(of: k, in: text) }.compactMap {
        space.text(text, with: $0, of: k)
      }
    }
  }
}
