/// What a column holds.
public enum ColumnKind: String, Sendable, Equatable, CaseIterable {
  /// Texts.
  case text
  /// Whole numbers, of the width of `Int`.
  case integer
  /// Real numbers; it takes whole ones, which become real.
  case real

  /// Numbers stand flush right in every format meant for the eye.
  public var isNumber: Bool { self != .text }
}
