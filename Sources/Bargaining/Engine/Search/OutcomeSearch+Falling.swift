extension OutcomeSearch {
  /// The same as ``lowest(notBelow:)``, for targets that mostly fall from call to call: what was
  /// found out for the last is carried over.
  ///
  /// Where few left entries move, a pass over a row of numbers finds them; where many do, all are
  /// looked at.
  mutating func lowest(falling target: Double) -> Lowest {
    guard frontier.isKept else { return lowest(notBelow: target) }
    if target > frontier.last[0].target { restartFrontier() }
    // Unless something moves, the last answer still is the answer.
    var result = Lowest(found: frontier.last[0].found, rival: frontier.last[0].rival)
    for index in 0..<pairs.count { fall(index, to: target, &result) }
    // What does not move is worth at least the last target.
    result.rival = lesser(result.rival, frontier.last[0].target)
    frontier.last[0] = Frontier.Last(target: target, found: result.found, rival: result.rival)
    if !result.found.exists { result.found.utility = -.infinity }
    return result
  }

  /// Forgets the targets so far.
  mutating func restartFrontier() {
    guard frontier.isKept else { return }
    for index in 0..<pairs.count {
      frontier.edges[index].first = left.live[pairs[index].left]
      // Whatever the next target is, all places are found in one go.
      frontier.edges[index].isFast = true
    }
    frontier.last[0] = Frontier.Last()
  }

  @inline(__always)
  private mutating func fall(_ index: Int, to target: Double, _ result: inout Lowest) {
    let pair = pairs[index]
    let leftCount = left.live[pair.left]
    let rightCount = right.live[pair.right]
    guard leftCount > 0, rightCount > 0 else { return }
    let edge = frontier.edges[index]
    let row = FrontierRow(
      a: left.keys.slice(left.starts[pair.left], leftCount),
      b: right.keys.slice(right.starts[pair.right], rightCount), bonus: pair.bonus,
      places: frontier.places.slice(edge.start, leftCount), next: frontier.next.slice(edge.start, leftCount))

    // Left entries that reach the target for the first time start with the best right entry.
    var first = edge.first
    while first > 0 {
      let utility = row.utility(first - 1, rightCount - 1)
      guard utility >= target else {
        result.below = greater(result.below, utility)
        break
      }
      first -= 1
      row.put(first, at: rightCount)
    }
    let steps =
      edge.isFast
      ? placeAll(pair, row, from: first, target, &result) : carry(pair, row, from: first, target, &result)
    frontier.edges[index].first = first
    // Where the costs of the two cross, as measured.
    frontier.edges[index].isFast = 4 * steps > leftCount - first
  }

  /// Moves the left entries from `first` on whose next outcome reaches the target. Returns how many
  /// steps they made together.
  @inline(__always)
  private mutating func carry(
    _ pair: Pair, _ row: FrontierRow, from first: Int, _ target: Double, _ result: inout Lowest
  ) -> Int {
    var steps = 0
    var below = result.below
    var i = first
    while i < row.a.count {
      if row.next[i] >= target {
        var j = Int(row.places[i])
        steps += j
        repeat {
          j -= 1
          row.put(i, at: j)
        } while row.next[i] >= target
        steps -= j
        result.note(row.utility(i, j))
        consider(pair, row, i, j, &result)
      }
      below = greater(below, row.next[i])
      i += 1
    }
    result.below = below
    return steps
  }

  /// Finds the places of all left entries from `first` on; returns how many steps they made
  /// together.
  ///
  /// Most move by few right entries or by none, which no processor can foresee, so four right
  /// entries at a time are looked at without a branch. That plays a fifth more rounds a second over
  /// 4,096 outcomes than a walk along the staircase.
  @inline(__always)
  private mutating func placeAll(
    _ pair: Pair, _ row: FrontierRow, from first: Int, _ target: Double, _ result: inout Lowest
  ) -> Int {
    // Too short to be looked at so.
    guard row.b.count >= FrontierRow.width else { return carry(pair, row, from: first, target, &result) }
    var steps = 0
    var below = result.below
    var lowest = result.found.utility
    var best = -1
    var rival = result.rival
    var previous = row.b.count
    var i = first
    while i < row.a.count {
      let last = Int(row.places[i])
      // From an entry on that has been at the end already, all are.
      if last == 0 { break }
      let base = row.a[i] + row.bonus
      var start = max(last &- FrontierRow.width, 0)
      var place = start &+ FrontierRow.width &- row.reaching(target, base: base, from: start)
      if place == start, start > 0 {
        // It passes by all four. No entry's place is above that of the entry before, so that all
        // together pass by each right entry once.
        var end = min(start, previous)
        repeat {
          start = max(end &- FrontierRow.width, 0)
          place = start &+ FrontierRow.width &- row.reaching(target, base: base, from: start)
          end = start
        } while place == start && start > 0
      }
      previous = place
      row.put(i, at: place)
      steps &+= last &- place
      below = greater(below, row.next[i])
      let utility = base + row.b[place]
      rival = lesser(rival, greater(utility, lowest))
      best = utility < lowest ? i : best
      lowest = utility < lowest ? utility : lowest
      i &+= 1
    }
    result.below = below
    result.rival = rival
    // As low as what another pair of classes has found is a tie too; as low as the last answer is
    // that answer.
    let isTied = rival == lowest
    let isNew = best >= 0 || isTied && lowest < frontier.last[0].found.utility
    if isNew, isTied {
      for tied in first..<i { consider(pair, row, tied, Int(row.places[tied]), &result) }
    } else if isNew {
      consider(pair, row, best, Int(row.places[best]), &result)
    }
    return steps
  }

  /// Takes the outcome of two entries if it is worth less than the lowest so far, or as much and
  /// comes before it in rank.
  @inline(__always)
  private mutating func consider(_ pair: Pair, _ row: FrontierRow, _ i: Int, _ j: Int, _ result: inout Lowest)
  {
    let utility = row.utility(i, j)
    guard utility <= result.found.utility else { return }
    if j + 1 < row.b.count { result.rival = lesser(result.rival, row.utility(i, j + 1)) }
    let found = Found(
      left: Int(left.ids[left.starts[pair.left] + i]), right: Int(right.ids[right.starts[pair.right] + j]),
      utility: utility)
    if utility < result.found.utility || precedes(found, result.found) { result.found = found }
  }
}
