extension OutcomeSearch {
  /// How many outcomes are worth at least `target` and cross no own red line. Complexity: that of
  /// ``lowest(notBelow:)``.
  mutating func count(notBelow target: Double) -> UInt64 {
    var count: UInt64 = 0
    for index in 0..<pairs.count { _ = pick(pairs[index], target, from: &count) }
    return count
  }

  /// One of the outcomes that ``count(notBelow:)`` counts, by its number from 0 in an order that
  /// depends on the run's preferences alone.
  mutating func outcome(number: UInt64, notBelow target: Double) -> Found {
    var seen: UInt64 = 0
    for index in 0..<pairs.count {
      if let found = pick(pairs[index], target, from: &seen, number) { return found }
    }
    return Found()
  }

  /// Walks the staircase of one pair of classes; with each left entry go the right entries from a
  /// place on. Adds to `seen` how many outcomes lie before outcome `number`, or all.
  @inline(__always)
  private func pick(
    _ pair: Pair, _ target: Double, from seen: inout UInt64, _ number: UInt64 = .max
  ) -> Found? {
    let rightCount = right.live[pair.right]
    let (leftStart, rightStart) = (left.starts[pair.left], right.starts[pair.right])
    var j = rightCount
    for i in 0..<left.live[pair.left] {
      let base = left.keys[leftStart + i] + pair.bonus
      while j > 0, base + right.keys[rightStart + j - 1] >= target { j -= 1 }
      let partners = UInt64(rightCount - j)
      if number - seen < partners {
        let place = j + Int(number - seen)
        return Found(
          left: Int(left.ids[leftStart + i]), right: Int(right.ids[rightStart + place]),
          utility: base + right.keys[rightStart + place])
      }
      seen += partners
    }
    return nil
  }
}
