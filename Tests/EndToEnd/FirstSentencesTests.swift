import Foundation
import Testing

/// What pages of studies say beside their figures, held against the tables and files that it is of.
@Suite("First sentences of studies") struct FirstSentencesTests {
  private static func page(_ line: [String], in place: Workplace) throws -> String {
    let made = try place.program.run(line + ["--out", "r", "--force", "-q"])
    #expect(made.status == 0, "\(line): \(made.errors)")
    return try place.text(of: "r/report.html")
      .replacing(/<style>(?s:.*?)<\/style>/, with: "").replacing(/<[^>]*>/, with: " ")
      .replacing(/[\u{2066}-\u{2069}]/, with: "").replacing(/\s+/, with: " ")
  }

  private static func scenario(_ name: String) -> String {
    Program.package.appending(path: "scenarios/\(name).jsonc").path
  }

  @Test("the page of a history lists what was observed, in the order and by the numbers of its file")
  func observations() throws {
    try Workplace.use { place in
      let history = Program.package.appending(path: "scenarios/histories/river-water.jsonc").path
      let page = try Self.page(
        ["given", Self.scenario("river-water"), "--history", history, "--runs", "2000"], in: place)
      // From the file, its rounds counted from 1: 2; 6, give or take 2; 9, give or take 3; up to
      // 17; 18.
      let told = [
        "1 Month 3 The talks go on 0.9", "2 Months 5 to 9 It happens: Drought 0.9",
        "3 Months 7 to 13 A text of Basin commission ;", "4 Until month 18 It does not happen: A wet year 1",
        "5 Until month 18 No agreement 1", "6 Month 19 The talks go on 1",
      ]
      var rest = page[...]
      for observation in told {
        let place = try #require(rest.range(of: observation), "\(observation) is not told, or not there")
        rest = rest[place.upperBound...]
      }
      #expect(page.contains("Shared gauge readings : Monthly") && page.contains("refused by Upper state"))
    }
  }

  @Test("a comparison of talks with other rounds says that sums over them differ for that alone")
  func rounds() throws {
    try Workplace.use { place in
      let warning = "have not the same number of rounds, 40 and 30"
      let line = ["compare", Self.scenario("logroll"), "--runs", "50", "--set"]
      let shorter = try Self.page(line + ["rounds=30"], in: place)
      #expect(shorter.contains(warning))
      let asLong = try Self.page(line + ["parties.farmers.willingness=0.5"], in: place)
      #expect(!asLong.contains("number of rounds"))
    }
  }

  @Test("a forecast is told as better or worse than the baseline as its scores are")
  func verdict() throws {
    try Workplace.use { place in
      #expect(
        try place.program.run(
          [
            "run", Self.scenario("logroll"), "--runs", "300", "--out", place.url.appending(path: "l").path,
            "-q",
          ]
        ).status == 0)
      let outcome = Program.package.appending(path: "scenarios/cases/logroll.jsonc").path
      let page = try Self.page(
        ["score", place.url.appending(path: "l").path, "--outcome", outcome], in: place)
      let scores = try FormulaCommandTests.rows(place.url.appending(path: "r/scores.csv").path)
      let times = try FormulaCommandTests.rows(place.url.appending(path: "r/times.csv").path)
      func isBetter(_ row: [String: String]?, _ score: String) throws -> Bool {
        let row = try #require(row)
        let (own, baseline) = (Double(row[score] ?? ""), Double(row["baseline_\(score)"] ?? ""))
        return try #require(own) < #require(baseline)
      }
      let sentence = try #require(page.firstMatch(of: /this forecast was ([^.]*)\./)).1
      let parts = sentence.split(separator: "worse on", maxSplits: 1).map(String.init)
      #expect(parts.count == 2, "\(sentence)")
      for (name, row, score) in [
        ("whether they agree", scores.first { $0["event"] == "agreement" }, "brier"),
        ("how they end", scores.first { $0["event"] == "ending" }, "brier"),
        ("when they agree", times.first, "crps"),
      ] {
        let better = try isBetter(row, score)
        #expect(
          parts[0].contains(name) == better && parts[1].contains(name) != better, "\(name): \(sentence)")
      }
      // What has been scored was a forecast, whatever else is said of simulations.
      #expect(!page.contains("not a prediction"))
    }
  }

  @Test("shares of the variance and their intervals are shown within 0 and 1")
  func cut() throws {
    try Workplace.use { place in
      let page = try Self.page(
        ["sensitivity", Self.scenario("logroll"), "--samples", "8", "--runs", "2"], in: place)
      let rows = try FormulaCommandTests.rows(place.url.appending(path: "r/sensitivity.csv").path)
      let lows = rows.compactMap { Double($0["total_low"] ?? "") }
      let highs = rows.compactMap { Double($0["total_high"] ?? "") }
      let isBeyond = lows.contains { $0 < 0 } || highs.contains { $0 > 1 }
      #expect(isBeyond)
      let start = try #require(page.range(of: "Shares and their intervals are cut at 0 and 1"))
      let end = try #require(page.range(of: "The whole table", range: start.upperBound..<page.endIndex))
      var seen = 0
      for number in page[start.upperBound..<end.lowerBound].matches(of: /[−-]?\d\.\d{3}/) {
        let value = try #require(Double(number.0.replacing("−", with: "-")))
        #expect((0...1).contains(value))
        seen += 1
      }
      #expect(seen > 5)
    }
  }

  @Test("of texts it is said how many the draws do not tell from the best, by two proportions")
  func equals() throws {
    try Workplace.use { place in
      let draws = 200.0
      let page = try Self.page(
        ["formula", Self.scenario("river-water"), "--draws", "200", "--runs", "20"], in: place)
      let shares = try FormulaCommandTests.rows(place.url.appending(path: "r/formula.csv").path)
        .compactMap { Double($0["acceptability"] ?? "") }
      let best = try #require(shares.first)
      let equals = shares.dropFirst().count { share in
        let pooled = (best + share) / 2
        let error = (pooled * (1 - pooled) * 2 / draws).squareRoot()
        // Both sides at the level of 0.05.
        return error == 0 || (best - share) / error < 1.959963984540054
      }
      #expect(equals > 0)
      let told = try #require(page.firstMatch(of: /([\d,]+) other texts? (?:is|are) not told apart/)).1
      #expect(told.replacing(",", with: "") == "\(equals)")
    }
  }

  @Test("where nothing can be found the page says that none agree, and offers no text for all")
  func hopeless() throws {
    try Workplace.use { place in
      let page = try Self.page(
        [
          "run", Self.scenario("split-the-pie"), "--runs", "50", "--set", "parties.first.reservation=0.9",
          "--set",
          "parties.second.reservation=0.9",
        ], in: place)
      #expect(page.contains("None of 50 runs ends in agreement: 0.0% (0.0 to 7.1)"))
      let words = page.replacing(" ", with: "")
      #expect(words.contains("detentelevers") && !words.contains("detenteformula"))
    }
  }

  @Test("what a round is, is what a comparison counts until the end")
  func units() throws {
    try Workplace.use { place in
      let line = [
        "compare", Self.scenario("paris-2025"), "--runs", "20", "--set", "parties.hamas.willingness=0.5",
      ]
      let page = try Self.page(line, in: place)
      #expect(page.contains("Days until the end") && !page.contains("Rounds until the end"))
      #expect(page.contains("Hamas, willingness to concede = 0.5"))
      let arabic = try Self.page(line + ["--language", "ar"], in: place)
      #expect(arabic.contains("عدد الأيام حتى النهاية"))
    }
  }

  private static let agreeing = [
    "--set", #"parties.first.reservation={"uniform": [0, 0.05]}"#, "--set",
    #"parties.second.reservation={"uniform": [0, 0.05]}"#,
  ]

  @Test("where every run agrees nothing is told to break a deadlock, and no number to decide")
  func settled() throws {
    try Workplace.use { place in
      let pie = Self.scenario("split-the-pie")
      let levers = try Self.page(["levers", pie, "--runs", "50"] + Self.agreeing, in: place)
      #expect(levers.contains("there is no deadlock to break") && !levers.contains("No single act"))
      let numbers = try Self.page(
        ["sensitivity", pie, "--samples", "16", "--runs", "2"] + Self.agreeing, in: place)
      #expect(numbers.contains("The result is the same in all these runs"))
      #expect(!numbers.contains("These runs do not tell") && !numbers.contains("Luck makes"))
    }
  }

  @Test("of two parties that are alike none is told to be the one on whom it hangs")
  func alike() throws {
    try Workplace.use { place in
      let line = ["answers", Self.scenario("split-the-pie"), "--runs", "100", "--each", "100"]
      let page = try Self.page(line + Self.agreeing, in: place)
      #expect(
        page.contains("of 2 parties, of which these runs tell no first") && !page.contains("hangs most on"))
      // Where nothing is found whatever they give, it hangs on nobody's readiness.
      let none = try Self.page(
        line + ["--set", "parties.first.reservation=0", "--set", "parties.second.reservation=1"], in: place)
      #expect(!none.contains("parties, of which these runs") && !none.contains("hangs most on"))
    }
  }

  @Test("a party is told to be the one on whom it hangs only where no other can be, by the ends of both")
  func hangs() throws {
    try Workplace.use { place in
      let page = try Self.page(
        ["answers", Self.scenario("river-water"), "--runs", "200", "--each", "200"], in: place)
      let rows = try FormulaCommandTests.rows(place.url.appending(path: "r/willingness.csv").path)
      var spans: [(value: Double, low: Double, high: Double)] = []
      for party in ["upper", "middle", "lower"] {
        let curve = rows.filter { $0["party"] == party }
        func end(_ row: [String: String]?, _ name: String) throws -> Double {
          try #require(Double(row?[name] ?? ""))
        }
        // All three give way upwards in this file.
        #expect(try end(curve.last, "agreement_share") >= end(curve.first, "agreement_share"))
        let value = try end(curve.last, "agreement_share") - end(curve.first, "agreement_share")
        let low = try end(curve.last, "low") - end(curve.first, "high")
        try spans.append((value, low, end(curve.last, "high") - end(curve.first, "low")))
      }
      let best = try #require(spans.max { $0.value < $1.value }).low
      let ties = spans.count { $0.high >= best }
      #expect(best > 0)
      #expect(page.contains("it hangs most on that of") == (ties == 1))
      #expect(page.contains("of \(ties) parties, of which these runs tell no first") == (ties > 1))
    }
  }
}
