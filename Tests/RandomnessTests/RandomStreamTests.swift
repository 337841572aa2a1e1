import Randomness
import Testing

@Suite struct RandomStreamTests {
  private let path = StreamID("parties.hamas.willingness")

  private func words(_ count: Int, seed: UInt64 = 1, run: UInt32 = 0, _ id: StreamID) -> [UInt64] {
    var stream = RandomStream(seed: seed, run: run, stream: id)
    return (0..<count).map { _ in stream.next() }
  }

  @Test("a stream repeats exactly")
  func streamRepeatsExactly() {
    #expect(words(1_000, seed: 9, run: 7, path) == words(1_000, seed: 9, run: 7, path))
  }

  @Test("seed, run and path each change every word of a stream")
  func seedRunPath() {
    let base = words(1_000, path)
    let others = [
      words(1_000, seed: 2, path), words(1_000, seed: 1 << 32 | 1, path), words(1_000, run: 1, path),
      words(1_000, run: 1 << 31, path), words(1_000, path.child(0)), words(1_000, path.child(1)),
    ]
    let all = others.reduce(into: Set(base)) { $0.formUnion($1) }
    #expect(all.count == 7_000)
  }

  @Test("the counter is block, run, stream and the key is the seed")
  func counterBlockRun() {
    let seed: UInt64 = 0x299f_31d0_a409_3822
    let id = path.value
    var stream = RandomStream(seed: seed, run: 77, stream: path)
    for block in 0..<5 as Range<UInt32> {
      let answer = Philox4x32.block(
        counter: SIMD4(
          block, 77, UInt32(truncatingIfNeeded: id), UInt32(truncatingIfNeeded: id >> 32)),
        key: SIMD2(0xa409_3822, 0x299f_31d0))
      #expect(stream.next() == UInt64(answer[0]) | UInt64(answer[1]) << 32)
      #expect(stream.next() == UInt64(answer[2]) | UInt64(answer[3]) << 32)
    }
  }

  @Test("random access gives every second number of the sequence")
  func randomAccessGives() {
    var stream = RandomStream(seed: 5, run: 3, stream: path)
    for index in 0..<200 as Range<UInt32> {
      #expect(RandomStream.uniform(seed: 5, run: 3, stream: path, at: index) == stream.uniform())
      _ = stream.next()
    }
    let last = RandomStream.uniform(seed: 5, run: 3, stream: path, at: .max)
    #expect((0..<1).contains(last))
  }

  @Test(
    "uniform numbers have the mean and variance of the uniform law", arguments: [1, 2] as [UInt64])
  func uniformNumbersHave(seed: UInt64) {
    var stream = RandomStream(seed: seed, run: 0, stream: path)
    let count = 200_000
    var sum = 0.0
    var squares = 0.0
    for _ in 0..<count {
      let u = stream.uniform()
      #expect(u >= 0 && u < 1 && (u * 0x1p53).rounded() == u * 0x1p53)
      sum += u - 0.5
      squares += (u - 0.5) * (u - 0.5)
    }
    // Variance 1/12 of a draw, 1/180 of its squared deviation.
    #expect(abs(sum / Double(count)) < 4 * (1 / 12.0 / Double(count)).squareRoot())
    #expect(abs(squares / Double(count) - 1 / 12.0) < 4 * (1 / 180.0 / Double(count)).squareRoot())
  }

  @Test("first draws across runs and across streams are uncorrelated", arguments: [1, 2] as [UInt64])
  func firstDrawsAcross(seed: UInt64) {
    let count = 100_000
    var byRun = 0.0
    var byIndex = 0.0
    var previousRun = 0.0
    var previousIndex = 0.0
    for i in 0..<count {
      let u = RandomStream.uniform(seed: seed, run: UInt32(i), stream: path, at: 0) - 0.5
      let v = RandomStream.uniform(seed: seed, run: 0, stream: path.child(i), at: 0) - 0.5
      byRun += u * previousRun
      byIndex += v * previousIndex
      previousRun = u
      previousIndex = v
    }
    // The product of two independent deviations has mean 0 and variance 1/144.
    let limit = 4 * (Double(count) / 144).squareRoot()
    #expect(abs(byRun) < limit)
    #expect(abs(byIndex) < limit)
  }

  @Test("open draws are odd multiples of the last bit, never zero or one")
  func openDrawsOdd() {
    var stream = RandomStream(seed: 3, run: 0, stream: path)
    for _ in 0..<10_000 {
      let u = stream.open()
      #expect(u > 0 && u < 1 && Int64(u * 0x1p53) % 2 == 1)
    }
  }

  @Test("whole numbers below seven come up equally often", arguments: [1, 2] as [UInt64])
  func wholeNumbersBelow(seed: UInt64) {
    var stream = RandomStream(seed: seed, run: 0, stream: path)
    var counts = [Double](repeating: 0, count: 7)
    for _ in 0..<70_000 { counts[Int(stream.below(7))] += 1 }
    let chiSquare = counts.reduce(0) { $0 + ($1 - 10_000) * ($1 - 10_000) / 10_000 }
    // The 0.9999 quantile of chi-square with six degrees of freedom.
    #expect(chiSquare < 27.86)
  }

  @Test("a bound that does not divide the word range is hit without bias")
  func boundDoesNot() {
    // Among 3 * 2^62 values the lower half must hold half of the draws; plain truncation would give
    // it more.
    var stream = RandomStream(seed: 1, run: 0, stream: path)
    let bound: UInt64 = 3 << 62
    var low = 0.0
    for _ in 0..<100_000 where stream.below(bound) < bound / 2 { low += 1 }
    #expect(abs(low - 50_000) < 4 * 25_000.0.squareRoot())
    #expect(stream.below(1) == 0)
  }

  @Test("the generator serves the standard library's shuffles")
  func generatorServesStandard() {
    var first = RandomStream(seed: 1, run: 0, stream: path)
    var second = first
    #expect((0..<50).shuffled(using: &first) == (0..<50).shuffled(using: &second))
  }
}
