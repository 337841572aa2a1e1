import Foundation
import Testing

/// What the first sentence of a page claims, held against the intervals of its table.
@Suite("Headlines of studies") struct HeadlineTests {
  /// The answer on the page of a study, its marks taken out.
  private static func answer(_ line: [String], in place: Workplace, language: String = "en") throws -> String
  {
    let scenario = Program.package.appending(path: "scenarios/\(line[1]).jsonc").path
    let made = try place.program.run(
      [line[0], scenario] + line.dropFirst(2) + ["--language", language, "--out", "r", "--force", "-q"])
    #expect(made.status == 0, "\(line): \(made.errors)")
    let page = try place.text(of: "r/report.html")
    let start = try #require(page.range(of: "<h2"))
    return String(page[start.lowerBound...].prefix(4000))
      .replacing(/<[^>]*>/, with: "").replacing(/[\u{2066}-\u{2069}]/, with: "")
  }

  private static let noneStands = "do not tell which numbers decide the result"

  @Test(
    "a number is told as decisive where its interval leaves zero out, and no other", arguments: [2, 8, 4096])
  func sensitivity(samples: Int) throws {
    try Workplace.use { place in
      let answer = try Self.answer(
        ["sensitivity", "logroll", "--samples", "\(samples)", "--runs", "2"], in: place)
      let rows = try FormulaCommandTests.rows(place.url.appending(path: "r/sensitivity.csv").path)
      let stands = rows.filter { Double($0["total_low"] ?? "").map { $0 > 0 } ?? false }
      #expect(rows.count > 2)
      let isVague = answer.contains("too few runs to tell")
      #expect(answer.contains("hangs most on these numbers") == (!stands.isEmpty && !isVague), "\(answer)")
      let varies = rows.contains { row in
        ["total", "total_high", "first", "first_high"].contains {
          Double(row[$0] ?? "").map { $0 != 0 } ?? false
        }
      }
      #expect(answer.contains(Self.noneStands) == (stands.isEmpty && varies), "\(answer)")
      #expect(answer.contains("The result is the same in all these runs") == !varies, "\(answer)")
      if samples == 2 { #expect(stands.isEmpty) }
      if samples == 4096 { #expect(!stands.isEmpty && !isVague) }
    }
  }

  @Test(
    "a sweep says that a difference is not settled where ends of as many equal points may lie as far apart",
    arguments: [("0.6,0.61", 50, false), ("0.1,1", 1000, true)])
  func sweep(values: String, runs: Int, isSettled: Bool) throws {
    try Workplace.use { place in
      let line = ["sweep", "logroll", "--vary", "parties.farmers.willingness=\(values)", "--runs", "\(runs)"]
      let answer = try Self.answer(line, in: place)
      let rows = try FormulaCommandTests.rows(place.url.appending(path: "r/sweep.csv").path)
      let lows = rows.compactMap { Double($0["agreement_low"] ?? "") }
      let highs = rows.compactMap { Double($0["agreement_high"] ?? "") }
      // By far, or not at all: what the rule says in between is held against numbers elsewhere.
      #expect(try (#require(lows.max()) > #require(highs.min())) == isSettled)
      #expect(answer.contains("not settled") != isSettled, "\(answer)")
      let arabic = try Self.answer(line, in: place, language: "ar")
      #expect(arabic.contains("لم يُحسم") != isSettled, "\(arabic)")
    }
  }
}
