extension OutcomeSearch {
  /// How many outcomes are worth at least `target` and cross no own red line. Complexity: that of
  /// ``lowest(notBelow:)``.
  mutating func count(notBelow target: Double) -> UInt64 {
    var count: UInt64 = 0
    for index in 0..<pairs.count { add(pairs[index], target, to: &count) }
    return count
  }

  /// Between which utilities the outcomes lie that are worth the same as the one that so many
  /// others of those worth at least `target` are worth more than, or as much; fewer than are
  /// counted.
  ///
  /// Complexity: that of some 50 counts at most, as many as halvings lead from the range of the
  /// utilities to two that are worth the same.
  mutating func band(after index: UInt64, notBelow target: Double) -> TieBand {
    // Always: more than `index` outcomes reach `low`, and no more than that reach `high`.
    var (low, high) = (target, greatest() + UtilityGrid.tolerance)
    var (reached, above) = (count(notBelow: low), UInt64(0))
    while reached - above > 1, high - low > UtilityGrid.tolerance {
      let middle = low + (high - low) / 2
      let count = count(notBelow: middle)
      if count > index { (low, reached) = (middle, count) } else { (high, above) = (middle, count) }
    }
    return TieBand(low: low, high: high.nextDown)
  }

  /// Adds to `seen` how many outcomes of one pair of classes are worth at least `target`: with each
  /// left entry go the right entries from a place on.
  @inline(__always)
  private func add(_ pair: Pair, _ target: Double, to seen: inout UInt64) {
    let rightCount = right.live[pair.right]
    let (leftStart, rightStart) = (left.starts[pair.left], right.starts[pair.right])
    var j = rightCount
    for i in 0..<left.live[pair.left] {
      let base = left.keys[leftStart + i] + pair.bonus
      while j > 0, base + right.keys[rightStart + j - 1] >= target { j -= 1 }
      seen += UInt64(rightCount - j)
    }
  }
}
