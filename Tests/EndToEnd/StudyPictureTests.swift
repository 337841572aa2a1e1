import Foundation
import Testing

/// Pictures of studies, drawn from their tables.
@Suite("Pictures of studies") struct StudyPictureTests {
  private static func scenario(_ name: String) -> String {
    Program.package.appending(path: "scenarios/\(name).jsonc").path
  }

  /// What a picture says to those who do not see it, and its title.
  private static func told(_ svg: String) throws -> String {
    let title = try #require(svg.firstMatch(of: /<title [^>]*>([^<]*)<\/title>/)?.1)
    let summary = try #require(svg.firstMatch(of: /<desc [^>]*>([^<]*)<\/desc>/)?.1)
    return "\(title)\n\(summary)"
  }

  private static func percent(_ row: [String: String], _ column: String) throws -> String {
    String(format: "%.1f%%", try #require(Double(row[column] ?? "")) * 100)
  }

  private static let commands: [(line: [String], table: String)] = [
    (["levers", scenario("logroll"), "--runs", "40"], "levers"),
    (
      ["sensitivity", scenario("logroll"), "--method", "morris", "--samples", "4", "--runs", "4"],
      "sensitivity"
    ),
    (["sensitivity", scenario("logroll"), "--samples", "16", "--runs", "2"], "sensitivity"),
    (["compare", scenario("logroll"), "--set", "rounds=5", "--runs", "60"], "comparison"),
    (["sweep", scenario("logroll"), "--vary", "rounds=5,20", "--runs", "20"], "sweep"),
    (["answers", scenario("river-water"), "--runs", "60", "--each", "10"], "contributions"),
  ]

  @Test("the picture of a study is a file, stands on its page, and plot draws it from the table alone")
  func everywhere() throws {
    try Workplace.use { place in
      for (number, (line, table)) in Self.commands.enumerated() {
        let made = try place.program.run(line + ["--out", "r\(number)", "-q"])
        #expect(made.status == 0, "\(line): \(made.errors)")
        let svg = try place.text(of: "r\(number)/\(table).svg")
        let page = try place.text(of: "r\(number)/report.html")
        #expect(page.contains("id=\"\(table)-title\"") && page.contains("id=\"\(table)-narrow-title\""))
        let plotted = try place.program.run("plot", "r\(number)/\(table).csv", "--out", "-")
        #expect(plotted.status == 0 && plotted.output == svg, "\(line): \(plotted.errors)")
      }
    }
  }

  @Test("the heat map of a sweep tells the share of each pair of values, numbers in their order")
  func plane() throws {
    try Workplace.use { place in
      let made = try place.program.run(
        "sweep", Self.scenario("logroll"), "--vary", "parties.farmers.willingness=0.9,0.1", "--vary",
        "parties.herders.willingness=0.5,0.2,0.8", "--runs", "40", "-q", "--out", "r")
      #expect(made.status == 0, "\(made.errors)")
      let told = try Self.told(place.text(of: "r/sweep.svg"))
      let rows = try FormulaCommandTests.rows(place.url.appending(path: "r/sweep.csv").path)
      #expect(rows.count == 6)
      var places: [(at: String.Index, pair: String)] = []
      for row in rows {
        let pair =
          "\(row["parties.farmers.willingness"] ?? ""), \(row["parties.herders.willingness"] ?? "")"
        let words = "\(pair): \(try Self.percent(row, "agreement_share"))"
        let found = try #require(told.range(of: words), "\(words) in \(told)")
        places.append((found.lowerBound, pair))
      }
      #expect(
        places.sorted { $0.at < $1.at }.map(\.pair)
          == ["0.1, 0.2", "0.1, 0.5", "0.1, 0.8", "0.9, 0.2", "0.9, 0.5", "0.9, 0.8"])
      #expect(Set(rows.compactMap { $0["agreement_share"] }).count > 2)
      // The page says the line that makes it again.
      let words = try place.text(of: "r/report.html").replacing(/<[^>]*>/, with: "")
        .split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(
        words.contains(
          "logroll.jsonc --vary parties.farmers.willingness=0.9,0.1 --vary "
            + "parties.herders.willingness=0.5,0.2,0.8 --runs 40 --seed 1 "))
    }
  }

  @Test("the lines of a sweep of two scenarios are those of each, and a sample has no picture")
  func lines() throws {
    try Workplace.use { place in
      let made = try place.program.run(
        "sweep", "--scenario", "\(Self.scenario("logroll")),\(Self.scenario("split-the-pie"))", "--vary",
        "rounds=20,5", "--runs", "40", "-q", "--out", "r")
      #expect(made.status == 0, "\(made.errors)")
      let told = try Self.told(place.text(of: "r/sweep.svg"))
      let rows = try FormulaCommandTests.rows(place.url.appending(path: "r/sweep.csv").path)
      #expect(rows.count == 4)
      for name in ["logroll", "split-the-pie"] {
        let shares = try ["5", "20"].map { rounds in
          try Self.percent(
            try #require(rows.first { $0["scenario"] == name && $0["rounds"] == rounds }), "agreement_share")
        }
        let line = try Regex("\(name): 5 \(shares[0]) [^,]*, 20 \(shares[1]) ")
        #expect(try line.firstMatch(in: told) != nil, "\(name) \(shares) in \(told)")
      }
      _ = try place.program.run(
        "sweep", Self.scenario("logroll"), "--vary", "parties.farmers.willingness=0.2..0.9", "--vary",
        "parties.herders.willingness=0.2..0.9", "--design", "sobol:4", "--runs", "10", "-q", "--out", "s")
      #expect(place.names(in: "s").contains("sweep.csv") && !place.names(in: "s").contains("sweep.svg"))
    }
  }

  @Test("a comparison tells each difference of its table, each lever of its table is told with its gain")
  func numbers() throws {
    try Workplace.use { place in
      _ = try place.program.run(
        "compare", Self.scenario("logroll"), "--set", "rounds=5", "--runs", "200", "-q", "--out", "c")
      let compared = try Self.told(place.text(of: "c/comparison.svg"))
      var looked = 0
      for row in try FormulaCommandTests.rows(place.url.appending(path: "c/comparison.csv").path)
      where row["measure"]?.hasSuffix("_share") == true {
        let (first, second) = (try Self.percent(row, "first"), try Self.percent(row, "second"))
        #expect(compared.contains(first) && compared.contains(second), "\(row) in \(compared)")
        looked += 1
      }
      #expect(looked == 6)
      _ = try place.program.run("levers", Self.scenario("logroll"), "--runs", "40", "-q", "--out", "l")
      let levers = try Self.told(place.text(of: "l/levers.svg"))
      let rows = try FormulaCommandTests.rows(place.url.appending(path: "l/levers.csv").path)
      #expect(levers.contains(try Self.percent(try #require(rows.first), "base_share")))
      #expect(rows.count > 2 && rows.prefix(15).allSatisfy { levers.contains($0["lever"] ?? "?") })
    }
  }
}
