import Foundation
import Testing

@testable import Tables

@Suite("A stored table, read as it is written")
struct StoredTableTests {
  private static let formats: [TableFormat] = [.csv, .tsv, .json, .jsonl, .arrow]

  private static func withFile<R>(_ bytes: [UInt8], _ body: (String) throws -> R) throws -> R {
    let path = FileManager.default.temporaryDirectory.appending(path: "stored-\(UUID().uuidString).csv").path
    try AtomicFile.write(bytes, to: path)
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }

  private static func streamed(
    _ table: StoredTable, _ format: TableFormat, _ columns: [Int]? = nil, first top: Int = .max,
    _ reals: RealStyle = .shortest
  ) throws -> [UInt8] {
    var all: [UInt8] = []
    try table.write(format, columns: columns ?? Array(table.columns.indices), first: top, reals: reals) {
      (piece) throws(WriteError) in piece.withBytes { all.append(contentsOf: $0) }
    }
    return all
  }

  /// The stream and the table that is read as a whole must say the same; returns in how many cases
  /// there was a stream.
  private static func compare(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Int
  {
    let bytes = Array(text.utf8)
    return try withFile(
      bytes,
      { path -> Int in
        guard let stored = try StoredTable(path, name: "t") else { return 0 }
        let table = try Table(csv: bytes, name: "t")
        #expect(stored.columns.map(\.name) == table.columns.map(\.name), sourceLocation: sourceLocation)
        #expect(stored.columns.map(\.kind) == table.columns.map(\.kind), sourceLocation: sourceLocation)
        for format in formats {
          for reals in [RealStyle.shortest, .fixed(2)] {
            #expect(
              try streamed(stored, format, reals) == table.write(format, reals: reals),
              "\(format) \(reals)", sourceLocation: sourceLocation)
          }
        }
        return 1
      })
  }

  private static func streamed(
    _ table: StoredTable, _ format: TableFormat, _ reals: RealStyle
  ) throws -> [UInt8] { try streamed(table, format, nil, first: .max, reals) }

  @Test("every format has the bytes of the table read as a whole")
  func sameBytes() throws {
    let texts = [
      "a,b,c\n1,0.5,x\n2,,\n,inf,\"y, z\"\n",
      "n\n1\n\n3\n", "a,b\n", "a,b\n1,2", "a,b\n1,", "a\n\"\"\n7\n",
      "a,b\n\"say \"\"no\"\"\",1\n\"two\nlines\",2\n\"tab\there\",3\ntab\there,4\nback\\slash,5\n",
      "a,b\nوقف إطلاق النار,-0.0\n埃及,nan\n\u{1}\u{1F},-inf\n",
      "a,b\r\n1,x\r\n2,y\r\n", "a,b\n1,cr\rx\n",
      "n,r\n9223372036854775807,1e-7\n-9223372036854775808,-1E+30\n0,5\n-12,100\n",
      "k\n007\n1\n", "k\n9223372036854775808\n", "k\n-0\n", "k\n+1\n", "k\n1.\n", "k\n.5\n", "k\n1e999\n",
      "r\n0.50\n0.10000000000000001\n0.30000000000000004\n12.500\n0.00001\n00.5\n",
      "\"q,uoted\",\"b\"\"b\"\n1,2\n",
    ]
    var streams = 0
    for text in texts { streams += try StoredTableTests.compare(text) }
    // Carriage returns and all the rest have a stream as well.
    #expect(streams == texts.count)
  }

  @Test("random tables of every kind of field, longer than a block, have the same bytes")
  func random() throws {
    // Seed 11.
    var generator = Lehmer(state: 11)
    for quotes in [false, true] {
      var text = "i,r,t,m,wide\n"
      for row in 0..<9_000 {
        let real = Double(bitPattern: generator.next() & 0x7FFF_FFFF_FFFF_FFFF)
        let unit = Double(generator.next() >> 11) * 0x1p-53
        let reals = [unit, unit * 7.9, (unit * 1e4).rounded() / 1e4, unit * 1e-5, -unit, real, Double(row)]
        let spelt = reals[Int(generator.next() % 7)]
        let cell = quotes && row % 40 == 0 ? "\"a, \"\"b\"\"\"" : "b\(row)"
        text += "\(Int64(bitPattern: generator.next()) >> Int64(generator.next() % 60)),"
        text += row % 3 == 0 ? "," : "\(spelt.isFinite ? spelt.description : "nan"),"
        text +=
          "\(cell),\(row % 5 == 0 ? "" : "1"),\(String(repeating: "w", count: Int(generator.next() % 30)))\n"
      }
      #expect(try StoredTableTests.compare(text) == 1)
    }
  }

  @Test("a record longer than a block is read")
  func longRecord() throws {
    let long = String(repeating: "x", count: 300_000)
    #expect(try StoredTableTests.compare("a,b\n1,\(long)\n2,\"\(long)\n\(long)\"\n3,y\n") == 1)
  }

  @Test("what is no table, or has a byte order mark, is left to the careful reader")
  func irregular() throws {
    let texts = [
      "", "a,a\n1,2\n", "a,b\n1\n", "a,b\n1,2,3\n", "a\n\"x\n", "a\nx\"y\n", "\u{FEFF}a\n1\n", "a\n\"x\"y\n",
    ]
    for text in texts {
      #expect(
        try StoredTableTests.withFile(Array(text.utf8)) { try StoredTable($0, name: "t") == nil }, "\(text)")
    }
    let latin: [UInt8] = Array("a\n".utf8) + [0xE9, 0x0A]
    #expect(try StoredTableTests.withFile(latin) { try StoredTable($0, name: "t") == nil })
    #expect(throws: SystemError.self) { try StoredTable("/nonexistent/t.csv", name: "t") }
  }

  @Test("columns in another order and the first rows alone are those of a part of the table")
  func parts() throws {
    let text = "a,b,c\n1,0.5,x\n2,0.25,\n3,,z\n"
    let table = try Table(csv: text, name: "t")
    try StoredTableTests.withFile(Array(text.utf8)) { path in
      let stored = try #require(try StoredTable(path, name: "t"))
      let part = try #require(table.choosing(columns: ["c", "a"]).table).choosing(rows: 0..<2)
      for format in StoredTableTests.formats {
        #expect(try StoredTableTests.streamed(stored, format, [2, 0], first: 2) == part.write(format))
      }
      #expect(try StoredTableTests.streamed(stored, .json, [0], first: 0).count > 0)
    }
  }

  @Test("a file that was cut after it was looked at is not written as if it were whole")
  func changed() throws {
    try StoredTableTests.withFile(Array("a,b\n1,2\n3,4\n".utf8)) { path in
      let stored = try #require(try StoredTable(path, name: "t"))
      let handle = try #require(FileHandle(forUpdatingAtPath: path))
      try handle.truncate(atOffset: 9)
      #expect(throws: StoredTableFault<WriteError>.self) { try StoredTableTests.streamed(stored, .csv) }
    }
  }

  @Test("what a sink throws ends the writing")
  func sink() throws {
    try StoredTableTests.withFile(Array("a\n1\n".utf8)) { path in
      let stored = try #require(try StoredTable(path, name: "t"))
      #expect(throws: StoredTableFault<WriteError>.self) {
        try stored.write(.csv, columns: [0], first: .max, reals: .shortest) { (_) throws(WriteError) in
          throw WriteError(path: "x", step: .write, code: 28)
        }
      }
    }
  }
}

/// Numbers that look random (Steele & Vigna 2022): the upper half of a product.
private struct Lehmer {
  var state: UInt128

  mutating func next() -> UInt64 {
    state = state &* 0xDA94_2042_E4DD_58B5
    return UInt64(truncatingIfNeeded: state >> 64)
  }
}
