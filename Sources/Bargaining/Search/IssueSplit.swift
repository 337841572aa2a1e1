/// Which issues go into which half of an ``OutcomeSearch``.
///
/// A search costs about the sum of the halves' sizes, times the ways in which conditions across the halves can be
/// half met; so the halves should be of like size, and issues that interact in the same one.
struct IssueSplit {
  let left: [Int]
  let right: [Int]

  /// - Parameters:
  ///   - counts: options per issue (1 for an issue that is held).
  ///   - conditions: the issues that each condition speaks of.
  init(counts: [Int], conditions: [[Int]]) {
    let masks = conditions.map { $0.reduce(UInt64(0)) { $0 | 1 << UInt64($1) } }
    let best =
      counts.count <= 16
      ? Self.bestOfAll(counts: counts, masks: masks) : Self.balanced(counts: counts)
    left = counts.indices.filter { best >> UInt64($0) & 1 == 1 }
    right = counts.indices.filter { best >> UInt64($0) & 1 == 0 }
  }

  /// The cheapest of all splits; the first issue is always on the left, and of equals the first found stays.
  private static func bestOfAll(counts: [Int], masks: [UInt64]) -> UInt64 {
    var best: UInt64 = 1
    var least = Double.infinity
    for subset in stride(from: UInt64(1), to: 1 << UInt64(counts.count), by: 2) {
      var (left, right) = (1.0, 1.0)
      for (k, count) in counts.enumerated() {
        if subset >> UInt64(k) & 1 == 1 { left *= Double(count) } else { right *= Double(count) }
      }
      let across = masks.reduce(0) { $0 + ($1 & subset != 0 && $1 & ~subset != 0 ? 1 : 0) }
      let cost = (left + right) * Double(1 << min(across, 8))
      if cost < least { (least, best) = (cost, subset) }
    }
    return best
  }

  /// Halves of like size for many issues: largest issue first, each to the smaller half.
  private static func balanced(counts: [Int]) -> UInt64 {
    var (left, right) = (1.0, 1.0)
    var subset: UInt64 = 0
    let order = counts.indices.sorted { (counts[$0], $1) > (counts[$1], $0) }
    for k in order {
      if left <= right {
        left *= Double(counts[k])
        subset |= 1 << UInt64(k)
      } else {
        right *= Double(counts[k])
      }
    }
    return subset
  }
}
