import Foundation
import Testing

/// The range across models in the tables of studies, held against what single runs of the same
/// seed come to, model by model.
@Suite("ranges across models in the tables of compare and levers")
struct ModelRangeTests {
  private static let text = """
    {"extends": "\(Program.package.appending(path: "scenarios/river-water.jsonc").path)",
     "models": {
       "as_written": {"weight": 3, "patch": {}},
       "stiff": {"weight": 1, "patch": {"parties": {"upper": {"willingness": 0.2}}}}}}
    """

  private static func rows(_ csv: String) -> [[String: String]] {
    let lines = csv.split(separator: "\n").map { line in
      line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return lines.dropFirst().map { Dictionary(zip(lines[0], $0)) { first, _ in first } }
  }

  /// The share of a model's runs that end so, for both models.
  private static func shares(
    _ endings: Set<String>, of scenario: [String], in place: Workplace
  ) throws -> [Double] {
    let made = try place.program.run(
      ["run"] + scenario + ["--runs", "200", "--keep-runs", "-q", "--force", "-o", "r"])
    #expect(made.status == 0, "\(made.errors)")
    let runs = rows(try place.text(of: "r/runs.csv"))
    return try ["as_written", "stiff"].map { model in
      let own = runs.filter { $0["model"] == model }
      try #require(own.count > 20)
      return Double(own.count { endings.contains($0["ending"] ?? "") }) / Double(own.count)
    }
  }

  private static let agreements: Set<String> = ["full_agreement", "partial_agreement"]

  private static func expect(
    _ row: [String: String], _ prefix: String, _ values: [Double], _ line: Int = #line
  ) throws {
    for (end, value) in [("low", values.min()), ("high", values.max())] {
      let got = try #require(Double(row["\(prefix)models_\(end)"] ?? ""), "line \(line): \(row)")
      #expect(abs(got - (value ?? .nan)) < 1e-12, "line \(line): \(prefix)\(end)")
    }
  }

  @Test("comparison.csv has the range of every share in A, in B and of the difference, and none of a mean")
  func comparison() throws {
    try Workplace.use { place in
      try place.write(Self.text, to: "water.jsonc")
      let made = try place.program.run(
        "compare", "water.jsonc", "--set", "rounds=2", "--runs", "200", "-q", "-o", "c")
      #expect(made.status == 0, "\(made.errors)")
      let rows = Self.rows(try place.text(of: "c/comparison.csv"))
      for (measure, endings) in [
        ("agreement_share", Self.agreements), ("full_agreement_share", ["full_agreement"]),
        ("out_of_time_share", ["out_of_time"]),
      ] {
        let row = try #require(rows.first { $0["measure"] == measure })
        let before = try Self.shares(endings, of: ["water.jsonc"], in: place)
        let after = try Self.shares(endings, of: ["water.jsonc", "--set", "rounds=2"], in: place)
        try Self.expect(row, "first_", before)
        try Self.expect(row, "second_", after)
        try Self.expect(row, "", zip(before, after).map { $1 - $0 })
      }
      let mean = try #require(rows.first { $0["measure"] == "rounds" })
      #expect(mean["models_low"] == "" && mean["first_models_high"] == "")
      #expect(try place.program.run("verify", "c", "-q").status == 0)
      let alone = try place.program.run(
        "compare", "water.jsonc", "--model", "stiff", "--set", "rounds=2", "--runs", "50", "-q", "-o", "one")
      #expect(alone.status == 0)
      #expect(
        try place.text(of: "one/comparison.csv").hasPrefix(
          "scenario,measure,first,second,difference,low,high,first_scenario,second_scenario,seed\n"))
    }
  }

  @Test("levers.csv has the ranges of the base, of the share and of the gain, its other tables their own")
  func levers() throws {
    try Workplace.use { place in
      try place.write(Self.text, to: "water.jsonc")
      let made = try place.program.run(
        "levers", "water.jsonc", "--lever", "parties.middle.willingness=0.2..0.9", "--runs", "200", "-q",
        "-o",
        "l", "--format", "json")
      #expect(made.status == 0, "\(made.errors)")
      let row = try #require(Self.rows(try place.text(of: "l/levers.csv")).first)
      let before = try Self.shares(Self.agreements, of: ["water.jsonc"], in: place)
      let best = try #require(row["best"])
      let after = try Self.shares(
        Self.agreements, of: ["water.jsonc", "--set", "parties.middle.willingness=\(best)"], in: place)
      try Self.expect(row, "base_", before)
      try Self.expect(row, "", after)
      try Self.expect(row, "gain_", zip(before, after).map { $1 - $0 })
      for table in ["conditions", "lever_set"] {
        let heading = try place.text(of: "l/\(table).csv").prefix { $0 != "\n" }
        #expect(heading.hasSuffix(",models_low,models_high"), "\(table): \(heading)")
      }
      let json = try JSONSerialization.jsonObject(with: Data(made.output.utf8)) as? [String: Any]
      let (low, high) = (
        try #require(json?["base_models_low"] as? Double), try #require(json?["base_models_high"] as? Double)
      )
      #expect(abs(low - (before.min() ?? .nan)) < 1e-12 && abs(high - (before.max() ?? .nan)) < 1e-12)
      #expect(try place.program.run("verify", "l", "-q").status == 0)
    }
  }
}
