import Bargaining

/// The options of one issue, to be found by what a file writes for them.
struct OptionTable {
  let issue: String
  let names: [String]
  /// The numbers of a numeric issue, one per option; empty for a categorical one.
  let values: [Double]
  private let table: [String: Int]

  init(issue: String, _ options: [IssueOption]) {
    self.issue = issue
    names = options.map(\.name)
    let values = options.compactMap(\.value)
    self.values = values.count == options.count ? values : []
    table = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  var isNumeric: Bool { !values.isEmpty }

  /// The smallest and the largest number.
  var extent: ClosedRange<Double> { (values.min() ?? 0)...(values.max() ?? 1) }

  /// The option with this name; of a numeric issue any way to write the number will do.
  func index(of name: String) -> Int? {
    if let index = table[name] { return index }
    guard isNumeric, let number = Double(name) else { return nil }
    return index(of: number)
  }

  func index(of number: Double) -> Int? { table[Quoting.decimal(number)] }
}
