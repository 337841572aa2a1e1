/// One field of a table on its way in or out: a value of one of the three kinds, or nothing.
///
/// Literals stand for themselves, so a row reads as it prints:
/// `["collapsed", 12, 0.24, nil]`. Values that may be absent go through the initialisers:
/// `Cell(medianRound)` is ``missing`` when `medianRound` is `nil`.
public enum Cell: Sendable, Equatable {
  /// Nothing; it fits a column of any kind.
  case missing
  /// A text, the empty one included, which is not ``missing``.
  case text(String)
  /// A whole number.
  case integer(Int)
  /// A real number; infinities and NaN are kept, and it depends on the format how they leave.
  case real(Double)

  /// A text cell, or ``missing`` for `nil`.
  public init(_ value: String?) { self = value.map(Cell.text) ?? .missing }
  /// An integer cell, or ``missing`` for `nil`.
  public init(_ value: Int?) { self = value.map(Cell.integer) ?? .missing }
  /// A real cell, or ``missing`` for `nil`.
  public init(_ value: Double?) { self = value.map(Cell.real) ?? .missing }

  /// The column kind that this value belongs to; `nil` for ``missing``, which fits everywhere.
  public var kind: ColumnKind? {
    switch self {
    case .missing: nil
    case .text: .text
    case .integer: .integer
    case .real: .real
    }
  }
}

extension Cell: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
  ExpressibleByNilLiteral
{
  /// What the literal says: a text, a whole number, a real number, or nothing.
  public init(stringLiteral value: String) { self = .text(value) }
  /// What the literal says: a text, a whole number, a real number, or nothing.
  public init(integerLiteral value: Int) { self = .integer(value) }
  /// What the literal says: a text, a whole number, a real number, or nothing.
  public init(floatLiteral value: Double) { self = .real(value) }
  /// What the literal says: a text, a whole number, a real number, or nothing.
  public init(nilLiteral: ()) { self = .missing }
}
