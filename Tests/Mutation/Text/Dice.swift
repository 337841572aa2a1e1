import Randomness

/// What is drawn for one mutant: fixed by a seed and the mutant's number.
struct Dice {
  private var stream: RandomStream

  init(seed: UInt64, mutant: Int) {
    stream = RandomStream(
      seed: seed, run: UInt32(truncatingIfNeeded: mutant), stream: StreamID("tests.mutation"))
  }

  /// A number below `bound`, which is at least 1.
  mutating func below(_ bound: Int) -> Int { Int(stream.below(UInt64(max(bound, 1)))) }

  /// Whether something of this probability happens.
  mutating func happens(_ probability: Double) -> Bool { stream.uniform() < probability }

  /// A number between two.
  mutating func number(in range: ClosedRange<Double>) -> Double {
    // Weighted so that the width of no range overflows.
    let share = stream.uniform()
    return range.lowerBound * (1 - share) + range.upperBound * share
  }

  mutating func byte() -> UInt8 { UInt8(truncatingIfNeeded: stream.next()) }

  mutating func pick<Element>(_ elements: [Element]) -> Element? {
    elements.isEmpty ? nil : elements[below(elements.count)]
  }
}
