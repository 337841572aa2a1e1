/// What a command takes beside its options.
struct PositionalSpecification: Sendable, Equatable {
  /// What stands for it in help, such as `SCENARIO`.
  let valueName: String
  /// How many of them: `1...1` for exactly one, `0...1` for one at most, `1...Int.max` for one or
  /// more.
  let count: ClosedRange<Int>
  let completion: Completion

  /// As it stands in a usage line: `SCENARIO…`, `[NAME]`.
  var synopsis: String {
    let plural = count.upperBound > 1 ? valueName + "…" : valueName
    return count.lowerBound == 0 ? "[\(plural)]" : plural
  }
}
