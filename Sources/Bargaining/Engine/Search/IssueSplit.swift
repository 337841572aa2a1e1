/// Which issues go into which half of an ``OutcomeSearch``.
///
/// A search costs about the sum of the halves' sizes, times the ways in which conditions across the
/// halves can be half met; so the halves should be of like size, and issues that interact in the
/// same one. Of splits that cost the same names decide, and each half lists its issues by name: a
/// search comes upon outcomes in the same order whichever that of the file is.
struct IssueSplit {
  let left: [Int]
  let right: [Int]

  /// - Parameters:
  ///   - counts: options per issue (1 for an issue that is held).
  ///   - conditions: the issues that each condition speaks of.
  ///   - order: the issues in the order of their names.
  init(counts: [Int], conditions: [[Int]], order: [Int]) {
    let counts = order.map { counts[$0] }
    let masks = conditions.map { issues in
      order.indices.reduce(UInt64(0)) { issues.contains(order[$1]) ? $0 | 1 << UInt64($1) : $0 }
    }
    let best =
      counts.count <= 16
      ? Self.bestOfAll(counts: counts, masks: masks)
      : Self.improved(Self.balanced(counts: counts), counts: counts, masks: masks)
    left = order.indices.filter { best >> UInt64($0) & 1 == 1 }.map { order[$0] }
    right = order.indices.filter { best >> UInt64($0) & 1 == 0 }.map { order[$0] }
  }

  /// The cheapest of all splits; the first issue is always on the left, and of equals the first
  /// found stays.
  private static func bestOfAll(counts: [Int], masks: [UInt64]) -> UInt64 {
    var best: UInt64 = 1
    var least = Double.infinity
    for subset in stride(from: UInt64(1), to: 1 << UInt64(counts.count), by: 2) {
      let cost = cost(of: subset, counts: counts, masks: masks)
      if cost < least { (least, best) = (cost, subset) }
    }
    return best
  }

  /// Entries of both halves, doubled for each condition that lies across them.
  private static func cost(of subset: UInt64, counts: [Int], masks: [UInt64]) -> Double {
    let across = masks.reduce(0) { $0 + ($1 & subset != 0 && $1 & ~subset != 0 ? 1 : 0) }
    return entries(of: subset, counts: counts) * Double(1 << min(across, 8))
  }

  private static func entries(of subset: UInt64, counts: [Int]) -> Double {
    var (left, right) = (1.0, 1.0)
    for (k, count) in counts.enumerated() {
      if subset >> UInt64(k) & 1 == 1 { left *= Double(count) } else { right *= Double(count) }
    }
    return left + right
  }

  /// A split of many issues made better by changing the side of one or two issues, as long as that
  /// makes it cheaper; never with more than four times the entries.
  private static func improved(_ start: UInt64, counts: [Int], masks: [UInt64]) -> UInt64 {
    guard !masks.isEmpty else { return start }
    let most = 4 * entries(of: start, counts: counts)
    var (best, least) = (start, cost(of: start, counts: counts, masks: masks))
    while true {
      let from = best
      for k in counts.indices {
        for l in k..<counts.count {
          let subset = from ^ (1 << UInt64(k)) ^ (l == k ? 0 : 1 << UInt64(l))
          let cost = cost(of: subset, counts: counts, masks: masks)
          if cost < least, entries(of: subset, counts: counts) <= most { (least, best) = (cost, subset) }
        }
      }
      if best == from { return best }
    }
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
