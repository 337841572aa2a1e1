import Testing

@testable import Tables

@Suite("Arrow")
struct ArrowTests {
  @Test("a reader that follows the format finds names, kinds, cells and missing cells")
  func reading() throws {
    let table = try Table(
      "t",
      columns: [
        .integer("n", [1, nil, .min, .max]), .real("القيمة", [0.5, nil, -.infinity, -0.0]),
        .text("t", ["a", "", nil, "وقف"]), .text("nothing", [nil, nil, nil, nil]),
        .integer("all", [1, 2, 3, 4]),
      ])
    let file = try #require(ArrowFile(table.write(.arrow)))
    #expect(file.names == ["n", "القيمة", "t", "nothing", "all"])
    #expect(file.kinds == [.integer, .real, .text, .text, .integer])
    #expect(file.rows == (0..<4).map(table.row))
    #expect(file.batches == 1)
  }

  @Test("rows go into batches of 16,384, and a table without rows into none")
  func batches() throws {
    let numbers = (0..<40_000).map { Optional($0 * $0) }
    let table = try Table(
      "t", columns: [.integer("n", numbers), .text("t", numbers.map { $0.map { "\($0)" } })])
    let file = try #require(ArrowFile(table.write(.arrow)))
    #expect(file.batches == 3)
    #expect(file.rows.count == 40_000)
    #expect(file.rows[39_999] == [1_599_920_001, "1599920001"])
    let empty = try #require(ArrowFile(Table("t", columns: [.real("r", [])]).write(.arrow)))
    #expect((empty.batches, empty.rows.count) == (0, 0))
    #expect(empty.names == ["r"])
  }

  @Test("decimals that are wished for round the numbers")
  func rounding() throws {
    let table = try Table("t", columns: [.real("r", [0.126, .nan])])
    let file = try #require(ArrowFile(table.write(.arrow, reals: .fixed(2))))
    #expect(file.rows[0] == [0.13])
    guard case .real(let value) = file.rows[1][0] else { throw TableError.noColumns }
    #expect(value.isNaN)
  }
}

/// A file of Arrow, read from its footer by the rules of FlatBuffers: slowly, and `nil` where
/// something is not where it must be.
private struct ArrowFile {
  var names: [String] = []
  var kinds: [ColumnKind] = []
  var rows: [[Cell]] = []
  var batches = 0

  init?(_ bytes: [UInt8]) {
    let flat = Flat(bytes: bytes)
    guard bytes.count > 20, bytes.prefix(8) == Array("ARROW1\0\0".utf8)[...],
      bytes.suffix(6) == Array("ARROW1".utf8)[...]
    else { return nil }
    let start = bytes.count - 10 - flat.number(bytes.count - 10, 4)
    let footer = start + flat.number(start, 4)
    guard start % 8 == 0, flat.field(footer, 0).map({ flat.number($0, 2) }) == 4,
      let schema = flat.target(footer, 1), let fields = flat.target(schema, 1),
      let blocks = flat.target(footer, 3)
    else { return nil }
    for index in 0..<flat.number(fields, 4) {
      let place = fields + 4 + 4 * index
      let field = place + flat.number(place, 4)
      guard let name = flat.target(field, 0), let type = flat.field(field, 2),
        let kind = flat.target(field, 3),
        flat.field(field, 1).map({ flat.number($0, 1) }) == 1
      else { return nil }
      names.append(
        String(decoding: bytes[(name + 4)..<(name + 4 + flat.number(name, 4))], as: UTF8.self))
      switch flat.number(type, 1) {
      case 2 where flat.field(kind, 0).map({ flat.number($0, 4) }) == 64: kinds.append(.integer)
      case 3 where flat.field(kind, 0).map({ flat.number($0, 2) }) == 2: kinds.append(.real)
      case 5: kinds.append(.text)
      default: return nil
      }
    }
    batches = flat.number(blocks, 4)
    for index in 0..<batches where !read(flat, block: blocks + 4 + 24 * index) { return nil }
  }

  private mutating func read(_ flat: Flat, block: Int) -> Bool {
    let (offset, metadata) = (flat.number(block, 8), flat.number(block + 8, 4))
    guard offset % 8 == 0, metadata % 8 == 0, flat.number(offset, 4) == 0xFFFF_FFFF,
      flat.number(offset + 4, 4) == metadata - 8
    else { return false }
    let message = offset + 8 + flat.number(offset + 8, 4)
    guard let kind = flat.field(message, 1), flat.number(kind, 1) == 3,
      let batch = flat.target(message, 2),
      let length = flat.field(batch, 0), let nodes = flat.target(batch, 1),
      let parts = flat.target(batch, 2)
    else { return false }
    let count = flat.number(length, 8)
    var part = 0
    func next() -> (start: Int, count: Int) {
      let place = parts + 4 + 16 * part
      part += 1
      return (offset + metadata + flat.number(place, 8), flat.number(place + 8, 8))
    }
    var cells: [[Cell]] = []
    for (column, kind) in kinds.enumerated() {
      let missing = flat.number(nodes + 4 + 16 * column + 8, 8)
      let bits = next()
      let first = next()
      let text = kind == .text ? next() : first
      guard first.start % 8 == 0, (bits.count == 0) == (missing == 0) else { return false }
      cells.append(
        (0..<count).map { row in
          if missing > 0, flat.bytes[bits.start + row / 8] >> (row % 8) & 1 == 0 { return .missing }
          let number = kind == .text ? 0 : flat.number(first.start + 8 * row, 8)
          switch kind {
          case .integer: return .integer(number)
          case .real: return .real(Double(bitPattern: UInt64(bitPattern: Int64(number))))
          case .text:
            let from = text.start + flat.number(first.start + 4 * row, 4)
            let to = text.start + flat.number(first.start + 4 * row + 4, 4)
            return .text(String(decoding: flat.bytes[from..<to], as: UTF8.self))
          }
        })
      guard cells[column].count(where: { $0 == .missing }) == missing else { return false }
    }
    rows += (0..<count).map { row in cells.map { $0[row] } }
    return true
  }
}

private struct Flat {
  let bytes: [UInt8]

  func number(_ place: Int, _ size: Int) -> Int {
    (0..<size).reduce(0) {
      $0 | Int(truncatingIfNeeded: UInt64(bytes[place + $1]) << (8 * UInt64($1)))
    }
  }

  /// Where a field of a table is; `nil` where it has its default.
  func field(_ table: Int, _ slot: Int) -> Int? {
    let list = table - Int(Int32(truncatingIfNeeded: number(table, 4)))
    guard 4 + 2 * slot < number(list, 2) else { return nil }
    let offset = number(list + 4 + 2 * slot, 2)
    return offset == 0 ? nil : table + offset
  }

  func target(_ table: Int, _ slot: Int) -> Int? { field(table, slot).map { $0 + number($0, 4) } }
}
