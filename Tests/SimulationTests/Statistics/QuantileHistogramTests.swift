import Randomness
import Simulation
import Testing

@Suite("Quantile histograms") struct QuantileHistogramTests {
  private func histogram(
    _ values: some Sequence<Double>, over range: ClosedRange<Double> = 0...1, bins: Int = 4096
  ) -> QuantileHistogram {
    var histogram = QuantileHistogram(over: range, bins: bins)
    for value in values { histogram.add(value) }
    return histogram
  }

  /// The inverse of the empirical distribution function by sorting; p is a multiple of 1/1000.
  private func sorted(_ values: [Double], permille: Int) -> Double {
    let sorted = values.sorted()
    return sorted[max((permille * values.count + 999) / 1000, 1) - 1]
  }

  @Test("every quantile lies within the error bound of the sorted sample's", arguments: [1, 7, 64, 4096])
  func bound(bins: Int) throws {
    var stream = RandomStream(seed: 11, run: 0, stream: StreamID("quantiles"))
    for size in [1, 2, 3, 10, 1_000, 5_000] {
      for stretch in [0.8, 0.01, 2.5] {
        // A stretch of 2.5 leaves the range at both ends.
        let values = (0..<size).map { _ in 0.5 + (stream.uniform() * stream.uniform() - 0.4) * stretch }
        let sample = histogram(values, bins: bins)
        if stretch < 1 { #expect(sample.errorBound <= 0.5 / Double(bins)) }
        for permille in [0, 1, 5, 50, 250, 333, 500, 750, 950, 999, 1000] {
          let estimate = try #require(sample.quantile(Double(permille) / 1000))
          let exact = sorted(values, permille: permille)
          #expect(abs(estimate - exact) <= sample.errorBound + 1e-14)
        }
      }
    }
  }

  @Test("a constant sample gives its constant exactly, inside, on an edge of, and outside the range")
  func constant() {
    for value in [0.1, 0, 1, 1.0 / 3, 0.25, -0.7, 17.3] {
      let sample = histogram(repeatElement(value, count: 9))
      for p in [0, 0.05, 0.5, 0.95, 1] { #expect(sample.quantile(p) == value) }
      #expect(sample.errorBound == 0)
    }
  }

  @Test("minimum and maximum stay exact, and are the quantiles of 0 and 1")
  func extremes() {
    let sample = histogram([0.3, -2, 0.31, 5, .nan])
    #expect(sample.count == 4)
    #expect(sample.minimum == -2 && sample.quantile(0) == -2 && sample.quantile(-1) == -2)
    #expect(sample.maximum == 5 && sample.quantile(1) == 5 && sample.quantile(2) == 5)
  }

  @Test("values that are not finite are not counted, huge ones are, and a range may be a single point")
  func degenerate() {
    let sample = histogram([.infinity, -.infinity, .nan, 0.5, 1e300])
    #expect(sample.count == 2)
    #expect(sample.minimum == 0.5 && sample.maximum == 1e300)
    #expect(abs((sample.quantile(0.5) ?? 0) - 0.5) < 0.001)
    let point = histogram([2, 2, 2], over: 2...2)
    #expect(point.quantile(0.5) == 2)
  }

  @Test("nothing has no quantiles")
  func empty() {
    let sample = QuantileHistogram(over: 0...1)
    #expect(sample.quantile(0.5) == nil && sample.minimum == nil && sample.maximum == nil)
    #expect(sample.errorBound == 0)
  }

  @Test("samples joined in any order equal the sample taken at once")
  func joining() {
    var stream = RandomStream(seed: 12, run: 0, stream: StreamID("quantiles"))
    let values = (0..<900).map { _ in stream.uniform() * 1.2 - 0.1 }
    let pieces = [values[..<100], values[100..<101], values[101...], values[..<0]].map { histogram($0) }
    var forward = QuantileHistogram(over: 0...1)
    var backward = forward
    for piece in pieces { forward.merge(piece) }
    for piece in pieces.reversed() { backward.merge(piece) }
    #expect(forward == histogram(values))
    #expect(backward == forward)
  }
}
