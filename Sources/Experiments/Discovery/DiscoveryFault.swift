/// Why no box can be looked for in some cases.
public enum DiscoveryFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// No input was given, so that no box could be drawn.
  case noInputs
  /// The input of that name has so many values, which is not the number of `cases`.
  case caseCount(input: String, Int, cases: Int)
  /// The value of a numeric input in a case, from 0, is infinite or not a number.
  case notFinite(input: String, case: Int)
  /// The index of a category in a case, from 0, is not that of one of the input's categories.
  case noSuchCategory(input: String, case: Int)
  /// All cases are of interest, or none: there is nothing to tell apart.
  case nothingToTellApart(interesting: Int, cases: Int)

  /// What to tell the user, without a capital and without a full stop.
  public var description: String {
    switch self {
    case .noInputs: "there is no input that a box could restrict"
    case .caseCount(let input, let count, let cases):
      "\(input) has values for \(count) cases, but there are \(cases) cases"
    case .notFinite(let input, let index): "\(input) is not a finite number in case \(index + 1)"
    case .noSuchCategory(let input, let index): "\(input) has an unknown category in case \(index + 1)"
    case .nothingToTellApart(let interesting, let cases):
      "of \(cases) cases \(interesting) are of interest: there is nothing to tell apart"
    }
  }
}
