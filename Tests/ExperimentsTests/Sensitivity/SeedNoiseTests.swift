import Experiments
import Randomness
import Testing

@Suite("Seed noise")
struct SeedNoiseTests {
  @Test("it is the mean of p(1 - p)/(n - 1) over the points")
  func byHand() {
    // 0.25/9 and 0.16/19.
    let noise = SeedNoise(counts: [5, 4], runs: [10, 20], outcomeVariance: 0.1)
    #expect(abs(noise.variance - (0.25 / 9 + 0.16 / 19) / 2) < 1e-15)
    #expect(abs(noise.share - noise.variance / 0.1) < 1e-15)
    #expect(SeedNoise(counts: [5], runs: [10], outcomeVariance: 0).share == 0)
    #expect(abs(SeedNoise(standardErrors: [0.1, 0.3], outcomeVariance: 1).variance - 0.05) < 1e-15)
  }

  @Test("it accounts for what a total index of an idle input is too high by")
  func idleInput() throws {
    let design = try SaltelliDesign(dimensions: 2, samples: 2_048, scramble: .seeded(1))
    let runs = 50
    let counts = design.rows().enumerated().map { index, row in
      var stream = RandomStream(seed: 77, run: UInt32(index), stream: StreamID("test.coin"))
      return (0..<runs).count { _ in stream.uniform() < 0.3 + 0.4 * row[0] }
    }
    let outcomes = counts.map { Double($0) / Double(runs) }
    let found = try SobolIndices(outcomes: outcomes, inputs: 2, bootstrap: Bootstrap(resamples: 100))
    let noise = SeedNoise(
      counts: counts, runs: counts.map { _ in runs }, outcomeVariance: found.variance)
    // The second input does nothing; its index of about 0.26 is all noise.
    #expect(abs(found.total[1].estimate - noise.share) < 0.02)
    #expect(noise.share > 0.2)
    #expect(abs(found.first[1].estimate) < found.first[1].halfWidth * 2)
  }
}
