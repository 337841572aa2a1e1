import Experiments
import Randomness
import Simulation
import Testing

@Suite("A confidence sequence")
struct ConfidenceSequenceTests {
  @Test("the interval holds at every look in at least 95% of streams", arguments: [0.02, 0.3, 0.5, 0.9])
  func everyLook(share: Double) {
    let sequence = ConfidenceSequence(precision: 0.04)
    let seed: UInt64 = 31
    let missed = streamsMissed(share, seed: seed) { sequence.holds(share, count: $0, total: $1) }
    #expect(missed <= 50, "seed \(seed): \(missed) of 1,000 streams")
  }

  @Test("an ordinary interval looked at as often fails far more often: the test above can fail")
  func ordinary() {
    let missed = streamsMissed(0.5, seed: 31) { count, total in
      let interval = WilsonInterval(count: count, total: total)
      return interval.low <= 0.5 && 0.5 <= interval.high
    }
    #expect(missed > 200, "\(missed) of 1,000 streams")
  }

  /// In how many of 1,000 streams of 2,000 runs `holds` is ever false, looking after each run.
  private func streamsMissed(_ share: Double, seed: UInt64, _ holds: (Int, Int) -> Bool) -> Int {
    (0..<1_000).count { index in
      var stream = RandomStream(seed: seed, run: UInt32(index), stream: StreamID("test.coin"))
      var count = 0
      return (1...2_000).contains { total in
        if stream.uniform() < share { count += 1 }
        return !holds(count, total)
      }
    }
  }

  @Test("stopped when it is precise, it is as narrow as asked and holds the share in at least 95% of cases")
  func stopping() {
    let sequence = ConfidenceSequence(precision: 0.05)
    var held = 0
    for index in 0..<400 {
      var stream = RandomStream(seed: 8, run: UInt32(index), stream: StreamID("test.coin"))
      var (count, total) = (0, 0)
      repeat {
        for _ in 0..<25 where stream.uniform() < 0.2 { count += 1 }
        total += 25
      } while !sequence.isPrecise(count: count, total: total)
      let interval = sequence.interval(count: count, total: total)
      #expect(interval.upperBound - interval.lowerBound <= 0.1)
      if interval.contains(0.2) { held += 1 }
    }
    #expect(held >= 380, "\(held) of 400")
  }

  @Test(
    "at its limits the martingale, multiplied up run by run, has the value 20",
    arguments: [(3, 40), (200, 400), (57, 60)])
  func martingale(count: Int, total: Int) {
    let sequence = ConfidenceSequence(precision: 0.03)
    let interval = sequence.interval(count: count, total: total)
    for share in [interval.lowerBound, interval.upperBound] {
      // Each run multiplies by its predictive probability under the prior, over its probability
      // under the share.
      var value = 1.0
      for run in 0..<total {
        let success = run < count
        let before = Double(success ? run : run - count)
        let own = success ? share : 1 - share
        value *= (own * sequence.concentration + before) / (sequence.concentration + Double(run)) / own
      }
      #expect(abs(value - 20) < 1e-6)
    }
  }

  @Test(
    "it holds the observed share, reaches 0 and 1 where nothing speaks against them, and exchanges with its complement"
  )
  func shape() {
    let sequence = ConfidenceSequence(precision: 0.02)
    #expect(sequence.interval(count: 0, total: 0) == 0...1)
    #expect(sequence.interval(count: 0, total: 50).lowerBound == 0)
    #expect(sequence.interval(count: 50, total: 50).upperBound == 1)
    for count in [0, 1, 30, 99, 100] {
      let interval = sequence.interval(count: count, total: 100)
      #expect(interval.contains(Double(count) / 100))
      let complement = sequence.interval(count: 100 - count, total: 100)
      #expect(abs(interval.lowerBound + complement.upperBound - 1) < 1e-12)
    }
  }

  @Test(
    "a higher level is wider; a share near 0 needs fewer runs than one of 1/2", arguments: [0.05, 0.02, 0.01])
  func runsNeeded(precision: Double) {
    let sequence = ConfidenceSequence(precision: precision)
    let (middle, rare) = (sequence.runsNeeded(share: 0.5), sequence.runsNeeded(share: 0.02))
    #expect(rare < middle)
    // The ordinary interval needs 0.96²/precision² at 1/2; the normal approximation of this one
    // 2.4 times that.
    let ordinary = 0.9604 / (precision * precision)
    #expect((2.2...2.6).contains(Double(middle) / ordinary))
    #expect(sequence.isPrecise(count: middle / 2, total: middle))
    let surer = ConfidenceSequence(precision: precision, level: 0.99)
    #expect(surer.runsNeeded(share: 0.5) > middle)
  }
}
