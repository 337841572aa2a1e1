/// The outcomes of a scenario numbered by names: which of several equals comes first is then the
/// same in whichever order a file lists its issues and options.
///
/// A number is a rank as in ``OutcomeSpace``, but that the first issue by name turns slowest, and
/// each turns through its options in the order of their names.
struct NamedOutcomes {
  /// The issues in the order of their names, and per issue its options likewise.
  let issues: [Int]
  let options: [[Int]]
  /// The place of an issue among all, and per issue that of an option among its options.
  private let issuePlaces: [Int]
  private let optionPlaces: [[Int]]
  /// Per issue: how far apart in rank two outcomes lie that differ by one place on it.
  private let strides: [UInt64]

  init(_ layout: IssueLayout) {
    issues = layout.byName
    options = layout.optionsByName
    issuePlaces = Self.places(in: issues)
    optionPlaces = options.map(Self.places)
    var strides = layout.space.strides
    var stride: UInt64 = 1
    for k in issues.reversed() {
      strides[k] = stride
      stride *= UInt64(options[k].count)
    }
    self.strides = strides
  }

  private static func places(in order: [Int]) -> [Int] {
    var places = order
    for (place, element) in order.enumerated() { places[element] = place }
    return places
  }

  func place(of issue: Int) -> Int { issuePlaces[issue] }
  func place(of option: Int, on issue: Int) -> Int { optionPlaces[issue][option] }

  /// What an option adds to the rank of an outcome.
  func shift(_ option: Int, of issue: Int) -> UInt64 { UInt64(optionPlaces[issue][option]) * strides[issue] }

  /// The option of an issue in the outcome of that rank.
  func option(of issue: Int, in rank: UInt64) -> Int {
    options[issue][Int(rank / strides[issue] % UInt64(options[issue].count))]
  }

  /// The options of all issues in the outcome of that rank, one after another as the scenario lists
  /// the issues.
  func options(of rank: UInt64) -> [Int] { options.indices.map { option(of: $0, in: rank) } }
}
