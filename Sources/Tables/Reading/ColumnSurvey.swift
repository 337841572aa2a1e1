/// What the columns of a table hold, learnt from one field after another.
struct ColumnSurvey {
  private var found: [ColumnKind?]

  init(width: Int) { found = Array(repeating: nil, count: width) }

  /// A column is integer when every field present is one; else real when every field present is a
  /// number; else text; a column without any value is text.
  var kinds: [ColumnKind] { found.map { $0 ?? .text } }

  mutating func see(_ block: FieldBlock, of bytes: UnsafeBufferPointer<UInt8>) {
    guard let base = bytes.baseAddress else { return }
    block.withFields { fields in
      found.withUnsafeMutableBufferPointer { found in
        var column = 0
        for field in fields {
          if found[column] != .text, !field.isMissing {
            found[column] = ColumnSurvey.wider(
              found[column], ColumnSurvey.kind(base + Int(field.start), field.count))
          }
          column += 1
          if column == found.count { column = 0 }
        }
      }
    }
  }

  @inline(__always)
  private static func wider(_ known: ColumnKind?, _ kind: ColumnKind) -> ColumnKind {
    switch (known, kind) {
    case (.real, .integer): .real
    default: kind
    }
  }

  /// As `NumberLexeme`, sooner for what is met most; the empty text is one.
  @inline(__always)
  private static func kind(_ start: UnsafePointer<UInt8>, _ count: Int) -> ColumnKind {
    if count == 0 { return .text }
    let first = start.pointee &- UInt8(ascii: "0")
    // Of one digit before the point.
    if first < 10, count > 2, start[1] == UInt8(ascii: ".") {
      return areDigits(start + 2, count - 2)
        ? .real : NumberLexeme.kind(of: UnsafeBufferPointer(start: start, count: count))
    }
    if first < 10, count == 1 || first > 0 && count <= 18 && areDigits(start, count) { return .integer }
    // Nothing else begins a number.
    let isSpecial = start.pointee == UInt8(ascii: "i") || start.pointee == UInt8(ascii: "n")
    guard first < 10 || start.pointee == UInt8(ascii: "-") || isSpecial else { return .text }
    return NumberLexeme.kind(of: UnsafeBufferPointer(start: start, count: count))
  }

  @inline(__always)
  private static func areDigits(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var place = 0
    while count - place >= 8 {
      guard Octet.areDigits(Octet.load(start + place)) else { return false }
      place += 8
    }
    while place < count {
      guard start[place] &- UInt8(ascii: "0") < 10 else { return false }
      place += 1
    }
    return true
  }
}
