import Tables
import Testing

@Suite("Tables") struct TableTests {
  @Test("a table without columns, with twins, or with a short column cannot be made")
  func invalidColumns() {
    #expect(throws: TableError.noColumns) { try Table("t", columns: []) }
    #expect(throws: TableError.duplicateColumn("a")) {
      try Table("t", columns: [.text("a"), .integer("a")])
    }
    #expect(throws: TableError.unequalLengths(column: "b", expected: 2, found: 1)) {
      try Table("t", columns: [.text("a", ["x", nil]), .real("b", [1])])
    }
  }

  @Test("a builder's rows come back in order, an integer among reals as a real")
  func builder() throws {
    var builder = try TableBuilder("t", [.text("a"), .integer("b"), .real("c")])
    try builder.append(["x", 1, 0.5])
    try builder.append([nil, nil, 2])
    try builder.append([.text("z"), Cell(nil as Int?), Cell(7.0)])
    let table = builder.table
    let expected = try Table(
      "t",
      columns: [.text("a", ["x", nil, "z"]), .integer("b", [1, nil, nil]), .real("c", [0.5, 2, 7])])
    #expect(table == expected)
    #expect(table.rowCount == 3)
    #expect(table["b"]?.kind == .integer)
    #expect(table["d"] == nil)
    #expect(table.row(1) == [.missing, .missing, .real(2)])
  }

  @Test("a row that does not fit is refused whole and leaves the builder as it was")
  func refusedRows() throws {
    var builder = try TableBuilder("t", [.text("a"), .integer("b")])
    try builder.append(["x", 1])
    let before = builder.table
    #expect(throws: TableError.wrongCellCount(expected: 2, found: 1)) { try builder.append(["y"]) }
    #expect(throws: TableError.wrongKind(column: "b", expected: .integer, found: .real)) {
      try builder.append(["y", 1.5])
    }
    #expect(throws: TableError.wrongKind(column: "a", expected: .text, found: .integer)) {
      try builder.append([2, 2])
    }
    #expect(builder.table == before)
  }
}
