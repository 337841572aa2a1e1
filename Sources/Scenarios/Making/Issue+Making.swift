import Bargaining

extension Issue {
  /// An issue whose options have names.
  ///
  /// - Parameters:
  ///   - name: lower-case letters, digits, `_` and `-`.
  ///   - options: 2 to 255 different names.
  ///   - statusQuo: what holds while the issue is open: the index of an option, or `nil` when every
  ///     agreement settles the issue.
  public init(_ name: String, options: [String], statusQuo: Int? = nil) {
    self.init(name: name, options: options.map { IssueOption(name: $0) }, statusQuo: statusQuo)
  }

  /// An issue whose options are the numbers `first`, `first + step`, … up to `last`.
  ///
  /// Each is the double nearest to the decimal meant: 0.1 in steps of 0.1 leads to 0.3 and not to
  /// 0.30000000000000004. Where no step leads to `last`, the last option lies below it.
  ///
  /// - Parameters:
  ///   - name: lower-case letters, digits, `_` and `-`.
  ///   - step: above 0, such that there are 2 to 255 options: a ``Bargaining/Scenario`` takes no
  ///     issue with fewer or more.
  ///   - unit: such as `trucks/day`.
  public init(
    _ name: String, from first: Double, through last: Double, by step: Double = 1, unit: String? = nil
  ) {
    // One too many is enough to be refused.
    let steps = ((last - first) / step + 1e-9).rounded(.down)
    let count = steps >= 0 ? Int(min(steps, 255)) + 1 : 0
    self.init(
      name: name,
      options: DecimalSteps.numbers(from: first, step: step, count: count).map {
        IssueOption(name: Quoting.decimal($0), value: $0)
      }, unit: unit)
  }
}
