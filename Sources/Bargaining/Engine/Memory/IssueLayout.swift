import Randomness

/// How the options of all issues are laid out in one row of slots, issue after issue, and what
/// numbers they stand for.
///
/// A class, so that parts of a run that hold it are handed on by counting one reference.
package final class IssueLayout: Sendable {
  package let optionCounts: [Int]
  /// First slot of each issue.
  package let offsets: [Int]
  let slotCount: Int
  /// Per slot: the number that the option stands for; 0 for categorical options.
  let optionValues: [Double]
  /// Per issue: least and greatest number of its options; (0, 1) for categorical issues.
  let ends: [(least: Double, greatest: Double)]
  /// Per issue: the only option it may take in any run (off the agenda), or -1.
  let held: [Int]
  /// Per issue: its status quo, or -1.
  let statusQuo: [Int]
  let isNumeric: [Bool]
  /// The issues in the order of their names, for sums over them; per issue its options likewise.
  let byName: [Int]
  let optionsByName: [[Int]]
  /// Per slot: the name of the option, hashed.
  let names: [UInt64]
  let space: OutcomeSpace

  /// `nil` when the space has 2^63 outcomes or more.
  package init?(issues: [Issue]) {
    optionCounts = issues.map(\.options.count)
    var offsets: [Int] = []
    var next = 0
    for count in optionCounts {
      offsets.append(next)
      next += count
    }
    self.offsets = offsets
    slotCount = next
    optionValues = issues.flatMap { $0.options.map { $0.value ?? 0 } }
    isNumeric = issues.map(\.isNumeric)
    ends = issues.map { issue in
      let values = issue.options.compactMap(\.value)
      guard issue.isNumeric, let least = values.min(), let greatest = values.max() else {
        return (0, 1)
      }
      return (least, greatest)
    }
    byName = NameOrder.places(of: issues.map(\.name))
    optionsByName = issues.map { NameOrder.places(of: $0.options.map(\.name)) }
    names = issues.flatMap { issue in
      let path = StreamID("issues.\(issue.name)")
      return issue.options.map { path.child($0.name).value }
    }
    held = issues.map { $0.isOnAgenda ? -1 : ($0.statusQuo ?? 0) }
    statusQuo = issues.map { $0.statusQuo ?? -1 }
    guard let space = OutcomeSpace(optionCounts: optionCounts) else { return nil }
    self.space = space
  }

  /// The options of a numeric issue from the least number to the greatest.
  func scale(of k: Int) -> [Int] {
    let values = optionValues[offsets[k]..<offsets[k] + optionCounts[k]]
    return (0..<optionCounts[k]).sorted { values[offsets[k] + $0] < values[offsets[k] + $1] }
  }

  /// Where an issue is held while nothing is settled about it: at its status quo, or where nothing
  /// holds now, at the first of its options by name.
  func heldOption(of k: Int) -> Int { statusQuo[k] >= 0 ? statusQuo[k] : optionsByName[k][0] }
}
