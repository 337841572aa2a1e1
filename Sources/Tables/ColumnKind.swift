/// What a column holds.
public enum ColumnKind: String, Sendable, Equatable, CaseIterable {
  case text
  case integer
  case real

  /// Numbers stand flush right in every format meant for the eye.
  public var isNumber: Bool { self != .text }
}
