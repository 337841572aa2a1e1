import Reports
import Tables
import Testing

@Suite("Tables for readers") struct ReadingTableTests {
  private func reading(_ table: Table, decimals: Int? = nil) throws -> ReadingTable {
    try ReadingTable(table, labels: TableLabels(nil), decimals: decimals, origin: "X: 10 runs, seed 1.")
  }

  @Test("an interval stands beside its share, with the decimals that it supports")
  func joined() throws {
    let table = try Table(
      "endings",
      columns: [
        .text("ending", ["full_agreement"]), .integer("count", [4_120]), .real("share", [0.412]),
        .real("low", [0.401]), .real("high", [0.423]),
      ])
    let read = try reading(table)
    #expect(read.table.columns.map(\.name) == ["Ending", "Count", "Share"])
    #expect(read.table.row(0) == ["full_agreement", "4,120", "41.2% (40.1 to 42.3)"])
    #expect(read.numbers == ["Count", "Share"])
    #expect(
      read.caption
        == "How often the talks end in which way. X: 10 runs, seed 1. In parentheses: 95% intervals.")
    #expect(try reading(table, decimals: 0).table.row(0).last == "41% (40 to 42)")
  }

  @Test(
    "two digits of the widest half-width decide how many decimals there are",
    arguments: [
      (0.11, "50% (39 to 61)"), (0.011, "50.0% (48.9 to 51.1)"), (0.001_1, "50.00% (49.89 to 50.11)"),
      (0.012_5, "50.0% (48.8 to 51.2)"),
    ])
  func places(width: Double, text: String) throws {
    let table = try Table(
      "endings",
      columns: [.real("share", [0.5]), .real("low", [0.5 - width]), .real("high", [0.5 + width])])
    #expect(try reading(table).table.row(0) == [.text(text)])
  }

  @Test("intervals of other names are joined with what they are of, and ends of values stay")
  func named() throws {
    let table = try Table(
      "levers",
      columns: [
        .real("value_low", [0.2]), .real("value_high", [0.8]), .real("gain", [0.25]),
        .real("gain_low", [0.14]), .real("gain_high", [0.36]),
      ])
    let read = try reading(table)
    #expect(read.table.columns.map(\.name) == ["Value: from", "Value: to", "Gain"])
    #expect(read.table.row(0) == ["0.2", "0.8", "25% (14 to 36)"])
  }

  @Test("in Arabic heads, intervals and caption are Arabic, in the digits that are asked for")
  func arabic() throws {
    let table = try Table(
      "endings",
      columns: [
        .text("ending", ["full_agreement"]), .real("share", [0.412]), .real("low", [0.401]),
        .real("high", [0.423]),
      ])
    let read = try ReadingTable(
      table, labels: TableLabels(nil, language: .arabic), decimals: nil, origin: "س: 10.", digits: .arabic)
    #expect(read.table.columns.map(\.name) == ["النهاية", "النسبة"])
    #expect(
      read.table.row(0).last == "٤١٫٢٪ (\u{2066}٤٠٫١\u{2069} إلى \u{2066}٤٢٫٣\u{2069})")
    #expect(read.caption == "كيف تنتهي المحادثات. س: ١٠. بين القوسين فترات ٩٥٪.")
  }

  @Test("what is missing stays empty, and rounds are said to be counted from 0")
  func missing() throws {
    let table = try Table(
      "sweep",
      columns: [
        .integer("median_round", [nil, 3]), .real("agreement_share", [nil, 0.5]),
        .real("agreement_low", [nil, 0.4]), .real("agreement_high", [nil, 0.6]),
      ])
    let read = try reading(table)
    #expect(read.table.row(0) == [.missing, .missing])
    #expect(read.table.row(1) == ["3", "50% (40 to 60)"])
    #expect(read.caption.contains("Rounds are counted from 0."))
  }
}
