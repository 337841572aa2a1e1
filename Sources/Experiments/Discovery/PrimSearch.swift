/// One search under way: the present box, and the boxes that it came through.
struct PrimSearch {
  let prim: Prim
  /// For each case, whether it is looked at.
  let remaining: [Bool]
  private(set) var boxes: [PrimBox] = []
  var limits: [PrimLimit]
  /// For each case, whether the present box holds it.
  var isInside: [Bool]
  var count: PrimCount

  /// A box that might be the next.
  struct Candidate {
    let input: Int
    let limit: PrimLimit
    let count: PrimCount
  }

  /// A search that begins at a box.
  init(_ prim: Prim, remaining: [Bool], limits: [PrimLimit]) {
    self.prim = prim
    self.remaining = remaining
    self.limits = limits
    isInside = remaining.indices.map { remaining[$0] && prim.holds(limits, $0) }
    count = PrimSearch.count(isInside, prim)
    boxes.append(box())
  }

  /// Peels until the next step would leave too little or gain nothing, or somebody wants to stop.
  mutating func peel(_ shouldStop: () -> Bool) {
    while !shouldStop(), let next = best(of: prim.inputOrder.flatMap(peels)) {
      let score = prim.options.objective.score(old: count, new: next.count)
      guard isLargeEnough(next.count), next.count.cases < count.cases, score > 0 else { return }
      move(to: next)
    }
  }

  /// Pastes until no paste raises the density, or somebody wants to stop.
  mutating func paste(_ shouldStop: () -> Bool) {
    while !shouldStop(), let next = best(of: prim.inputOrder.flatMap(pastes)) {
      let score = prim.options.objective.score(old: count, new: next.count)
      guard isLargeEnough(next.count), next.count.cases > count.cases, score > 0,
        next.count.density > count.density
      else { return }
      move(to: next)
    }
  }

  /// The candidate of the highest score, then of the fewest restricted inputs, then the first.
  private func best(of candidates: [Candidate]) -> Candidate? {
    var best: (candidate: Candidate, score: Double, restricted: Int)?
    for candidate in candidates {
      let score = prim.options.objective.score(old: count, new: candidate.count)
      let restricted = limits.indices.count { index in
        (index == candidate.input ? candidate.limit : limits[index]) != prim.whole[index]
      }
      if let best, score < best.score || (score == best.score && restricted >= best.restricted) { continue }
      best = (candidate, score, restricted)
    }
    return best?.candidate
  }

  private func isLargeEnough(_ count: PrimCount) -> Bool {
    Double(count.cases) / Double(prim.isInteresting.count) >= prim.options.leastMass
  }

  private mutating func move(to candidate: Candidate) {
    setLimit(of: candidate.input, to: candidate.limit)
    boxes.append(box())
  }

  mutating func setLimit(of input: Int, to limit: PrimLimit) {
    limits[input] = limit
    for index in isInside.indices { isInside[index] = remaining[index] && prim.holds(limits, index) }
    count = PrimSearch.count(isInside, prim)
  }

  /// The present box, with what it holds.
  func box() -> PrimBox {
    PrimBox(
      limits: limits, cases: count.cases, interesting: count.interesting,
      coverage: Double(count.interesting) / Double(prim.interesting), density: count.density,
      mass: Double(count.cases) / Double(prim.isInteresting.count), restrictions: restrictions())
  }

  private static func count(_ isInside: [Bool], _ prim: Prim) -> PrimCount {
    var count = PrimCount()
    for (inside, interesting) in zip(isInside, prim.isInteresting) where inside { count.add(interesting) }
    return count
  }
}
