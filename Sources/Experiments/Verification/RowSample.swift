import Randomness

/// Which rows of a table are made again: the first, the last, and some at random.
package enum RowSample {
  /// Rising, each once: all rows where there are no more than that.
  ///
  /// The rows between the first and the last are drawn by R. Floyd's method, in which every set of
  /// them is equally likely and as many numbers are drawn as rows are taken (Bentley 1987,
  /// "Programming pearls: a sample of brilliance", doi:10.1145/30401.315746).
  ///
  /// - Parameters:
  ///   - count: how many rows there are.
  ///   - others: how many are looked at besides the first and the last, at most.
  ///   - seed: which.
  package static func rows(of count: Int, others: Int, seed: UInt64) -> [Int] {
    guard count > 0 else { return [] }
    var chosen: Set = [0, count - 1]
    let inner = max(count - 2, 0)
    var stream = RandomStream(seed: seed, run: 0, stream: StreamID("verification.rows"))
    for last in inner - min(max(others, 0), inner)..<inner {
      let row = Int(stream.below(UInt64(last + 1))) + 1
      chosen.insert(chosen.contains(row) ? last + 1 : row)
    }
    return chosen.sorted()
  }
}
