import Experiments
import Randomness
import Testing

@Suite("Paired shares")
struct PairedSharesTests {
  /// Airway hyper-responsiveness of 21 children before and after stem cell transplantation (Bentur
  /// et al. 2009), the worked example of Fagerland, Lydersen and Laake 2013 and 2014.
  let children = PairedShares(both: 1, firstOnly: 1, secondOnly: 7, neither: 12)

  @Test("the published example has its published interval and mid-P value")
  func published() {
    // Fagerland, Lydersen and Laake 2014 (doi:10.1002/sim.6148): -0.286, Tango -0.517 to -0.026, as
    // first less second.
    let interval = children.interval()
    #expect(abs((children.difference ?? 0) - 6 / 21.0) < 1e-15)
    #expect(abs(interval.lowerBound - 0.026) < 5e-4)
    #expect(abs(interval.upperBound - 0.517) < 5e-4)
    // The same authors 2013 (doi:10.1186/1471-2288-13-91): mid-P 0.039.
    #expect(abs(children.midP - 0.039) < 5e-4)
  }

  @Test("the mid-P value is what the binomial coefficients give")
  func midP() {
    // 7 of 8: 2 (8 + 1)/256 - 8/256.
    #expect(abs(children.midP - 10 / 256.0) < 1e-15)
    #expect(PairedShares(both: 5, firstOnly: 0, secondOnly: 0, neither: 3).midP == 1)
    #expect(PairedShares(both: 5, firstOnly: 4, secondOnly: 4, neither: 3).midP == 1)
  }

  @Test("at its limits the score has the normal quantile, with the nuisance share found by search")
  func limits() {
    for pairs in [children, PairedShares(both: 40, firstOnly: 25, secondOnly: 60, neither: 300)] {
      for limit in [pairs.interval().lowerBound, pairs.interval().upperBound] {
        let q = likeliestFirstOnly(pairs, difference: limit)
        let (n, net) = (Double(pairs.total), Double(pairs.secondOnly - pairs.firstOnly))
        let score = (net - n * limit) / (n * (2 * q + limit * (1 - limit))).squareRoot()
        #expect(abs(score.magnitude - 1.959963985) < 1e-5)
      }
    }
  }

  @Test("when no run changed the interval is z²/(n + z²) either way; of no runs it is everything")
  func unchanged() {
    let interval = PairedShares(both: 60, firstOnly: 0, secondOnly: 0, neither: 40).interval()
    let reach = 3.841458820694124 / 103.841458820694124
    #expect(abs(interval.upperBound - reach) < 1e-12 && abs(interval.lowerBound + reach) < 1e-12)
    #expect(PairedShares().interval() == -1...1)
    #expect(PairedShares().difference == nil && PairedShares().standardError == nil)
    let certain = PairedShares(both: 0, firstOnly: 0, secondOnly: 9, neither: 0).interval()
    #expect(certain.upperBound == 1 && certain.lowerBound > 0.3)
  }

  @Test("exchanging the scenarios turns the interval round")
  func exchange() {
    let there = PairedShares(both: 40, firstOnly: 25, secondOnly: 60, neither: 30).interval(level: 0.9)
    let back = PairedShares(both: 40, firstOnly: 60, secondOnly: 25, neither: 30).interval(level: 0.9)
    #expect(abs(there.lowerBound + back.upperBound) < 1e-12)
    #expect(abs(there.upperBound + back.lowerBound) < 1e-12)
  }

  @Test("the standard error is that of the differences of zeros and ones")
  func standardError() throws {
    var pairs = PairedShares()
    var mean = PairedMean()
    var stream = RandomStream(seed: 5, run: 0, stream: StreamID("test.pairs"))
    for _ in 0..<500 {
      let draw = stream.uniform()
      let (first, second) = (draw < 0.5, stream.uniform() < 0.8 ? draw < 0.55 : draw > 0.6)
      pairs.add(first: first, second: second)
      mean.add(first: first ? 1 : 0, second: second ? 1 : 0)
    }
    let (found, sample) = (try #require(pairs.standardError), try #require(mean.standardError))
    // The one divides by n, the other by n - 1.
    #expect(abs(found - sample * (499 / 500.0).squareRoot()) < 1e-12)
    #expect(abs((pairs.difference ?? 0) - (mean.difference ?? 1)) < 1e-12)
  }

  @Test("the interval holds the true difference in about 95% of experiments")
  func coverage() {
    // First happens with 0.3; the second follows it in 90% and is drawn anew with 0.5 otherwise:
    // +0.02.
    var held = 0
    for experiment in 0..<2_000 {
      var stream = RandomStream(seed: 41, run: UInt32(experiment), stream: StreamID("test.pairs"))
      var pairs = PairedShares()
      for _ in 0..<200 {
        let first = stream.uniform() < 0.3
        pairs.add(first: first, second: stream.uniform() < 0.9 ? first : stream.uniform() < 0.5)
      }
      if pairs.interval().contains(0.02) { held += 1 }
    }
    // 1,900 with a standard error of 10.
    #expect((1_860...1_950).contains(held), "\(held) of 2,000")
  }

  @Test("joining parts gives the whole")
  func merge() {
    var sum = children
    sum.merge(PairedShares(both: 2, firstOnly: 3, secondOnly: 4, neither: 5))
    #expect(sum == PairedShares(both: 3, firstOnly: 4, secondOnly: 11, neither: 17))
  }

  /// Maximises the multinomial likelihood by ternary search.
  private func likeliestFirstOnly(_ pairs: PairedShares, difference: Double) -> Double {
    func likelihood(_ q: Double) -> Double {
      let rest = 1 - 2 * q - difference
      func term(_ count: Int, _ share: Double) -> Double { Double(count) * Elementary.log(share) }
      return term(pairs.secondOnly, q + difference) + term(pairs.firstOnly, q)
        + term(pairs.both + pairs.neither, rest)
    }
    var (low, high) = (max(0, -difference), (1 - difference) / 2)
    for _ in 0..<200 {
      let (left, right) = (low + (high - low) / 3, high - (high - low) / 3)
      if likelihood(left) < likelihood(right) { low = left } else { high = right }
    }
    return low
  }
}
