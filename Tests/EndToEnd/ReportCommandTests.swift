import Foundation
import Testing

@Suite("report and plot")
struct ReportCommandTests {
  private static func use(_ body: (Workplace) throws -> Void) throws {
    try Workplace.use { place in
      try FileManager.default.copyItem(
        at: Program.package.appending(path: "scenarios"), to: place.url.appending(path: "scenarios"))
      try body(place)
    }
  }

  /// One small result of every command.
  private static let commands: [String] = [
    "run scenarios/logroll.jsonc --runs 300 --keep-runs --keep-draws",
    "run scenarios/paris-2025.jsonc --runs 60 --set parties.hamas.willingness=0.7 --language ar",
    "compare scenarios/logroll.jsonc --set parties.farmers.willingness=0.3 --runs 200",
    "formula scenarios/logroll.jsonc --draws 200 --prove 0",
    "answers scenarios/river-water.jsonc --runs 60 --each 20",
    "sweep scenarios/logroll.jsonc --vary parties.farmers.willingness=0.2..1:3 --runs 100",
    "sensitivity scenarios/logroll.jsonc --method morris --samples 4 --runs 4",
    "sensitivity scenarios/logroll.jsonc --samples 16 --runs 2",
    "levers scenarios/logroll.jsonc --runs 40",
    "given scenarios/river-water.jsonc --history scenarios/histories/river-water.jsonc --runs 4000",
  ]

  @Test("the page of every command is made again from its directory, byte for byte", arguments: commands)
  func again(command: String) throws {
    try Self.use { place in
      let made = try place.program.shell("\"$detente\" \(command) --quiet --out out")
      #expect(made.status == 0, "\(made.errors)")
      let page = try place.text(of: "out/report.html")
      let again = try place.program.run("report", "out", "--out", "-")
      #expect(again.status == 0 && again.output == page, "\(again.errors)")
      let dark = try place.program.run("report", "out", "--theme", "dark", "--language", "ar", "--out", "-")
      #expect(dark.output.contains("<html lang=\"ar\" dir=\"rtl\">"))
      #expect(dark.output.contains("<meta name=\"color-scheme\" content=\"dark\"/>"))
      #expect(!dark.output.contains("prefers-color-scheme"))
      let verified = try place.program.run("verify", "out", "--quiet")
      #expect(verified.status == 0, "\(verified.output)")
    }
  }

  @Test("what is set or sought stands on the first screen, and what is not asked for is not said")
  func firstScreen() throws {
    try Self.use { place in
      _ = try place.program.run(
        "run", "scenarios/logroll.jsonc", "--runs", "100", "--set", "parties.farmers.willingness=0.3", "-q",
        "-o", "r")
      let page = try place.text(of: "r/report.html")
      let words = page.replacing(/<[^>]*>/, with: "").split(whereSeparator: \.isWhitespace).joined(
        separator: " ")
      #expect(words.contains("with Farmers, willingness to concede = 0.3"))
      #expect(page.contains("How do these talks end?"))
      #expect(
        words.contains("detente levers scenarios/logroll.jsonc --set parties.farmers.willingness=0.3"))
    }
  }

  @Test("without --out the page lies beside the directory, and no file is replaced unasked")
  func place() throws {
    try Self.use { place in
      _ = try place.program.run("run", "scenarios/logroll.jsonc", "--runs", "50", "-q", "-o", "r")
      #expect(try place.program.run("report", "r/").status == 0)
      #expect(try place.program.run("report", "r", "--language", "ar").status == 0)
      #expect(try place.text(of: "r.html") == place.text(of: "r/report.html"))
      #expect(try place.text(of: "r.ar.html").contains("dir=\"rtl\""))
      let refused = try place.program.run("report", "r")
      #expect(refused.status == 73 && refused.errors.contains("r.html is there already"))
      #expect(try place.program.run("report", "r", "--force", "-q").status == 0)
      #expect(try place.program.run("verify", "r", "-q").status == 0)
    }
  }

  @Test("a directory without a result, and a table that was changed, are refused")
  func refusals() throws {
    try Self.use { place in
      #expect(try place.program.run("report", "scenarios", "--out", "-").status == 66)
      #expect(try place.program.run("report", "nowhere", "--out", "-").status == 66)
      _ = try place.program.run("run", "scenarios/logroll.jsonc", "--runs", "50", "-q", "-o", "r")
      try place.write(
        try place.text(of: "r/endings.csv").replacing("collapsed", with: "exploded"), to: "r/endings.csv")
      let outcome = try place.program.run("report", "r", "--out", "-")
      #expect(outcome.status == 1 && outcome.output == "" && outcome.errors.contains("endings.csv"))
    }
  }

  @Test("a table is drawn as the picture of its kind; where there is none, those that have one are named")
  func plot() throws {
    try Self.use { place in
      _ = try place.program.run("run", "scenarios/logroll.jsonc", "--runs", "50", "-q", "-o", "r")
      let outcome = try place.program.run("plot", "r/rounds.csv", "--out", "-")
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output == (try place.text(of: "r/time.svg")))
      let none = try place.program.run("plot", "r/zone.csv")
      #expect(none.status == 1 && none.errors.contains("endings, rounds, settlements, parties"))
      #expect(try place.program.run("plot", "r/nothing.csv").status == 66)
      #expect(try place.program.run("plot", "r").status == 2)
    }
  }
}
