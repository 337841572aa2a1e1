/// A named column of a ``Table``: cells of one kind, any of which may be missing.
public struct Column: Sendable, Equatable {
  /// The cells, stored as one array of their own type.
  public enum Cells: Sendable, Equatable {
    /// Texts; `nil` is missing, an empty text is not.
    case text([String?])
    /// Whole numbers; `nil` is missing.
    case integer([Int?])
    /// Real numbers; `nil` is missing, NaN is not.
    case real([Double?])
  }

  /// The name in the header; snake_case by the project's habit, any text by right.
  public let name: String
  /// The values, all of one kind.
  public internal(set) var cells: Cells

  /// A column of these values.
  public init(_ name: String, _ cells: Cells) {
    self.name = name
    self.cells = cells
  }

  /// An empty column of a kind, as `TableBuilder` declares it.
  public init(_ name: String, _ kind: ColumnKind) {
    self.name = name
    switch kind {
    case .text: cells = .text([])
    case .integer: cells = .integer([])
    case .real: cells = .real([])
    }
  }

  /// A column of texts; `nil` is a missing value.
  public static func text(_ name: String, _ values: [String?] = []) -> Column { Column(name, .text(values)) }
  /// A column of whole numbers; `nil` is a missing value.
  public static func integer(_ name: String, _ values: [Int?] = []) -> Column {
    Column(name, .integer(values))
  }
  /// A column of real numbers; `nil` is a missing value.
  public static func real(_ name: String, _ values: [Double?] = []) -> Column { Column(name, .real(values)) }

  /// What its values are.
  public var kind: ColumnKind {
    switch cells {
    case .text: .text
    case .integer: .integer
    case .real: .real
    }
  }

  /// The number of cells.
  public var count: Int {
    switch cells {
    case .text(let values): values.count
    case .integer(let values): values.count
    case .real(let values): values.count
    }
  }

  /// The cell in a row, counted from 0.
  public subscript(row: Int) -> Cell {
    switch cells {
    case .text(let values): Cell(values[row])
    case .integer(let values): Cell(values[row])
    case .real(let values): Cell(values[row])
    }
  }

  /// Whether ``append(_:)`` would take the cell: its own kind, a missing one, or an integer among
  /// reals.
  func accepts(_ cell: Cell) -> Bool {
    guard let cellKind = cell.kind else { return true }
    return cellKind == kind || (cellKind == .integer && kind == .real)
  }

  /// Adds an accepted cell at the end; one that is not accepted counts as missing, so that columns
  /// of a table cannot come apart.
  mutating func append(_ cell: Cell) {
    switch cells {
    case .text(var values):
      cells = .text([])  // Gives up the second reference, so that the append below copies nothing.
      if case .text(let value) = cell { values.append(value) } else { values.append(nil) }
      cells = .text(values)
    case .integer(var values):
      cells = .integer([])
      if case .integer(let value) = cell { values.append(value) } else { values.append(nil) }
      cells = .integer(values)
    case .real(var values):
      cells = .real([])
      switch cell {
      case .real(let value): values.append(value)
      case .integer(let value): values.append(Double(value))
      default: values.append(nil)
      }
      cells = .real(values)
    }
  }
}
