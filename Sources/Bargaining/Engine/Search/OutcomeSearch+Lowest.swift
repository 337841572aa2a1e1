extension OutcomeSearch {
  /// The answer to ``lowest(notBelow:)`` and how long it stays the answer.
  struct Lowest: BitwiseCopyable {
    /// The worst outcome not below the target; of equals the one of lowest rank.
    var found = Found()
    /// The greatest utility below the target (-infinity if none): for every target above it and not
    /// above the found utility the answer is the same, so a falling aspiration need not search
    /// again.
    var below = -Double.infinity
    /// No further outcome at or above the target is worth less than this: near the found utility,
    /// there may be ties.
    var rival = Double.infinity

    /// Whether others at or above the target may be worth the same as the found one; if not, none
    /// is.
    @inline(__always)
    var isTied: Bool { rival <= found.utility + UtilityGrid.tolerance }

    /// Takes in that there is one more outcome of that utility, before it becomes the found one or
    /// not.
    @inline(__always)
    mutating func note(_ utility: Double) {
      let other = greater(found.utility, utility)
      rival = lesser(rival, other)
    }
  }

  /// The outcome with the least utility at or above `target` that crosses no own red line.
  mutating func lowest(notBelow target: Double) -> Lowest {
    var result = Lowest()
    result.found.utility = .infinity
    for index in 0..<pairs.count { walk(index, target, &result) }
    if !result.found.exists { result.found.utility = -.infinity }
    return result
  }

  /// Walks the staircase of one pair of classes: as the left entry rises, the first right entry
  /// that reaches the target falls. Only the corner at or above the target is walked; of what lies
  /// below, only the edge.
  @inline(__always)
  private mutating func walk(_ index: Int, _ target: Double, _ result: inout Lowest) {
    let pair = pairs[index]
    let leftCount = left.live[pair.left]
    let rightCount = right.live[pair.right]
    guard leftCount > 0, rightCount > 0 else { return }
    let leftStart = left.starts[pair.left]
    let rightStart = right.starts[pair.right]
    let a = left.keys.slice(leftStart, leftCount)
    let b = right.keys.slice(rightStart, rightCount)
    let top = b[rightCount - 1] + pair.bonus

    // The first left entry that reaches the target with the best right entry.
    var low = pair.corner
    while low > 0, a[low - 1] + top >= target { low -= 1 }
    while low < leftCount, a[low] + top < target { low += 1 }
    pairs[index].corner = low
    if low > 0 { result.below = max(result.below, a[low - 1] + top) }

    var j = rightCount - 1
    var i = low
    while i < leftCount {
      let base = a[i] + pair.bonus
      while j >= 0, base + b[j] >= target { j -= 1 }
      let utility = base + b[j + 1]
      result.note(utility)
      if utility <= result.found.utility {
        if j + 2 < rightCount { result.rival = lesser(result.rival, base + b[j + 2]) }
        let found = Found(
          left: Int(left.ids[leftStart + i]), right: Int(right.ids[rightStart + j + 1]), utility: utility)
        if utility < result.found.utility || precedes(found, result.found) { result.found = found }
      }
      if j < 0 { break }  // Every later pair is better still.
      result.below = max(result.below, base + b[j])
      i += 1
    }
    // Equal left entries may follow the one that broke off; their rank may be lower.
    if j < 0, i < leftCount { ties(pair, a, from: i, leftStart, rightStart, &result) }
    if j < 0, i + 1 < leftCount { result.note(a[i + 1] + pair.bonus + b[0]) }
  }

  /// Left entries equal to entry `first`, each with the first right entry: the same utility,
  /// perhaps a lower rank.
  private mutating func ties(
    _ pair: Pair, _ a: Lane<Double>, from first: Int, _ leftStart: Int, _ rightStart: Int,
    _ result: inout Lowest
  ) {
    var i = first + 1
    while i < a.count, a[i] == a[first] {
      let utility = a[i] + right.keys[rightStart] + pair.bonus
      let found = Found(
        left: Int(left.ids[leftStart + i]), right: Int(right.ids[rightStart]), utility: utility)
      if utility == result.found.utility, precedes(found, result.found) { result.found = found }
      i += 1
    }
  }

  /// The outcome with the greatest utility strictly below `target` that crosses no own red line; of
  /// equals the one of lowest rank.
  mutating func highest(below target: Double) -> Found {
    let edge = lowest(notBelow: target).below
    guard edge > -.infinity else { return Found() }
    return lowest(notBelow: edge).found
  }
}

/// The greater, and the lesser, of two numbers that are not NaN: one instruction, where `max` and
/// `min` have to take care of zeros.
@inline(__always)
func greater(_ a: Double, _ b: Double) -> Double { a > b ? a : b }

@inline(__always)
func lesser(_ a: Double, _ b: Double) -> Double { a < b ? a : b }
