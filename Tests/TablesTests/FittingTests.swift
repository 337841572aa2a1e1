import Tables
import Testing

@Suite("Tables that fit a terminal") struct FittingTests {
  /// A table of so many numeric columns with long names, keys first.
  private func sample(_ columns: Int, rows: Int, _ random: inout some RandomNumberGenerator) throws -> Table {
    try Table(
      "t",
      columns: [.integer("point", Array(1...rows)), .text("issues.a_long_name", (0..<rows).map { "v\($0)" })]
        + (0..<columns).map { column in
          .text(
            "partial_agreement_\(column)",
            (0..<rows).map { _ in "\(Int.random(in: 10...99, using: &random)).\(column)%" })
        })
  }

  @Test("no line is wider than the terminal, and every cell stands whole", arguments: [40, 60, 80, 100])
  func fits(width: Int) throws {
    let seed = UInt64(width)
    var random = Shuffle(seed: seed)
    for columns in 1...14 {
      let table = try sample(columns, rows: 3, &random)
      let text = table.plainText(fitting: width, keys: 2)
      let lines = text.split(separator: "\n").map(String.init)
      #expect(lines.allSatisfy { DisplayWidth.of($0) <= width }, "seed \(seed), \(columns) columns:\n\(text)")
      let words = Set(text.split { $0 == " " || $0 == "\n" }.map(String.init))
      for column in table.columns.dropFirst(2) {
        for row in 0..<table.rowCount {
          guard case .text(let cell) = column[row] else { continue }
          #expect(words.contains(cell), "seed \(seed): \(cell) is not whole in\n\(text)")
        }
      }
    }
  }

  @Test("a table that fits as it is stays as it is")
  func whole() throws {
    let table = try Table("t", columns: [.text("a", ["x"]), .integer("b", [12])])
    #expect(table.plainText(fitting: 80, keys: 1) == table.plainText())
  }

  @Test("further columns stand below, behind the keys")
  func bands() throws {
    let table = try Table(
      "t", columns: [.integer("n", [1, 2])] + (0..<4).map { .integer("column_\($0)", [10 + $0, 20 + $0]) })
    #expect(
      table.plainText(fitting: 22, keys: 1) == """
        n  column_0  column_1
        -  --------  --------
        1        10        11
        2        20        21

        n  column_2  column_3
        -  --------  --------
        1        12        13
        2        22        23

        """)
  }

  /// SplitMix64, so that a seed gives the same table everywhere.
  private struct Shuffle: RandomNumberGenerator {
    var state: UInt64
    init(seed: UInt64) { state = seed }
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }
}
