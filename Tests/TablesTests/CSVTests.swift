import Tables
import Testing

@Suite("CSV") struct CSVTests {
  @Test("delimiters, quotes and line ends are quoted as RFC 4180 says; missing and empty differ")
  func quoting() throws {
    let table = try Table(
      "t",
      columns: [
        .text("a,b", ["x", "say \"no\"", "two\nlines", "", nil, "cr\r"]),
        .integer("n", [1, -2, nil, 4, 5, 6]),
        .real("r", [0.5, 2, nil, .nan, -.infinity, 1e-7]),
      ])
    let expected = """
      "a,b",n,r
      x,1,0.5
      "say ""no""\",-2,2.0
      "two
      lines",,
      "",4,nan
      ,5,-inf
      "cr\r",6,1e-07

      """
    #expect(table.text(.csv) == expected)
  }

  @Test("TSV quotes tabs and leaves commas alone")
  func tabs() throws {
    let table = try Table("t", columns: [.text("a", ["x,y", "x\ty"]), .text("b", ["1", "2"])])
    #expect(table.text(.tsv) == "a\tb\nx,y\t1\n\"x\ty\"\t2\n")
    #expect(try Table(tsv: table.write(.tsv), name: "t").row(1) == ["x\ty", 2])
  }

  @Test("fixed decimals apply to reals alone")
  func decimals() throws {
    let table = try Table("t", columns: [.integer("n", [1]), .real("r", [0.123456])])
    #expect(table.text(.csv, reals: .fixed(3)) == "n,r\n1,0.123\n")
  }

  @Test("what is written reads back as the same table, Arabic labels included")
  func roundTrip() throws {
    let table = try Table(
      "t",
      columns: [
        .text("الاسم", ["وقف إطلاق النار", "a \"b\", c", nil, "", "line\r\nend"]),
        .integer("n", [Int.max, Int.min, nil, 0, 7]),
        .real("r", [0.1 + 0.2, -0.0, .leastNonzeroMagnitude, 1.7976931348623157e308, nil]),
        .real("only_nan_free", [1, 2, 3, 4, 5]),
        .text("nothing", [nil, nil, nil, nil, nil]),
      ])
    #expect(try Table(csv: table.write(.csv), name: "t") == table)
    #expect(try Table(tsv: table.write(.tsv), name: "t") == table)
  }

  @Test("a column of one missing value in a table of its own survives as a blank line")
  func singleColumn() throws {
    let table = try Table("t", columns: [.integer("n", [1, nil, 3])])
    #expect(table.text(.csv) == "n\n1\n\n3\n")
    #expect(try Table(csv: table.write(.csv), name: "t") == table)
  }

  @Test("a header alone is a table without rows")
  func noRows() throws {
    let table = try Table(csv: "a,b\n", name: "t")
    #expect(table.rowCount == 0)
    #expect(table.text(.csv) == "a,b\n")
  }

  @Test(
    "columns are typed by content: only what the writer would spell is a number",
    arguments: [
      ("1,2,3", ColumnKind.integer), ("1,2.5,", .real), ("1,x", .text), ("007", .text), ("+1", .text),
      ("-0", .text), ("-0.0", .real), ("1e5", .real), ("1.", .text), (".5", .text), ("1e", .text),
      ("0x10", .text), ("1 ", .text), ("9223372036854775807", .integer), ("9223372036854775808", .text),
      ("nan,inf,-inf", .real), ("-nan", .text), ("1_000", .text), ("0,0.5", .real), (",", .text),
      ("\"\"", .text),
      ("-", .text), ("٣", .text), ("1,inf2", .text),
    ] as [(String, ColumnKind)])
  func typing(cells: String, kind: ColumnKind) throws {
    let rows = cells.split(separator: ",", omittingEmptySubsequences: false)
    let table = try Table(csv: "pad,a\n" + rows.map { "0,\($0)\n" }.joined(), name: "t")
    #expect(table["a"]?.kind == kind)
  }

  @Test("cRLF, a byte order mark and a missing last line end are read")
  func dialects() throws {
    let plain = try Table(csv: "a,b\n1,x\n2,y\n", name: "t")
    #expect(try Table(csv: "a,b\r\n1,x\r\n2,y\r\n", name: "t") == plain)
    #expect(try Table(csv: "\u{FEFF}a,b\n1,x\n2,y", name: "t") == plain)
    #expect(try Table(csv: "\"a\",\"b\"\n1,\"x\"\n2,\"y\"", name: "t") == plain)
  }

  @Test(
    "faulty text is refused with its line",
    arguments: [
      ("", TableError.noColumns), ("a,b\n1,2\n3\n", .raggedRow(line: 3, expected: 2, found: 1)),
      ("a,b\n\"x\ny\",2\n1,2,3\n", .raggedRow(line: 4, expected: 2, found: 3)),
      ("a,b\n1,\"x\n", .unclosedQuote(line: 2)), ("a\n\"x\"y\n", .strayQuote(line: 2)),
      ("a\nx\"y\n", .strayQuote(line: 2)), ("a,a\n1,2\n", .duplicateColumn("a")),
    ] as [(String, TableError)])
  func faults(text: String, error: TableError) {
    #expect(throws: error) { try Table(csv: text, name: "t") }
  }

  @Test("bytes that are not UTF-8 are refused with their line")
  func notUTF8() {
    #expect(throws: TableError.notUTF8(line: 2)) {
      try Table(csv: Array("a\n".utf8) + [0xC3, 0x28], name: "t")
    }
  }

  @Test("random text is refused or read; what is read writes and reads back unchanged")
  func mutations() throws {
    let alphabet = Array("\"\"\n\n\r,,,ab01.-e\u{E9}\t".utf8) + [0xFF]
    var state: UInt64 = 4180
    func draw(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    var accepted = 0
    for _ in 0..<20_000 {
      let bytes = (0..<draw(24)).map { _ in alphabet[draw(alphabet.count)] }
      guard let table = try? Table(csv: bytes, name: "t") else { continue }
      accepted += 1
      let again = try Table(csv: table.write(.csv), name: "t")
      #expect(again.write(.csv) == table.write(.csv))
      #expect(again.columns.map(\.kind) == table.columns.map(\.kind))
    }
    #expect(accepted > 1_000)
  }

  @Test("the row writer and the table writer agree byte for byte")
  func rowWriter() throws {
    var rows = CSVRowWriter()
    for name in ["s", "n", "r", "m"] { rows.append(name) }
    rows.endRow()
    rows.append("a,\"b\"")
    rows.append(-3)
    rows.append(0.25)
    rows.appendMissing()
    rows.endRow()
    let table = try Table(
      "t", columns: [.text("s", ["a,\"b\""]), .integer("n", [-3]), .real("r", [0.25]), .text("m", [nil])])
    #expect(rows.buffer.bytes == table.write(.csv))
    rows.removeAll()
    rows.append(UInt64.max)
    rows.append(0.5, decimals: 6)
    rows.endRow()
    #expect(rows.buffer.string == "18446744073709551615,0.500000\n")
  }

  @Test("a large table written in pieces equals the table written at once")
  func pieces() throws {
    let table = try Table("t", columns: [.integer("n", (0..<50_000).map { $0 })])
    var pieces = 0
    var all: [UInt8] = []
    table.write(.jsonl) { piece in
      pieces += 1
      all += piece.bytes
    }
    #expect(pieces > 3)
    #expect(all == table.write(.jsonl))
  }

  @Test("an error of the sink stops the writing and comes out")
  func sinkError() throws {
    struct Full: Error {}
    let table = try Table("t", columns: [.integer("n", (0..<50_000).map { $0 })])
    var calls = 0
    #expect(throws: Full.self) {
      try table.write(.csv) { _ throws(Full) in
        calls += 1
        throw Full()
      }
    }
    #expect(calls == 1)
  }
}
