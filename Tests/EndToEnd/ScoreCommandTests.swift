import Foundation
import Testing

@Suite("score")
struct ScoreCommandTests {
  /// Results of two scenarios and a copy of the scenarios in a directory of their own.
  private static func use(_ body: (Workplace) throws -> Void) throws {
    try Workplace.use { place in
      try FileManager.default.copyItem(
        at: Program.package.appending(path: "scenarios"), to: place.url.appending(path: "scenarios"))
      for name in ["logroll", "split-the-pie"] {
        let outcome = try place.program.run("run", "scenarios/\(name).jsonc", "--runs", "2000", "-q")
        #expect(outcome.status == 0, "\(outcome.errors)")
      }
      try body(place)
    }
  }

  private static let one = ["score", "results/logroll", "--outcome", "scenarios/cases/logroll.jsonc", "-q"]
  private static let both = [
    "score", "results/logroll", "results/split-the-pie", "--cases", "scenarios/cases", "--base-rate", "0.6",
    "-q",
  ]

  @Test("scores the shares of the result's own tables, in the columns that are promised")
  func scores() throws {
    try Self.use { place in
      let outcome = try place.program.run(Self.one + ["-o", "s"])
      #expect(outcome.status == 0 && outcome.errors == "", "\(outcome)")
      #expect(outcome.output.hasPrefix("How good was the forecast?"))
      #expect(outcome.output.contains("One case does not tell a good forecast from good luck."))
      let text = try place.text(of: "s/scores.csv")
      #expect(
        text.hasPrefix("event,forecast,outcome,brier,log,baseline,baseline_brier,baseline_log\nagreement,"))
      let endings = try FormulaCommandTests.rows(
        place.url.appending(path: "results/logroll/endings.csv").path)
      let share = try #require(
        endings.first { $0["ending"] == "full_agreement" }?["share"].flatMap(Double.init))
      let rows = try FormulaCommandTests.rows(place.url.appending(path: "s/scores.csv").path)
      let agreement = try #require(rows.first { $0["event"] == "agreement" })
      func value(_ column: String) -> Double { agreement[column].flatMap(Double.init) ?? .nan }
      #expect(value("forecast") == share && agreement["outcome"] == "1")
      #expect(abs(value("brier") - (share - 1) * (share - 1)) < 1e-12)
      #expect(abs(value("log") + log(share)) < 1e-12)
      #expect(value("baseline") == 0.5 && value("baseline_brier") == 0.25)
      // The agreement by the end of a round is what the table of rounds adds up to.
      let rounds = try FormulaCommandTests.rows(place.url.appending(path: "results/logroll/rounds.csv").path)
      let early = rounds.prefix(31).reduce(0) { $0 + (Int($1["agreements"] ?? "") ?? 0) }
      let by30 = try #require(
        rows.first { $0["event"] == "agreement_by_30" }?["forecast"].flatMap(Double.init))
      #expect(abs(by30 - Double(early) / 2_000) < 1e-15 && early > 0)
      // The CRPS is the sum of Brier's scores over the rounds.
      let sum = rows.filter { $0["event"]?.hasPrefix("agreement_by_") == true }.reduce(0.0) {
        $0 + ($1["brier"].flatMap(Double.init) ?? .nan)
      }
      let times = try FormulaCommandTests.rows(place.url.appending(path: "s/times.csv").path)
      #expect(abs((times.first?["crps"].flatMap(Double.init) ?? .nan) - sum) < 1e-9)
    }
  }

  @Test("its result is whole and right, and a score that was changed is found")
  func verified() throws {
    try Self.use { place in
      for (name, words) in [("s", Self.one), ("b", Self.both)] {
        #expect(try place.program.run(words + ["-o", name]).status == 0)
        // What was scored may be gone: the manifest has kept what it takes.
        let verified = try place.program.run("verify", name, "-q")
        #expect(verified.status == 0, "\(verified.output)")
      }
      try FileManager.default.removeItem(at: place.url.appending(path: "results"))
      try FileManager.default.removeItem(at: place.url.appending(path: "scenarios"))
      #expect(try place.program.run("verify", "b", "-q").status == 0)
      try Forgery(place: place, result: "s").editLines("scores.csv", isCoveredUp: true) { lines in
        lines[1] = lines[1].replacing(",1,", with: ",0,")
      }
      let forged = try place.program.run("verify", "s", "-q")
      #expect(forged.status == 1 && forged.output.contains("scores.csv"), "\(forged.output)")
    }
  }

  @Test("one case has a picture of what was forecast and what happened, on its page and by itself")
  func single() throws {
    try Self.use { place in
      let one = try place.program.run(Self.one + ["-o", "s", "-q"])
      #expect(one.status == 0, "\(one)")
      #expect(
        Set(place.names(in: "s")).isSuperset(of: ["scores.svg", "report.html"])
          && !place.names(in: "s").contains("calibration.svg"))
      #expect(try place.text(of: "s/report.html").contains("id=\"scores-title\""))
      // As people call them, not as the file does.
      #expect(
        one.output.contains("\nLog-rolling (") && one.output.contains("  Land for the farmers: forecast"))
      #expect(one.output.contains(", 0 %; Brier"))
      let page = try place.text(of: "s/report.html")
      for name in [">Log-rolling</h1>", "Land for the farmers", ">0 %<"] {
        #expect(page.contains(name), "\(name)")
      }
      let arabic = try place.program.run("report", "s", "--language", "ar", "-o", "ar.html", "-q")
      #expect(arabic.status == 0, "\(arabic)")
      #expect(try place.text(of: "ar.html").contains("الأرض للمزارعين"))
      let plotted = try place.program.run("plot", "s/scores.csv", "-o", "again.svg", "-q")
      #expect(plotted.status == 0, "\(plotted)")
      #expect(try place.text(of: "again.svg") == place.text(of: "s/scores.svg"))
    }
  }

  @Test("several cases have a calibration, a picture and a page, in English and in Arabic")
  func several() throws {
    try Self.use { place in
      let english = try place.program.run(Self.both + ["-o", "e"])
      #expect(english.status == 0 && english.output.hasPrefix("How good were 2 forecasts?"), "\(english)")
      #expect(
        english.output.contains("reliability") && english.output.contains("how often the other cases agreed"))
      #expect(
        Set(place.names(in: "e")) == [
          "scores.csv", "baselines.csv", "times.csv", "unscored.csv", "calibration.csv", "decomposition.csv",
          "calibration.svg", "report.html", "manifest.json", "tables.json",
        ])
      #expect(try place.text(of: "e/report.html").contains("id=\"calibration-title\""))
      let arabic = try place.program.run(Self.both + ["-o", "a", "--language", "ar"])
      #expect(arabic.status == 0 && arabic.output.hasPrefix("ما جودة التوقعات؟"))
      #expect(!arabic.output.contains("forecast") && !arabic.output.contains("Baseline"))
      #expect(try place.text(of: "a/report.html").contains("dir=\"rtl\""))
      #expect(try place.text(of: "a/scores.csv") == place.text(of: "e/scores.csv"))
    }
  }

  @Test("the JSON has its schema, the cases with the digests of their manifests, and the tables")
  func json() throws {
    try Self.use { place in
      let object = try StudyTests.json(try place.program.run(Self.both + ["-o", "b", "--format", "json"]))
      #expect(object["schema"] as? String == "detente.score/1")
      let cases = try #require(object["cases"] as? [[String: Any]])
      let digest = try Forgery(place: place, result: "b").digest(of: "results/logroll/manifest.json")
      #expect(cases.count == 2 && cases[0]["manifest_sha256"] as? String == digest)
      let rows = try FormulaCommandTests.rows(place.url.appending(path: "b/scores.csv").path)
      #expect((object["scores"] as? [[String: Any]])?.count == rows.count)
    }
  }

  @Test("what cannot be scored is refused, with the reason")
  func refusals() throws {
    try Self.use { place in
      let unequal = try place.program.run(
        "score", "results/logroll", "results/split-the-pie", "--outcome", "x")
      #expect(unequal.status == 2 && unequal.errors.contains("2 results, but 1 outcome file"), "\(unequal)")
      let other = try place.program.run(
        "score", "results/split-the-pie", "--outcome", "scenarios/cases/logroll.jsonc", "-o", "s")
      #expect(
        other.status == 65 && other.errors.contains("scenarios/cases/logroll.jsonc:5:15: error:"), "\(other)")
      let missing = try place.program.run("score", "results/logroll", "--outcome", "none.jsonc", "-o", "s")
      #expect(missing.status == 66 && missing.errors.contains("none.jsonc: no such file"), "\(missing)")
      #expect(try place.program.run(Self.one + ["-o", "s"]).status == 0)
      let study = try place.program.run("score", "s", "--outcome", "scenarios/cases/logroll.jsonc", "-o", "t")
      #expect(
        study.status == 1 && study.errors.contains("no table endings: it is a result of \"score\""),
        "\(study)")
      try Forgery(place: place, result: "results/logroll").editLines("endings.csv") { lines in
        lines[1] += "0"
      }
      let changed = try place.program.run(Self.one + ["-o", "t"])
      #expect(changed.status == 1 && changed.errors.contains("endings.csv is not as its manifest lists it"))
      let rate = try place.program.run(Self.one + ["-o", "t", "--base-rate", "colapsed=0.1"])
      #expect(rate.status == 2 && rate.errors.contains("did you mean collapsed?"), "\(rate)")
      #expect(!place.names().contains("t"))
    }
  }

  @Test("the rounds and terms of the shipped cases are what talks with those numbers come to")
  func shippedCases() throws {
    func last(_ scenario: String, _ settings: [String]) throws -> [String: Any] {
      let words = ["trace", "scenarios/\(scenario).jsonc", "--format", "jsonl"]
      let outcome = try Program().run(words + settings.flatMap { ["--set", $0] })
      let line = try #require(outcome.output.split(separator: "\n").last)
      return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
    // 1 - 0.6 (r + 1)/21 <= 1/2, 1 - 0.5 (r + 1)/41 <= 4/5.
    let pie = try last("split-the-pie", ["parties.first.reservation=0.4", "parties.second.reservation=0.4"])
    #expect(pie["round"] as? Int == 17 && pie["ending"] as? String == "full_agreement")
    let none = try last("split-the-pie", ["parties.first.reservation=0.6", "parties.second.reservation=0.6"])
    #expect(none["ending"] as? String == "out_of_time")
    let trade = try last(
      "logroll",
      ["farmers", "herders"].flatMap {
        ["parties.\($0).reservation=0.5", "parties.\($0).tactic.time.beta=1"]
      })
    #expect(trade["round"] as? Int == 16)
    #expect(trade["outcome"] as? [String: String] == ["land": "0", "water": "100"])
    for (name, round) in [("split-the-pie", 17), ("logroll", 16)] {
      let file = Program.package.appending(path: "scenarios/cases/\(name).jsonc")
      #expect(try String(contentsOf: file, encoding: .utf8).contains("\"round\": \(round)"))
    }
  }
}
