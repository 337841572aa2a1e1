/// Scores of the entries of a half: sums over its issues, kept as two sums, one over its first issues and one over the others.
///
/// That is two short rows to fill, where one with all entries would be as long as their product, of which a search reads the corner alone.
struct HalfScores: BitwiseCopyable {
  /// How many of the half's issues come first.
  let split: Int
  /// Per way to settle the first issues, and per way to settle the others.
  let coarse: Lane<Int32>
  let fine: Lane<Int32>
  /// As in ``HalfSpace``: divides an entry, below 2^25, by the ways to settle the others, of which there are at most 2^15.
  private let reciprocal: UInt64
  private static let reciprocalBits: UInt64 = 40
  private static let mostFine = 1 << 15

  /// - Parameters:
  ///   - counts: per issue of the half, its options.
  ///   - arena: what owns the memory.
  init(counts: [Int], arena: Arena) {
    let total = counts.reduce(1, *)
    var (split, fine) = (counts.count, 1)
    var product = 1
    for j in counts.indices.reversed() {
      product *= counts[j]
      if product > Self.mostFine { break }
      if product + total / product <= fine + total / fine { (split, fine) = (j, product) }
    }
    self.split = split
    coarse = arena.lane(total / fine, of: 0)
    self.fine = arena.lane(fine, of: 0)
    reciprocal = ((1 << Self.reciprocalBits) - 1) / UInt64(fine) + 1
  }

  @inline(__always)
  subscript(entry: Int) -> Int32 {
    let place = Int((UInt64(UInt32(truncatingIfNeeded: entry)) &* reciprocal) &>> Self.reciprocalBits)
    return coarse[place] + fine[entry - place * fine.count]
  }
}

extension HalfSpace {
  /// Gives every entry the sum of the scores of its options.
  func score(by slotScores: Lane<Int32>) {
    expand(slotScores, over: 0..<scores.split, into: scores.coarse)
    expand(slotScores, over: scores.split..<issues.count, into: scores.fine)
  }
}
