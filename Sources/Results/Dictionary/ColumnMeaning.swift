import Tables

/// What one column of a table means; a name with a word in capitals stands for a family of columns:
/// `utility_PARTY` for one column per party, `ISSUE` for one per issue.
package struct ColumnMeaning: Sendable, Equatable {
  /// Of what kind a cell is; a cell may be empty, which the meaning explains.
  package enum Kind: String, Sendable {
    case integer
    case number
    case text
  }

  package let name: String
  package let kind: Kind
  /// What it is measured in: `share` (0 to 1), `utility`, `rounds`, `runs` and the like; empty for
  /// names.
  package let unit: String
  /// A clause without a capital and a full stop.
  package let meaning: String

  init(_ name: String, _ kind: Kind, _ unit: String, _ meaning: String) {
    self.name = name
    self.kind = kind
    self.unit = unit
    self.meaning = meaning
  }

  /// Whether it speaks of a column of this name.
  func speaks(of column: String) -> Bool {
    guard let family else { return column == name }
    return column.count > family.before.count + family.after.count && column.hasPrefix(family.before)
      && column.hasSuffix(family.after)
  }

  /// What the names of a family have in common, around the word in capitals; `nil` for one column.
  private var family: (before: Substring, after: Substring)? {
    guard let first = name.firstIndex(where: \.isUppercase) else { return nil }
    let rest = name[first...]
    let end = rest.firstIndex { !$0.isUppercase } ?? rest.endIndex
    return (name[..<first], rest[end...])
  }

  /// How much of the name is not left open: of two that speak of a column the closer one counts.
  var closeness: Int { family.map { $0.before.count + $0.after.count } ?? .max }

  /// - Parameter column: the column that it describes.
  package func json(of column: String) -> JSONValue {
    [
      "name": .string(column), "type": .string(kind.rawValue), "unit": .string(unit),
      "meaning": .string(meaning),
    ]
  }
}
