/// Positive counts by 64-bit key: open addressing with linear probing, at most half full.
struct CounterTable: Sendable {
  private var keys: [UInt64]
  private var counts: [Int]  // 0 marks a free slot.
  private(set) var used = 0

  init() {
    keys = [UInt64](repeating: 0, count: 1024)
    counts = [Int](repeating: 0, count: 1024)
  }

  /// In slot order: sort before anyone sees it.
  var entries: [HeavyHitters.Entry] {
    counts.indices.lazy.filter { counts[$0] > 0 }.map { .init(key: keys[$0], count: counts[$0]) }
  }

  func count(of key: UInt64) -> Int { counts[slot(of: key)] }

  /// Adds to a key's count. Returns false, having done nothing, for a new key that is not allowed.
  mutating func increment(_ key: UInt64, by amount: Int, allowsNew: Bool) -> Bool {
    var slot = slot(of: key)
    if counts[slot] == 0 {
      guard allowsNew else { return false }
      if 2 * (used + 1) > counts.count {
        resize(to: 2 * counts.count) { $0 }
        slot = self.slot(of: key)
      }
      keys[slot] = key
      used += 1
    }
    counts[slot] += amount
    return true
  }

  /// Takes an amount off every count and frees those that reach 0. O(slots).
  mutating func subtractFromAll(_ amount: Int) { resize(to: counts.count) { $0 - amount } }

  /// The slot that holds the key, or the free one where it belongs.
  private func slot(of key: UInt64) -> Int {
    let mask = counts.count - 1
    var slot = Int(truncatingIfNeeded: CounterTable.mix(key)) & mask
    while counts[slot] != 0, keys[slot] != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func resize(to slots: Int, _ change: (Int) -> Int) {
    let (oldKeys, oldCounts) = (keys, counts)
    keys = [UInt64](repeating: 0, count: slots)
    counts = [Int](repeating: 0, count: slots)
    used = 0
    for index in oldCounts.indices where oldCounts[index] > 0 {
      let count = change(oldCounts[index])
      guard count > 0 else { continue }
      let slot = slot(of: oldKeys[index])
      keys[slot] = oldKeys[index]
      counts[slot] = count
      used += 1
    }
  }

  /// The finaliser of SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195).
  private static func mix(_ key: UInt64) -> UInt64 {
    var word = key
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }
}
