/// All the outcomes that an agenda allows: one option for each issue, numbered in mixed radix.
///
/// An outcome's **rank** is its number in 0 ..< ``count``, the first issue turning slowest (the
/// order in which nested loops over the issues visit them). Ranks are one machine word, so the
/// space may be as large as 2^63.
package struct OutcomeSpace: Sendable, Equatable {
  /// Options per issue, each 2 to 255 (1 is allowed for issues that are held).
  package let optionCounts: [Int]
  /// `strides[k]`: how far apart in rank two outcomes lie that differ by one option on issue k.
  package let strides: [UInt64]
  /// The number of outcomes.
  package let count: UInt64

  /// `nil` when there are no issues, an issue has no option, or the space has 2^63 outcomes or
  /// more.
  package init?(optionCounts: [Int]) {
    guard !optionCounts.isEmpty else { return nil }
    var strides = [UInt64](repeating: 1, count: optionCounts.count)
    var count: UInt64 = 1
    for k in optionCounts.indices.reversed() {
      guard optionCounts[k] > 0 else { return nil }
      strides[k] = count
      let (product, overflow) = count.multipliedReportingOverflow(by: UInt64(optionCounts[k]))
      guard !overflow, product < 1 << 63 else { return nil }
      count = product
    }
    self.optionCounts = optionCounts
    self.strides = strides
    self.count = count
  }

  /// The option of issue `k` in the outcome of that rank.
  @inlinable
  package func option(of issue: Int, in rank: UInt64) -> Int {
    Int(rank / strides[issue] % UInt64(optionCounts[issue]))
  }

  /// The options of all issues in the outcome of that rank. Complexity: O(K).
  package func options(of rank: UInt64) -> [Int] {
    optionCounts.indices.map { option(of: $0, in: rank) }
  }

  /// The rank of an outcome given by its options, one per issue. Complexity: O(K).
  package func rank(of options: some Collection<Int>) -> UInt64 {
    zip(options, strides).reduce(0) { $0 + UInt64($1.0) * $1.1 }
  }

  /// The rank of an outcome given by one byte per issue. Complexity: O(K), without allocation.
  package func rank(ofBytes options: [UInt8]) -> UInt64 {
    var rank: UInt64 = 0
    for k in strides.indices { rank += UInt64(options[k]) * strides[k] }
    return rank
  }
}
