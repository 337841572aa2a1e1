/// A quantity that was computed exactly, or the reason why it was not computed at all.
///
/// There is nothing between the two: no estimate passes for a result.
public enum Computed<Value> {
  /// The quantity, without any error of sampling or search.
  case exact(Value)
  /// Why not, as the end of the sentence "not computed: …".
  case notComputed(String)

  /// The value; `nil` when it was not computed.
  public var value: Value? {
    if case .exact(let value) = self { value } else { nil }
  }

  /// Why there is no value; `nil` when there is one.
  public var reason: String? {
    if case .notComputed(let reason) = self { reason } else { nil }
  }

  func map<Other>(_ transform: (Value) -> Other) -> Computed<Other> {
    switch self {
    case .exact(let value): .exact(transform(value))
    case .notComputed(let reason): .notComputed(reason)
    }
  }
}

extension Computed: Sendable where Value: Sendable {}
extension Computed: Equatable where Value: Equatable {}
