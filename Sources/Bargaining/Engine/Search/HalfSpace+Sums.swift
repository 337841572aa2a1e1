extension HalfSpace {
  /// A buffer of entries and what they are worth.
  private struct Row {
    let keys: Lane<Double>
    let ids: Lane<UInt32>

    /// -1 if entry i comes before entry j (by what they are worth, of equals by number), else 0.
    ///
    /// Numbers that are not negative are in the order of their bits, so the sign of a difference
    /// says it: a comparison would become a branch, and which of two merged runs is next is
    /// anybody's guess. Two thirds of the time of a merge were spent on wrong guesses.
    @inline(__always)
    func before(_ i: Int, _ j: Int) -> Int {
      let difference = Int(bitPattern: UInt(keys[i].bitPattern)) &- Int(bitPattern: UInt(keys[j].bitPattern))
      if difference == 0 { return ids[i] < ids[j] ? -1 : 0 }
      return difference >> 63
    }

    @inline(__always)
    func take(_ other: Row, _ i: Int, at place: Int) {
      keys[place] = other.keys[i]
      ids[place] = other.ids[i]
    }
  }

  /// Whether ``mergeSums(_:locked:)`` can be used: what an entry is worth is a sum of numbers that
  /// are not negative.
  mutating func isSum(_ worth: Lane<Double>) -> Bool {
    guard ownInteractions == 0 else { return false }
    for place in 0..<slots.count where !(worth[slots[place]] >= 0) { return false }
    return true
  }

  /// Sorts all entries that the locks leave open by what they are worth, of equals by number, where
  /// that is a sum over issues.
  ///
  /// The entries over one issue more are as many copies of those before as the issue has options,
  /// each raised by what the option is worth: sorted runs, which only have to be merged. That is
  /// O(n log c) for n entries and c options an issue, against O(n log n) for a sort that knows
  /// nothing (half the time for 64 entries, a fifth for a million). Sums are exact on the utility
  /// grid, so runs stay sorted and equals stay equal.
  ///
  /// - Returns: how many there are; they are in `keys` and `ids`, or in the spare lanes for actors
  ///   with classes, who sort them out.
  mutating func mergeSums(_ worth: Lane<Double>, locked: Lane<Int>) -> Int {
    var from = Row(keys: keys, ids: ids)
    var to = Row(keys: spareKeys, ids: spareIDs)
    // Each copying and each merging changes the buffer; start in the one from which they end in the
    // right one.
    var changes = classes.count == 0 ? 0 : 1
    for j in 0..<issues.count where isOpen(j, locked) { changes += 1 + Self.mergings(counts[j]) }
    if changes % 2 == 1 { swap(&from, &to) }
    from.keys[0] = 0
    from.ids[0] = 0
    var length = 1
    for j in 0..<issues.count {
      let first = firsts[j]
      let radix = UInt32(truncatingIfNeeded: counts[j])
      guard isOpen(j, locked) else {
        let digit = openPlaces(j, locked).lowerBound
        raise(from, 0, length, from, 0, worth[slots[first + digit]], radix, digit)
        continue
      }
      for digit in 0..<counts[j] {
        raise(from, 0, length, to, digit * length, worth[slots[first + digit]], radix, digit)
      }
      swap(&from, &to)
      var run = length
      length *= counts[j]
      while run < length {
        mergeRuns(from, to, run, length)
        swap(&from, &to)
        run *= 2
      }
    }
    return length
  }

  @inline(__always)
  private func isOpen(_ j: Int, _ locked: Lane<Int>) -> Bool { counts[j] > 1 && locked[issues[j]] < 0 }

  /// How often runs have to be merged in pairs until one is left.
  private static func mergings(_ runs: Int) -> Int {
    Int.bitWidth - (runs - 1).leadingZeroBitCount
  }

  /// Copies entries with one option more each: the one whose place is `digit`.
  @inline(__always)
  private mutating func raise(
    _ from: Row, _ start: Int, _ count: Int, _ to: Row, _ place: Int, _ worth: Double, _ radix: UInt32,
    _ digit: Int
  ) {
    let digit = UInt32(truncatingIfNeeded: digit)
    for i in 0..<count {
      to.keys[place + i] = from.keys[start + i] + worth
      to.ids[place + i] = from.ids[start + i] &* radix &+ digit
    }
  }

  /// Merges neighbouring runs in pairs.
  private mutating func mergeRuns(_ from: Row, _ to: Row, _ run: Int, _ count: Int) {
    var low = 0
    while low < count {
      let middle = min(low &+ run, count)
      let high = min(middle &+ run, count)
      if high &- middle == run {
        mergeFromBothEnds(from, to, low, middle, high)
      } else {
        merge(from, to, low, middle, high)
      }
      low = high
    }
  }

  /// Merges two runs of the same length: the lesser half of the outcome is found from the
  /// beginning, the greater from the end, and neither can come to the end of a run before it is
  /// done. The two do not wait for each other, which takes a third off the time.
  @inline(__always)
  private func mergeFromBothEnds(_ from: Row, _ to: Row, _ low: Int, _ middle: Int, _ high: Int) {
    var (left, right, out) = (low, middle, low)
    var (lastLeft, lastRight, lastOut) = (middle &- 1, high &- 1, high &- 1)
    while out <= lastOut {
      let step = from.before(right, left)
      to.take(from, left &+ ((right &- left) & step), at: out)
      right &-= step
      left &+= 1 &+ step
      out &+= 1
      let lastStep = from.before(lastRight, lastLeft)
      to.take(from, lastRight &+ ((lastLeft &- lastRight) & lastStep), at: lastOut)
      lastLeft &+= lastStep
      lastRight &-= 1 &+ lastStep
      lastOut &-= 1
    }
  }

  /// Merges two runs of any length.
  private func merge(_ from: Row, _ to: Row, _ low: Int, _ middle: Int, _ high: Int) {
    var (left, right) = (low, middle)
    for out in low..<high {
      if right == high || left < middle && from.before(right, left) == 0 {
        to.take(from, left, at: out)
        left += 1
      } else {
        to.take(from, right, at: out)
        right += 1
      }
    }
  }
}
