import Randomness
import Simulation
import Testing

@Suite("Running moments") struct RunningMomentsTests {
  private func moments(_ values: some Sequence<Double>) -> RunningMoments {
    var moments = RunningMoments()
    for value in values { moments.add(value) }
    return moments
  }

  @Test("the mean and spread of 2, 4, 4, 4, 5, 5, 7, 9 are 5 and sqrt(32/7)")
  func closedForm() throws {
    let sample = moments([2, 4, 4, 4, 5, 5, 7, 9])
    let deviation = try #require(sample.standardDeviation)
    let error = try #require(sample.standardError)
    #expect(sample.mean == 5)
    #expect(abs(deviation - (32.0 / 7).squareRoot()) < 1e-15)
    #expect(abs(error - (4.0 / 7).squareRoot()) < 1e-15)
  }

  @Test("a large offset does not eat the spread")
  func offset() throws {
    // NIST Statistical Reference Datasets, NumAcc4: mean 10000000.2, standard deviation 0.1, by
    // definition.
    let values = [10_000_000.2] + (0..<500).flatMap { _ in [10_000_000.1, 10_000_000.3] }
    let sample = moments(values)
    let mean = try #require(sample.mean)
    let deviation = try #require(sample.standardDeviation)
    #expect(abs(mean - 10_000_000.2) < 1e-8)
    #expect(abs(deviation - 0.1) < 1e-8)
  }

  @Test("a constant sample has a spread of exactly zero, joined or not")
  func constant() {
    var sample = moments(repeatElement(0.1, count: 1_001))
    #expect(sample.mean == 0.1)
    #expect(sample.standardDeviation == 0)
    sample.merge(moments(repeatElement(0.1, count: 17)))
    #expect(sample.mean == 0.1)
    #expect(sample.standardError == 0)
  }

  @Test("nothing has no mean, one value no spread; joining nothing changes nothing")
  func few() {
    var empty = RunningMoments()
    #expect(empty.mean == nil && empty.standardDeviation == nil && empty.standardError == nil)
    let one = moments([3])
    #expect(one.mean == 3 && one.standardDeviation == nil && one.standardError == nil)
    empty.merge(one)
    #expect(empty == one)
    empty.merge(RunningMoments())
    #expect(empty == one)
  }

  @Test("joined pieces agree with the two-pass formula")
  func joining() throws {
    var stream = RandomStream(seed: 3, run: 0, stream: StreamID("moments"))
    let values = (0..<5_000).map { _ in stream.uniform() * 3 - 1 }
    var joined = RunningMoments()
    var start = 0
    for size in [1, 2, 997, 0, 3_000, 1_000] {
      joined.merge(moments(values[start..<(start + size)]))
      start += size
    }
    #expect(joined.count == 5_000)
    let mean = values.reduce(0, +) / 5_000
    let spread = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 4_999).squareRoot()
    #expect(abs(try #require(joined.mean) - mean) < 1e-13)
    #expect(abs(try #require(joined.standardDeviation) - spread) < 1e-13)
  }
}
