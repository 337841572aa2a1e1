import Experiments
import Randomness
import Testing

@Suite("Calibration")
struct CalibrationTests {
  private func pairs(_ share: Double, _ count: Int, happened: Int) -> [Calibration.Pair] {
    (0..<count).map { (share, $0 < happened) }
  }

  @Test(
    "Brier's score is taken apart as by hand: 4 forecasts of 1/4 and 6 of 3/4, of which 1 and 3 came true")
  func byHand() throws {
    let calibration = try #require(
      Calibration(pairs(0.25, 4, happened: 1) + pairs(0.75, 6, happened: 3)))
    // In all 4 of 10; 6 (3/4 - 1/2)²/10, (4 (3/20)² + 6 (1/10)²)/10, 4/10 · 6/10.
    #expect(abs(calibration.reliability - 0.0375) < 1e-15)
    #expect(abs(calibration.resolution - 0.015) < 1e-15)
    #expect(abs(calibration.uncertainty - 0.24) < 1e-15)
    #expect(abs(calibration.brier - 0.2625) < 1e-15)
    #expect(abs(calibration.withinBins) < 1e-15)
    #expect(calibration.bins.map(\.happened.total) == [0, 0, 4, 0, 0, 0, 0, 6, 0, 0])
    #expect(calibration.bins[7].happened.count == 3 && calibration.bins[7].forecast == 0.75)
    #expect(calibration.bins[0].forecast == nil)
  }

  @Test("forecasts of 0 and of 1 have a bin, and nothing forecast has none")
  func edges() throws {
    let calibration = try #require(Calibration(pairs(0, 3, happened: 0) + pairs(1, 2, happened: 2)))
    #expect(calibration.bins.first?.happened.total == 3 && calibration.bins.last?.happened.total == 2)
    #expect(calibration.brier == 0 && calibration.reliability == 0)
    #expect(Calibration([]) == nil)
  }

  @Test("of outcomes drawn with the probability forecast, what is not calibrated shrinks to nothing")
  func calibrated() throws {
    let seed: UInt64 = 8
    var dice = RandomStream(seed: seed, run: 0, stream: StreamID("calibration"))
    let pairs = (0..<20_000).map { _ -> Calibration.Pair in
      let share = dice.uniform()
      return (share, dice.uniform() < share)
    }
    let calibration = try #require(Calibration(pairs))
    // E p(1 - p) = 1/6; the variance of the means of bins of 2,000 is below 1/8000 each.
    #expect(calibration.reliability < 10.0 / 8_000, "seed \(seed)")
    #expect(abs(calibration.brier - 1.0 / 6) < 0.01, "seed \(seed)")
    // Of independent bins about one in twenty misses its forecast.
    let missed = calibration.bins.count { bin in
      bin.forecast.map { $0 < bin.happened.low || $0 > bin.happened.high } ?? true
    }
    #expect(missed <= 3, "seed \(seed)")
  }
}
