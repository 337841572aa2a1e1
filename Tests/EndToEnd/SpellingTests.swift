import Foundation
import Testing

@Suite("One speller of numbers")
struct SpellingTests {
  /// count of `total` in percent with one decimal, half to even, by integers alone.
  private static func percent(_ count: Int, of total: Int) -> String {
    let (floor, rest) = (count * 1_000).quotientAndRemainder(dividingBy: total)
    let tenths = 2 * rest > total || 2 * rest == total && floor % 2 == 1 ? floor + 1 : floor
    return "\(tenths / 10).\(tenths % 10)%"
  }

  private static func rows(_ csv: String) -> [[String: String]] {
    let lines = csv.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(zip(lines[0], $0)) { first, _ in first } }
  }

  private static func tenths(_ text: Substring) throws -> Int {
    try #require(Int(text.filter { "-0123456789".contains($0) }))
  }

  /// Of 400 runs every odd count is a tie: 253 are 63.25%. Those that leave 1 by 4 go down to the
  /// even digit.
  @Test("the same share is spelt the same by run, its page and picture, compare, sweep and levers")
  func oneShare() throws {
    var ties = 0
    for seed in ["4", "5", "6", "7"] {
      try Workplace.use { place in
        let scenario = Program.package.appending(path: "scenarios/river-water.jsonc").path
        func detente(_ words: String...) throws -> String {
          let outcome = try place.program.run(words + ["--runs", "400", "--seed", seed, "--quiet"])
          #expect(outcome.status == 0, "\(outcome)")
          return outcome.output
        }
        let summary = try detente("run", scenario, "--out", "run")
        let endings = Self.rows(try place.text(of: "run/endings.csv"))
        let counts = try endings.map {
          (name: $0["ending"] ?? "", count: try #require(Int($0["count"] ?? "")))
        }
        let agreed = counts.reduce(0) { $1.name.hasSuffix("_agreement") ? $0 + $1.count : $0 }
        let share = Self.percent(agreed, of: 400)
        ties += (counts.map(\.count) + [agreed]).count { $0 % 4 == 1 }

        let page = try place.text(of: "run/report.html")
        let picture = try place.text(of: "run/endings.svg")
        let compared = try detente(
          "compare", scenario, "--set", "parties.upper.willingness=0.2", "--out", "compare")
        #expect(page.contains(">\(share) ("), "seed \(seed): \(share)")
        for (name, count) in counts where count > 0 {
          let (label, written) = (name.replacing("_", with: " "), Self.percent(count, of: 400))
          let line = try Regex("(?mi)^\\s*\(label)\\W.*?\\s\(written) ")
          #expect(summary.contains(line), "seed \(seed): \(label) \(written) in \(summary)")
          #expect(
            picture.contains(">\(written)<") && page.contains(">\(written)<"), "seed \(seed): \(written)")
          let row = try Regex("(?m)^\(label) +\(written) ")
          #expect(compared.contains(row), "seed \(seed): \(label) \(written) in \(compared)")
        }
        #expect(
          compared.contains(try Regex("(?m)^agreement +\(share) ")), "seed \(seed): \(share) in \(compared)")

        let levers = try detente(
          "levers", scenario, "--lever", "parties.upper.willingness", "--out", "levers")
        let told = levers.replacing(/\s+/, with: " ")
        #expect(told.contains("As it is, \(share) ("), "seed \(seed): \(share) in \(told)")
        let exact = "\(Double(agreed) / 400)"
        #expect(Self.rows(try place.text(of: "levers/levers.csv")).map { $0["base_share"] } == [exact])
        let sweep = try detente(
          "sweep", scenario, "--vary", "rounds=\(try rounds(of: scenario)),1000", "--out", "sweep")
        #expect(Self.rows(try place.text(of: "sweep/sweep.csv")).first?["agreement_share"] == exact)
        #expect(sweep.contains(" \(share) "), "seed \(seed): \(share) in \(sweep)")
      }
    }
    #expect(ties >= 2)
  }

  /// The rounds of a shipped scenario: a sweep needs two values of something, and one of them is to
  /// change nothing.
  private func rounds(of scenario: String) throws -> String {
    let text = try String(contentsOfFile: scenario, encoding: .utf8)
    return String(try #require(text.firstMatch(of: /"rounds": *(\d+)/)).1)
  }

  @Test(
    "levers prints gains that are the difference of the printed shares, and the same from one base as JSON")
  func gains() throws {
    try Workplace.use { place in
      let scenario = Program.package.appending(path: "scenarios/river-water.jsonc").path
      let words = ["levers", scenario, "--runs", "60", "--target", "0.99", "-q", "--out", "l"]
      let text = try place.program.run(words).output.replacing(/\s+/, with: " ")
      let base = try #require(text.firstMatch(of: /As it is, ([\d.]+)% \([^)]*\) of 60 runs agree/)).1
      let lines = text.matches(of: /: ([\d.]+)% \([^)]*\) agree, ([+-]?[\d.]+) points/)
      #expect(!lines.isEmpty, "\(text)")
      for line in lines {
        #expect(try Self.tenths(line.1) - Self.tenths(base) == Self.tenths(line.2), "\(line.0)")
      }
      let outcome = try place.program.run(words + ["--format", "json", "--force"])
      let object = try StudyTests.json(outcome)
      let share = try #require(object["base_share"] as? Double)
      let rows = try #require(object["levers"] as? [[String: Any]])
      #expect(!rows.isEmpty && object["condition_runs"] as? Int == 8_192)
      for row in rows {
        let (gain, at) = (try #require(row["gain"] as? Double), try #require(row["share"] as? Double))
        #expect(row["base_share"] as? Double == share)
        #expect(Int((gain * 60).rounded()) == Int((at * 60).rounded()) - Int((share * 60).rounded()))
        #expect(abs(gain - (at - share)) < 1e-15)
      }
    }
  }

  /// The column before `low` is what it is the interval of; before `X_low`, X or its share.
  /// `value_low` and `value_high` are the range of a moved value, `models_low` and `models_high`
  /// that across models, which stands after all other columns.
  @Test("in every table low and high are an interval around the number before them, and neither stands alone")
  func intervals() throws {
    try Workplace.use { place in
      let scenario = Program.package.appending(path: "scenarios/paris-2025.jsonc").path
      for words in [
        ["run", scenario, "--runs", "60", "--keep-runs", "--out", "run"],
        ["compare", scenario, "--set", "parties.hamas.willingness=0.9", "--runs", "60", "--out", "compare"],
        ["sweep", scenario, "--vary", "parties.hamas.willingness=0.2,0.9", "--runs", "60", "--out", "sweep"],
        ["levers", scenario, "--lever", "mediators.egypt.", "--runs", "30", "--out", "levers"],
        ["sensitivity", scenario, "--only", "mediators.", "--samples", "4", "--runs", "4", "--out", "sobol"],
        [
          "sensitivity", scenario, "--only", "mediators.", "--method", "morris", "--samples", "4", "--runs",
          "4",
          "--out", "morris",
        ],
      ] { #expect(try place.program.run(words + ["-q"]).status == 0, "\(words)") }
      var intervals = 0
      // By which rows of several results are told apart.
      let joining = ["first_scenario", "second_scenario", "seed"]
      for folder in ["run", "compare", "sweep", "levers", "sobol", "morris"] {
        for name in place.names(in: folder) where name.hasSuffix(".csv") {
          let lines = try place.text(of: "\(folder)/\(name)").split(separator: "\n").map { line in
            line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
          }
          let header = lines[0]
          for (column, title) in header.enumerated() where title == "low" || title.hasSuffix("_low") {
            let high = title.replacing(/low$/, with: "high")
            #expect(column + 1 < header.count && header[column + 1] == high, "\(folder)/\(name): \(title)")
            if title.hasSuffix("models_low") {
              let rest = header[column...].allSatisfy {
                $0.hasSuffix("models_low") || $0.hasSuffix("models_high") || joining.contains($0)
              }
              #expect(rest, "\(folder)/\(name): \(title) is not at the end")
              continue
            }
            if title == "value_low" { continue }
            let (what, stem) = (header[column - 1], String(title.dropLast(4)))
            #expect(title == "low" || what == stem || what == "\(stem)_share", "\(folder)/\(name): \(title)")
            for row in lines.dropFirst() where !row[column].isEmpty {
              // A share stands right before; a mean, in a table that has both, before the empty
              // share.
              let before = row[column - 1].isEmpty && what == "share" ? column - 2 : column - 1
              let numbers = [row[before], row[column], row[column + 1]].compactMap { Double($0) }
              #expect(
                numbers.count == 3 && numbers[1] <= numbers[0] && numbers[0] <= numbers[2],
                "\(folder)/\(name): \(row)")
              intervals += 1
            }
          }
          #expect(
            header.count { $0 == "high" || $0.hasSuffix("_high") }
              == header.count { $0 == "low" || $0.hasSuffix("_low") })
        }
      }
      #expect(intervals > 400)
    }
  }

  @Test("an index below 0 or above 1 is marked as not yet resolved in text, table and JSON, no other is")
  func unresolved() throws {
    try Workplace.use { place in
      let scenario = Program.package.appending(path: "scenarios/river-water.jsonc").path
      let words = [
        "sensitivity", scenario, "--samples", "256", "--runs", "4", "--top", "1000", "-q", "--out", "s",
      ]
      let text = try place.program.run(words).output.replacing(/\s+/, with: " ")
      let table = Self.rows(try place.text(of: "s/sensitivity.csv"))
      let json = try StudyTests.json(try place.program.run(words + ["--format", "json", "--force"]))
      let objects = try #require(json["sensitivity"] as? [[String: Any]])
      var marks: [String: Int] = [:]
      for (row, object) in zip(table, objects) {
        for index in ["total", "first"] {
          // Only the few that are singled out have a total.
          guard row[index] != "" else {
            #expect(index == "total" && object["total"] is NSNull && row["total_resolved"] == "")
            continue
          }
          let estimate = try #require(Double(row[index] ?? ""))
          let mark = (-1e-9...1 + 1e-9).contains(estimate) ? "yes" : "no"
          #expect(
            row["\(index)_resolved"] == mark && object["\(index)_resolved"] as? String == mark, "\(row)")
          marks[mark, default: 0] += 1
        }
      }
      #expect(table.count == objects.count && (marks["no"] ?? 0) > 0 && (marks["yes"] ?? 0) > 0, "\(marks)")
      #expect(text.matches(of: /\), not yet resolved/).count == marks["no"])
      #expect(text.contains("Not yet resolved: an index is a part of the variance and lies between 0 and 1"))
    }
  }

  @Test("compare says on the screen and in JSON when two scenarios have no issue in common")
  func strangers() throws {
    try Workplace.use { place in
      func compare(_ second: String, _ more: String...) throws -> Program.Outcome {
        let paths = ["river-water", second].map {
          Program.package.appending(path: "scenarios/\($0).jsonc").path
        }
        return try place.program.run(["compare"] + paths + ["--runs", "20", "--force", "--out", "c"] + more)
      }
      let warning = "warning: river-water and logroll have no issues"
      #expect(try compare("logroll").errors.contains(warning))
      let json = try StudyTests.json(try compare("logroll", "--format", "json", "-q"))
      #expect((json["warnings"] as? [String])?.count == 1)
      #expect(try !compare("river-water").errors.contains("warning"))
      #expect(
        try (StudyTests.json(compare("river-water", "--format", "json"))["warnings"] as? [String]) == [])
    }
  }
}
