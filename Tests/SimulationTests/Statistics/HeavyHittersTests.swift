import Randomness
import Simulation
import Testing

@Suite("Heavy hitters") struct HeavyHittersTests {
  private func summary(_ keys: some Sequence<UInt64>, capacity: Int) -> HeavyHitters {
    var summary = HeavyHitters(capacity: capacity)
    for key in keys { summary.add(key) }
    return summary
  }

  /// Keys whose frequency falls steeply: the product of two small uniform numbers.
  private func skewedKeys(_ count: Int, below bound: UInt64, seed: UInt64) -> [UInt64] {
    var stream = RandomStream(seed: seed, run: 0, stream: StreamID("keys"))
    return (0..<count).map { _ in stream.below(stream.below(stream.below(bound) + 1) + 1) }
  }

  private func counts(_ keys: [UInt64]) -> [UInt64: Int] {
    keys.reduce(into: [:]) { $0[$1, default: 0] += 1 }
  }

  @Test("with room for every key the counts are exact and ordered by count, then key")
  func exact() {
    let keys = skewedKeys(30_000, below: 3_000, seed: 1)
    let summary = summary(keys, capacity: 3_000)
    let expected = counts(keys).sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    #expect(summary.isExact && summary.undercount == 0)
    #expect(summary.total == 30_000 && summary.keyCount == expected.count)
    #expect(summary.top().map(\.key) == expected.map(\.key))
    #expect(summary.top().map(\.count) == expected.map(\.value))
    #expect(summary.top(5) == Array(summary.top().prefix(5)))
    #expect(summary.top(0).isEmpty)
  }

  @Test("keys at the ends of their range, and keys alike in their low bits, are told apart")
  func awkwardKeys() {
    let keys = [0, .max, 1 << 63] + (0..<5_000).map { UInt64($0) << 40 }
    let summary = summary(keys + [.max], capacity: 6_000)
    #expect(summary.top(2) == [.init(key: 0, count: 2), .init(key: .max, count: 2)])
    #expect(summary.keyCount == 5_002)
    #expect(summary.count(of: 1 << 63) == 1 && summary.count(of: 12) == 0)
  }

  @Test("ties are listed by rising key whatever the order of arrival")
  func ties() {
    let forward = summary(0..<2_000 as Range<UInt64>, capacity: 2_000)
    let backward = summary((0..<2_000 as Range<UInt64>).reversed(), capacity: 2_000)
    #expect(forward.top().map(\.key) == Array(0..<2_000))
    #expect(forward.top() == backward.top())
  }

  // Misra and Gries 1982: by hand, capacity 2, stream a a b c a: c finds no room and takes one off
  // a and b.
  @Test("the textbook stream leaves the textbook counters")
  func byHand() {
    let summary = summary([1, 1, 2, 3, 1], capacity: 2)
    #expect(summary.top() == [.init(key: 1, count: 2)])
    #expect(summary.undercount == 1 && summary.total == 5 && !summary.isExact)
  }

  @Test("beyond capacity no count is too high, none too low by more than the bound", arguments: [1, 10, 100])
  func bounds(capacity: Int) {
    let keys = skewedKeys(20_000, below: 5_000, seed: 2)
    check(summary(keys, capacity: capacity), against: keys)
  }

  @Test("joined summaries keep the bound", arguments: [1, 10, 100, 10_000])
  func joining(capacity: Int) {
    let keys = skewedKeys(20_000, below: 5_000, seed: 3)
    var joined = HeavyHitters(capacity: capacity)
    for start in stride(from: 0, to: keys.count, by: 3_000) {
      joined.merge(summary(keys[start..<min(start + 3_000, keys.count)], capacity: capacity))
    }
    check(joined, against: keys)
    if capacity == 10_000 { #expect(joined.top() == summary(keys, capacity: capacity).top()) }
  }

  private func check(_ summary: HeavyHitters, against keys: [UInt64]) {
    #expect(summary.total == keys.count)
    #expect(summary.keyCount <= summary.capacity)
    #expect(summary.undercount <= keys.count / (summary.capacity + 1))
    for (key, count) in counts(keys) {
      let kept = summary.count(of: key)
      #expect(kept <= count && kept >= count - summary.undercount)
    }
  }
}
