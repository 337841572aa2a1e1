extension OutcomeSearch {
  /// The same as ``lowest(notBelow:)``, for targets that mostly fall from call to call: what was found out for the last is carried over.
  ///
  /// Measured on the search alone, halves of 64 entries: a walk anew costs 47 ns a round in talks of 1,000 rounds, carrying over 18;
  /// in talks of 100 rounds 75 and 67. Halves of 1,024 entries and 100 rounds, where all entries move several times a round: 0.67 µs and 1.33, which
  /// is why an edge that moves fast is walked.
  func lowest(falling target: Double) -> Lowest {
    guard frontier.isKept else { return lowest(notBelow: target) }
    if target > frontier.last[0].target { restartFrontier() }
    var result = Lowest()
    result.found.utility = .infinity
    for index in 0..<pairs.count { fall(index, to: target, &result) }
    // When nothing moved, the last answer still is the answer.
    if !result.found.exists { result.found = frontier.last[0].answer.found }
    frontier.last[0] = Frontier.Last(target: target, answer: result)
    return result
  }

  /// Forgets the targets so far.
  func restartFrontier() {
    guard frontier.isKept else { return }
    for index in 0..<pairs.count {
      frontier.edges[index].first = left.live[pairs[index].left]
      // Whatever the next target is, a walk finds all places in one go.
      frontier.edges[index].isFast = true
    }
    frontier.last[0] = Frontier.Last()
  }

  @inline(__always)
  private func fall(_ index: Int, to target: Double, _ result: inout Lowest) {
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
      ? walkAnew(pair, row, from: first, target, &result) : carry(pair, row, from: first, target, &result)
    frontier.edges[index].first = first
    frontier.edges[index].isFast = steps > 2 * (leftCount - first)
  }

  /// Moves the left entries from `first` on whose next outcome reaches the target. Returns how many steps they made together.
  @inline(__always)
  private func carry(
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
        consider(pair, row, i, j, &result)
      }
      below = greater(below, row.next[i])
      i += 1
    }
    result.below = below
    return steps
  }

  /// Finds the places of all left entries from `first` on by a walk along the staircase.
  @inline(__always)
  private func walkAnew(
    _ pair: Pair, _ row: FrontierRow, from first: Int, _ target: Double, _ result: inout Lowest
  ) -> Int {
    var steps = 0
    var below = result.below
    var j = row.b.count - 1
    var i = first
    while i < row.a.count {
      let base = row.a[i] + row.bonus
      while j >= 0, base + row.b[j] >= target { j -= 1 }
      let moved = Int(row.places[i]) - (j + 1)
      // From an entry on that has been at the end already, all are.
      if j < 0, moved == 0 { break }
      steps += moved
      row.put(i, at: j + 1)
      if moved > 0 { consider(pair, row, i, j + 1, &result) }
      below = greater(below, row.next[i])
      i += 1
    }
    result.below = below
    return steps
  }

  /// Takes the outcome of two entries if it is worth less than the lowest so far, or as much and comes before it in rank.
  @inline(__always)
  private func consider(_ pair: Pair, _ row: FrontierRow, _ i: Int, _ j: Int, _ result: inout Lowest) {
    let utility = row.utility(i, j)
    guard utility <= result.found.utility else { return }
    let found = Found(
      left: Int(left.ids[left.starts[pair.left] + i]), right: Int(right.ids[right.starts[pair.right] + j]),
      utility: utility)
    if utility < result.found.utility || precedes(found, result.found) { result.found = found }
  }

  /// The greater of two numbers that are not NaN: one instruction, where `max` has to take care of zeros.
  @inline(__always)
  private func greater(_ a: Double, _ b: Double) -> Double { a > b ? a : b }
}
