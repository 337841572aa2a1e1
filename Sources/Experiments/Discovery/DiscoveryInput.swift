/// One input of the cases in which scenario discovery looks for a box.
public struct DiscoveryInput: Sendable, Equatable {
  /// What the input is called in what is found.
  public let name: String
  /// One value per case.
  public let values: Values

  /// The input's value in each case.
  public enum Values: Sendable, Equatable {
    /// Finite numbers, of which a box holds an interval.
    case numeric([Double])
    /// Indices into `names`, of which a box holds a set.
    case categorical([Int], names: [String])
  }

  /// An input of one value per case.
  public init(name: String, values: Values) {
    self.name = name
    self.values = values
  }

  /// Cases.
  public var count: Int {
    switch values {
    case .numeric(let numbers): numbers.count
    case .categorical(let indices, _): indices.count
    }
  }

  /// The least limit that holds every case: from the least to the greatest number, or the
  /// categories that occur.
  var whole: PrimLimit {
    switch values {
    case .numeric(let numbers): .interval(numbers.min() ?? 0, numbers.max() ?? 0)
    case .categorical(let indices, _): .categories(Set(indices).sorted())
    }
  }
}
