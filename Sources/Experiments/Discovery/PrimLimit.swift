/// What a box allows of one input.
public enum PrimLimit: Sendable, Equatable {
  /// Numbers from the first to the second, both included.
  case interval(Double, Double)
  /// Categories by index, in rising order, at least one.
  case categories([Int])

  /// Whether the input of a case is allowed.
  func holds(_ values: DiscoveryInput.Values, _ index: Int) -> Bool {
    switch (self, values) {
    case (.interval(let low, let high), .numeric(let numbers)):
      low <= numbers[index] && numbers[index] <= high
    case (.categories(let allowed), .categorical(let indices, _)): allowed.contains(indices[index])
    default: false
    }
  }
}
