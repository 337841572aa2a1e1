import Randomness
import Testing

@testable import Bargaining

@Suite("Conditions that others hold")
struct NearConditionsTests {
  @Test("what holds without one issue, or two, is what all the others meet")
  func withoutSome() {
    let seed: UInt64 = 20_251_129
    var stream = RandomStream(seed: seed, run: 0, stream: StreamID("near conditions"))
    var differing = 0
    for size in 1...7 {
      for _ in 0..<200 {
        // Most conditions fail in few issues, else none would ever be near.
        let met = (0..<size).map { _ in stream.next() | stream.next() | stream.next() }
        var near = NearConditions()
        for bits in met { near.add(bits) }
        #expect(near.held == met.reduce(~0, &), "seed \(seed)")
        for k in 0..<size {
          let others = met.indices.filter { $0 != k }.map { met[$0] }.reduce(~0, &)
          #expect(near.heldByOthers(than: met[k]) == others, "seed \(seed)")
          #expect(near.heldByOthers(than: met[k], ~0) == others, "seed \(seed)")
          for l in 0..<size where l != k {
            let rest = met.indices.filter { $0 != k && $0 != l }.map { met[$0] }.reduce(~0, &)
            #expect(near.heldByOthers(than: met[k], met[l]) == rest, "seed \(seed)")
            differing += rest == others ? 0 : 1
          }
        }
      }
    }
    #expect(differing > 1_000)
  }
}

@Suite("Lanes of an arena")
struct ArenaTests {
  @Test("lanes of one arena keep their numbers apart, start at a multiple of 16, and are counted")
  func apart() {
    let arena = Arena()
    var (bytes, lanes) = (0, [Lane<Double>]())
    var flags: [Lane<Bool>] = []
    // Empty, small, as long as a block, longer.
    for (index, count) in [0, 1, 3, 700, 1_023, 1_024, 4_096, 9_000, 2, 0, 5].enumerated() {
      lanes.append(arena.lane(count, of: Double(index)))
      flags.append(arena.lane([Bool](repeating: index % 2 == 0, count: count)))
      bytes += 9 * count
    }
    for (index, lane) in lanes.enumerated() {
      #expect(lane.allSatisfy { $0 == Double(index) })
      #expect(flags[index].allSatisfy { $0 == (index % 2 == 0) })
      #expect(Int(bitPattern: UnsafeRawPointer(lane.base)) % 16 == 0)
      lane.fill(-1)
      flags[index].fill(true)
    }
    #expect(lanes.allSatisfy { $0.allSatisfy { $0 == -1 } } && flags.allSatisfy { $0.allSatisfy { $0 } })
    #expect(arena.bytes == bytes)
  }
}
