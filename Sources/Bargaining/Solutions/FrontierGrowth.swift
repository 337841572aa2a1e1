/// The growing frontier of a ``FrontierBuilder``, issue by issue.
///
/// A struct, so that one access to it is checked for each frontier; as properties of the class its
/// lists were checked at each merge, which made up a tenth of the time of a small frontier.
struct FrontierGrowth {
  private let game: FixedGame
  private let plan: FrontierPlan
  private(set) var frontier: PointList
  private var next: PointList
  private var merged: PointList
  private var other: PointList
  /// Class c of the current level: points `starts[c] ..< starts[c + 1]` of `frontier`.
  private var starts: [Int] = []
  private var nextStarts: [Int] = []
  private let shift: Lane<Double>
  /// What the last frontier took: points visited and tests for domination.
  private(set) var steps = 0
  private var stepLimit = 0

  init(_ game: FixedGame, _ plan: FrontierPlan, arena: Arena) {
    self.game = game
    self.plan = plan
    frontier = PointList(dimensions: game.voterCount)
    next = PointList(dimensions: game.voterCount)
    merged = PointList(dimensions: game.voterCount)
    other = PointList(dimensions: game.voterCount)
    shift = arena.lane(game.voterCount, of: 0)
  }

  /// See ``FrontierBuilder/build(mostSteps:)``.
  mutating func build(mostSteps: Int) throws(FrontierBuilder.Fault) {
    stepLimit = mostSteps
    frontier.count = 1
    for v in 0..<game.voterCount { frontier.values[v] = 0 }
    frontier.ranks[0] = 0
    starts.removeAll(keepingCapacity: true)
    starts.append(0)
    starts.append(1)
    steps = 0
    for level in plan.levels.indices { try extend(level) }
  }

  private mutating func extend(_ level: Int) throws(FrontierBuilder.Fault) {
    let issue = plan.levels[level].issue
    next.count = 0
    nextStarts.removeAll(keepingCapacity: true)
    nextStarts.append(0)
    for kind in 0..<plan.levels[level].classCount {
      merged.count = 0
      for index in plan.levels[level].starts[kind]..<plan.levels[level].starts[kind + 1] {
        let entry = plan.levels[level].entries[index]
        let from = starts[entry.from]
        let count = starts[entry.from + 1] - from
        guard count > 0, game.allows(entry.option, of: issue) else { continue }
        let slot = (game.offsets[issue] + entry.option) * game.voterCount
        for v in 0..<game.voterCount {
          shift[v] =
            game.worth[slot + v] + game.bonuses(plan.levels[level].completed[entry.completed + v], of: v)
        }
        try merge(from, count, game.shifts[game.offsets[issue] + entry.option])
      }
      next.append(merged)
      nextStarts.append(next.count)
      if next.count > FrontierBuilder.mostPoints { throw .tooManyPoints }
    }
    swap(&frontier, &next)
    swap(&starts, &nextStarts)
  }

  /// Merges points of the level before, shifted, into `merged`, dropping what is dominated.
  private mutating func merge(_ from: Int, _ count: Int, _ rankShift: UInt64) throws(FrontierBuilder.Fault) {
    other.count = 0
    other.reserve(merged.count + count)
    steps += merged.count + count
    if steps > stepLimit { throw .tooManySteps }
    if other.dimensions == 2 {
      mergeTwo(from, count, rankShift)
    } else {
      try mergeMany(from, count, rankShift)
    }
    swap(&merged, &other)
    if merged.count > FrontierBuilder.mostPoints { throw .tooManyPoints }
  }

  private mutating func mergeTwo(_ from: Int, _ count: Int, _ rankShift: UInt64) {
    let (s0, s1) = (shift[0], shift[1])
    let new = frontier.values + 2 * from
    let newRanks = frontier.ranks + from
    let (old, oldRanks, oldCount) = (merged.values, merged.ranks, merged.count)
    let (out, outRanks) = (other.values, other.ranks)
    var (i, j, kept) = (0, 0, 0)
    // The band: what its first point is worth to the first voter, where it starts in `out`, the
    // most that it and the bands before it bring the second voter.
    var (top, start, most, before) = (Double.infinity, 0, -Double.infinity, -Double.infinity)
    while i < count || j < oldCount {
      let a0 = i < count ? new[2 * i] + s0 : -Double.infinity
      let a1 = i < count ? new[2 * i + 1] + s1 : -Double.infinity
      let b0 = j < oldCount ? old[2 * j] : -Double.infinity
      let b1 = j < oldCount ? old[2 * j + 1] : -Double.infinity
      let takesNew = a0 > b0 || a0 == b0 && a1 > b1
      let (x, y) = takesNew ? (a0, a1) : (b0, b1)
      let rank = takesNew ? newRanks[i] + rankShift : oldRanks[j]
      if takesNew { i += 1 } else { j += 1 }
      if UtilityGrid.exceeds(top, x) { (top, start, before, most) = (x, kept, max(before, most), -.infinity) }
      // Who is in a later band is worth less to the first voter, so it must be worth more to the
      // second.
      guard UtilityGrid.exceeds(y, before), UtilityGrid.reaches(y, most) else { continue }
      if UtilityGrid.exceeds(y, most) { kept = start }
      out[2 * kept] = x
      out[2 * kept + 1] = y
      outRanks[kept] = rank
      most = max(most, y)
      kept += 1
    }
    other.count = kept
  }

  private mutating func mergeMany(
    _ from: Int, _ count: Int, _ rankShift: UInt64
  ) throws(FrontierBuilder.Fault) {
    let dimensions = other.dimensions
    let oldCount = merged.count
    var (i, j) = (0, 0)
    while i < count || j < oldCount {
      let takesNew = j == oldCount || i < count && precedes(from + i, j)
      let point = other.values + other.count * dimensions
      if takesNew {
        let source = frontier.values + (from + i) * dimensions
        for v in 0..<dimensions { point[v] = source[v] + shift[v] }
        other.ranks[other.count] = frontier.ranks[from + i] + rankShift
        i += 1
      } else {
        point.update(from: merged.values + j * dimensions, count: dimensions)
        other.ranks[other.count] = merged.ranks[j]
        j += 1
      }
      if !isDominated(point) {
        dropDominated(by: point)
        other.count += 1
      }
      if steps > stepLimit { throw .tooManySteps }
    }
  }

  /// Whether point i of the level before, shifted, comes before point j of `merged`.
  private func precedes(_ i: Int, _ j: Int) -> Bool {
    let dimensions = other.dimensions
    for v in 0..<dimensions {
      let (a, b) = (frontier.values[i * dimensions + v] + shift[v], merged.values[j * dimensions + v])
      if a != b { return a > b }
    }
    return false
  }

  /// Whether a point of `other` dominates the point, given that all of them come before it.
  private mutating func isDominated(_ point: UnsafeMutablePointer<Double>) -> Bool {
    let dimensions = other.dimensions
    var rival = other.values
    for index in 0..<other.count {
      var v = 0
      while v < dimensions, UtilityGrid.reaches(rival[v], point[v]) { v += 1 }
      if v == dimensions {
        steps += index
        // What equals an efficient point is efficient.
        return (0..<dimensions).contains { UtilityGrid.exceeds(rival[$0], point[$0]) }
      }
      rival += dimensions
    }
    steps += other.count
    return false
  }

  /// Drops from the band of a point, the end of `other`, what it dominates, and moves the point up
  /// behind what is left. Takes no more tests than have been counted to find that nothing dominates
  /// the point.
  private func dropDominated(by point: UnsafeMutablePointer<Double>) {
    let dimensions = other.dimensions
    let (values, ranks, count) = (other.values, other.ranks, other.count)
    var start = count
    while start > 0, UtilityGrid.reaches(point[0], values[(start - 1) * dimensions]) { start -= 1 }
    guard start < count else { return }
    var kept = start
    for index in start...count {
      let rival = values + index * dimensions
      if index < count, (0..<dimensions).allSatisfy({ UtilityGrid.reaches(point[$0], rival[$0]) }),
        (0..<dimensions).contains(where: { UtilityGrid.exceeds(point[$0], rival[$0]) })
      {
        continue
      }
      (values + kept * dimensions).update(from: rival, count: dimensions)
      ranks[kept] = ranks[index]
      kept += 1
    }
    other.count = kept - 1
  }
}
