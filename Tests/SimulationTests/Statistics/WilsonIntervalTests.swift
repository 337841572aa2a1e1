import Randomness
import Simulation
import Testing

@Suite("Wilson intervals") struct WilsonIntervalTests {
  // Newcombe 1998, Statistics in Medicine 17:857–872, table I, method 3 (score without continuity
  // correction).
  @Test(
    "the published examples of Newcombe 1998 come out to four decimals",
    arguments: [
      (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611), (1, 29, 0.0061, 0.1718),
    ])
  func newcombe(count: Int, total: Int, low: Double, high: Double) throws {
    let interval = WilsonInterval(count: count, total: total)
    #expect(abs(interval.low - low) < 0.00005)
    #expect(abs(interval.high - high) < 0.00005)
    #expect(interval.share == Double(count) / Double(total))
  }

  @Test(
    "no count gives a low limit of exactly 0, a full count a high limit of exactly 1, no total everything")
  func edges() {
    for total in [1, 2, 7, 100, 9_999, 1_000_000_000] {
      let none = WilsonInterval(count: 0, total: total)
      let all = WilsonInterval(count: total, total: total)
      #expect(none.low == 0)
      #expect(all.high == 1)
      #expect(abs(none.high + all.low - 1) < 1e-15)
      // The closed form at a count of zero: z²/(n + z²).
      let z2 = 1.959963984540054 * 1.959963984540054
      #expect(abs(none.high - z2 / (Double(total) + z2)) < 1e-15)
    }
    let nothing = WilsonInterval(count: 0, total: 0)
    #expect(nothing.share == nil)
    #expect(nothing.low == 0 && nothing.high == 1)
  }

  @Test("both limits solve Wilson's equation at every level, and a higher level contains a lower one")
  func equation() {
    // Normal quantiles of 0.90, 0.95 and 0.99, from any printed table.
    for (level, z) in [(0.9, 1.6448536269514722), (0.95, 1.959963984540054), (0.99, 2.5758293035489004)] {
      for count in [1, 3, 50, 99] {
        let interval = WilsonInterval(count: count, total: 100, level: level)
        for q in [interval.low, interval.high] {
          let p = Double(count) / 100
          #expect(abs((p - q) * (p - q) - z * z * q * (1 - q) / 100) < 1e-14)
        }
        let wider = WilsonInterval(count: count, total: 100, level: 0.995)
        #expect(wider.low < interval.low && interval.high < wider.high)
      }
    }
  }

  // Exact coverage, summed over the binomial distribution: 94.7, 94.3, 95.1, 95.7, 95.0 percent.
  @Test(
    "of 2,000 runs at a known share, between 93.5% and 96.5% of the intervals contain it",
    arguments: [(200, 0.3), (100, 0.5), (50, 0.2), (20, 0.1), (500, 0.05)])
  func coverage(total: Int, share: Double) {
    var contained = 0
    for run in 0..<2_000 as Range<UInt32> {
      var stream = RandomStream(seed: 1927, run: run, stream: StreamID("coverage"))
      var count = 0
      for _ in 0..<total where stream.uniform() < share { count += 1 }
      let interval = WilsonInterval(count: count, total: total)
      if interval.low <= share && share <= interval.high { contained += 1 }
    }
    #expect((1_870...1_930).contains(contained))
  }
}
