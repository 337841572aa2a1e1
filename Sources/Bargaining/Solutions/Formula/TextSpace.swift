/// Every text that an agenda allows: one option for each issue, numbered from 0, the first issue
/// turning slowest. What is off the agenda stays where it is held.
///
/// A text is made of two halves, the first issues and the rest, so that what it is worth is a sum
/// of two numbers known beforehand: `rank = first * restCount + rest`.
package struct TextSpace: Sendable {
  /// Options per issue; 1 where an issue is held.
  package let space: OutcomeSpace
  /// Issues 0 ..< `split` are in the first half.
  let split: Int
  /// Halves, and their number rounded up to a whole number of ``width``.
  let firstCount: Int
  let restCount: Int
  let restStride: Int
  /// Per issue: the option it is held at, or 0.
  private let base: [Int]

  /// How many rests are looked at together.
  static let width = 8

  /// - Returns: `nil` when there are 2^31 texts or more.
  package init?(_ scenario: Scenario) {
    guard let layout = IssueLayout(issues: scenario.issues) else { return nil }
    let counts = layout.optionCounts.indices.map { layout.held[$0] < 0 ? layout.optionCounts[$0] : 1 }
    guard let space = OutcomeSpace(optionCounts: counts), space.count < 1 << 31 else { return nil }
    self.space = space
    base = layout.held.map { max($0, 0) }
    var (split, least) = (0, Int.max)
    for place in counts.indices {
      let first = counts[..<place].reduce(1, *)
      let sum = first + counts[place...].reduce(1, *)
      if sum < least { (split, least) = (place, sum) }
    }
    self.split = split
    firstCount = counts[..<split].reduce(1, *)
    restCount = counts[split...].reduce(1, *)
    restStride = (restCount + Self.width - 1) / Self.width * Self.width
  }

  /// How many texts there are.
  package var count: Int { Int(space.count) }

  /// The options of a text, one per issue. Complexity: O(K).
  package func options(of rank: Int) -> [Int] {
    base.indices.map { base[$0] + space.option(of: $0, in: UInt64(rank)) }
  }

  /// The option of an issue in a text. Complexity: O(1).
  @inline(__always)
  package func option(of k: Int, in rank: Int) -> Int { base[k] + space.option(of: k, in: UInt64(rank)) }

  /// A text with another option of one issue; `nil` where the agenda does not allow the option.
  package func text(_ rank: Int, with option: Int, of k: Int) -> Int? {
    let place = option - base[k]
    guard place >= 0, place < space.optionCounts[k] else { return nil }
    return rank + (option - self.option(of: k, in: rank)) * Int(space.strides[k])
  }

  /// All issues, those that are held among them.
  package var issues: Range<Int> { 0..<base.count }

  /// The options that the agenda allows an issue.
  package func allowed(of k: Int) -> Range<Int> { base[k]..<base[k] + space.optionCounts[k] }

  /// The number of a text; `nil` where it has an option that the agenda does not allow.
  package func rank(of options: [Int]) -> Int? {
    guard options.count == base.count else { return nil }
    var rank = 0
    for (k, option) in options.enumerated() {
      let place = option - base[k]
      guard place >= 0, place < space.optionCounts[k] else { return nil }
      rank += place * Int(space.strides[k])
    }
    return rank
  }

  var firstIssues: Range<Int> { 0..<split }
  var restIssues: Range<Int> { split..<base.count }

  /// Calls `body` with the slots of an issue's options, in their order.
  @inline(__always)
  func slots(of k: Int, _ offsets: Lane<Int>) -> Range<Int> {
    let start = offsets[k] + base[k]
    return start..<start + space.optionCounts[k]
  }

  /// Writes, for every combination of some issues, what `combine` makes of a start and the slots of
  /// its options.
  @inline(__always)
  func spread<Value: BitwiseCopyable>(
    _ issues: Range<Int>, _ offsets: Lane<Int>, from start: Value, into lane: Lane<Value>,
    _ combine: (Value, Int) -> Value
  ) {
    lane[0] = start
    var count = 1
    for k in issues {
      let slots = slots(of: k, offsets)
      // From the last on, so that nothing is overwritten before it is read.
      for place in stride(from: count - 1, through: 0, by: -1) {
        let value = lane[place]
        for option in stride(from: slots.count - 1, through: 0, by: -1) {
          lane[place * slots.count + option] = combine(value, slots.lowerBound + option)
        }
      }
      count *= slots.count
    }
  }
}
