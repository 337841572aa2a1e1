import Experiments
import Randomness
import Testing

@Suite("Indices of a model with luck, from pairs of runs")
struct PairedSampleTests {
  private static let (replicates, points) = (16, 2_048)

  /// Ishigami's function with as much noise as it has variance itself: a rectangular one, drawn
  /// anew for each of the two outcomes of a point.
  private static func outcome(_ unit: [Double], _ draws: SIMD2<Double>) -> SIMD2<Double> {
    let height = (12 * Ishigami.variance).squareRoot()
    return SIMD2(repeating: Ishigami.value(unit)) + height * (draws - 0.5)
  }

  private struct Run {
    let sample: PairedSample
    let levels: [[Double]]
    /// Per input, outcomes with it drawn anew and the same luck.
    let redrawn: [[SIMD2<Double>]]
  }

  private static func run(seed: UInt64) -> Run {
    var (pairs, levels, redrawn) = (
      [SIMD2<Double>](), [[Double]](), [[SIMD2<Double>]](repeating: [], count: 3)
    )
    for replicate in 0..<replicates {
      var draw = RandomStream(seed: seed, run: UInt32(replicate), stream: StreamID("points"))
      var luck = RandomStream(seed: seed, run: UInt32(replicate), stream: StreamID("luck"))
      for index in 0..<points {
        let point = (0..<6).map { _ in draw.uniform() }
        let draws = SIMD2(luck.uniform(), luck.uniform())
        levels.append(Array(point.prefix(3)))
        pairs.append(outcome(Array(point.prefix(3)), draws))
        for input in 0..<3 where index < points / 4 {
          var other = Array(point.prefix(3))
          other[input] = point[3 + input]
          redrawn[input].append(outcome(other, draws))
        }
      }
    }
    return Run(sample: PairedSample(pairs, perReplicate: points), levels: levels, redrawn: redrawn)
  }

  @Test(
    "first and total indices of Ishigami's function under noise are those of the function",
    arguments: [1, 2, 3])
  func ishigami(seed: UInt64) {
    let run = Self.run(seed: seed)
    let explained = run.sample.explained
    for input in 0..<3 {
      let alone = run.sample.alone { run.levels[$0][input] }
      let first = SensitivityIndex(alone, over: explained)
      #expect(abs(first.estimate - Ishigami.first[input]) < 0.02, "seed \(seed), first \(input): \(first)")
      let total = SensitivityIndex(run.sample.together(run.redrawn[input]), over: explained)
      #expect(abs(total.estimate - Ishigami.total[input]) < 0.03, "seed \(seed), total \(input): \(total)")
      #expect(first.halfWidth < 0.03 && total.halfWidth < 0.05)
    }
    let split = VarianceSplit(run.sample)
    #expect(split.parts.map(\.name) == ["numbers", "luck"])
    for part in split.parts { #expect(abs(part.share.estimate - 0.5) < 0.02, "seed \(seed): \(part)") }
  }

  @Test("95% intervals hold the true index about 95 times in a hundred")
  func coverage() {
    var (hits, intervals) = (0, 0)
    for seed in UInt64(10)..<50 {
      let run = Self.run(seed: seed)
      let explained = run.sample.explained
      for input in 0..<3 {
        let first = SensitivityIndex(run.sample.alone { run.levels[$0][input] }, over: explained)
        let total = SensitivityIndex(run.sample.together(run.redrawn[input]), over: explained)
        for (index, truth) in [(first, Ishigami.first[input]), (total, Ishigami.total[input])] {
          intervals += 1
          if index.low <= truth && truth <= index.high { hits += 1 }
        }
      }
    }
    // Of 240 intervals that hold the truth in 95 of 100 cases, fewer than 212 or all 240 do so with
    // probability below 1 in 10,000; the six of a seed are not quite independent.
    #expect((205...239).contains(hits), "\(hits) of \(intervals)")
  }

  @Test("a number that does nothing has first index 0, among a hundred of its kind")
  func idle() {
    let run = Self.run(seed: 4)
    let explained = run.sample.explained
    let indices = (0..<100).map { number in
      let stream = StreamID("idle").child(number)
      return SensitivityIndex(
        run.sample.alone { RandomStream.uniform(seed: 4, run: UInt32($0), stream: stream, at: 0) },
        over: explained)
    }
    // 100 intervals of 95%: fewer than 86 hold 0 with probability below 1 in 10,000.
    #expect(indices.count { $0.low <= 0 && 0 <= $0.high } >= 86)
    #expect(abs(indices.reduce(0) { $0 + $1.estimate } / 100) < 0.002)
  }

  @Test("without luck and without effect there is nothing to tell")
  func constant() {
    let sample = PairedSample([SIMD2<Double>](repeating: SIMD2(2, 2), count: 8), perReplicate: 4)
    let index = SensitivityIndex(sample.alone { Double($0) }, over: sample.explained)
    #expect(index.estimate == 0 && index.halfWidth == 0 && sample.mean == 2)
    #expect(VarianceSplit(sample).parts.allSatisfy { $0.share.estimate == 0 })
  }

  /// Abramowitz and Stegun 1964, table 26.10.
  @Test("the quantiles of Student's variable are those of the tables")
  func student() {
    for (degrees, expected) in [(1, 12.706), (2, 4.303), (7, 2.365), (10, 2.228), (15, 2.131), (30, 2.042)] {
      #expect(abs(SensitivityIndex.studentQuantile(degrees: degrees) - expected) < 0.0006, "\(degrees)")
    }
  }
}
