import Foundation
import Testing

/// What holds of every command line.
@Suite("At the prompt") struct PromptTests {
  private static let pie = Program.package.appending(path: "scenarios/split-the-pie.jsonc").path
  private static let few = [pie, "--runs", "20", "-q"]

  @Test("a dash is the standard input, of a file and of a pipe, and its results go to results/stdin")
  func input() throws {
    try Workplace.use { place in
      let piped = try place.program.shell("cat '\(Self.pie)' | \"$detente\" check -")
      #expect(piped.status == 0)
      #expect(piped.output.hasPrefix("stdin: no faults\n"))
      let read = try place.program.shell("\"$detente\" run - --runs 20 -q < '\(Self.pie)'")
      #expect(read.status == 0)
      let direct = try place.program.run(["run"] + Self.few + ["--out", "direct"])
      #expect(direct.status == 0)
      let (of, by) = (
        try place.text(of: "results/stdin/endings.csv"), try place.text(of: "direct/endings.csv")
      )
      #expect(of == by)
      let faulty = try place.program.shell("echo '{\"rounds\": x}' | \"$detente\" check -")
      #expect(faulty.status == 65)
      #expect(faulty.errors.contains("stdin:1:12: error:"), "\(faulty.errors)")
      #expect(try place.program.shell("\"$detente\" check - </dev/null").status == 65)
    }
  }

  @Test("--out - prints one table, and makes no directory of that name")
  func output() throws {
    try Workplace.use { place in
      _ = try place.program.run(["run"] + Self.few + ["--out", "r"])
      let printed = try place.program.run("export", "r", "--table", "endings", "--out", "-")
      let file = try place.text(of: "r/endings.csv")
      #expect(printed.output == file)
      #expect(try place.program.run("export", "r", "--out", "-").status == 2, "many tables are no stream")
      let refused = try place.program.run(["run"] + Self.few + ["--out", "-"])
      #expect(refused.status == 2)
      #expect(refused.errors.contains("a directory of that name is ./-"))
      #expect(place.names() == ["r"])
    }
  }

  @Test("without --out a result goes where none is, and a variant where its name says what was set")
  func directories() throws {
    try Workplace.use { place in
      func run(_ more: String...) throws {
        let outcome = try place.program.run(["run"] + Self.few + more)
        #expect(outcome.status == 0, "\(outcome.errors)")
      }
      try run()
      let base = try place.text(of: "results/split-the-pie/manifest.json")
      try run()
      try run("--set", "rounds=3")
      try run("--set", "rounds=3", "--seed", "7")
      try run("--set", "rounds=3", "--force")
      try run("--set", "name=a/b c")
      let names = place.names(in: "results")
      #expect(
        names.filter { !$0.contains("name=") } == [
          "split-the-pie", "split-the-pie-2", "split-the-pie-rounds=3", "split-the-pie-rounds=3-seed=7",
        ])
      #expect(names.contains { $0.wholeMatch(of: /split-the-pie-name=a_b_c-[0-9a-f]{8}/) != nil }, "\(names)")
      #expect(try place.text(of: "results/split-the-pie/manifest.json") == base, "the base case is replaced")
      for _ in 1...2 {
        let sweep = ["sweep", Self.pie, "--vary", "rounds=3,5", "--runs", "20", "-q"]
        #expect(try place.program.run(sweep).status == 0)
        #expect(try place.program.run(sweep + ["--seed", "2"]).status == 0)
        #expect(try place.program.run("levers", Self.pie, "--runs", "20", "-q").status == 0)
      }
      let more = Set(place.names(in: "results")).subtracting(names)
      // The same sweep is done already.
      #expect(
        more == [
          "split-the-pie-sweep", "split-the-pie-sweep-seed=2", "split-the-pie-levers",
          "split-the-pie-levers-2",
        ])
    }
  }

  @Test(
    "every command is quiet, plain or coloured when asked",
    arguments: HelpTests.commands)
  func manner(command: String) throws {
    let page = try Program().run("help", command).output
    for option in ["--quiet", "--color WHEN", "--ascii"] { #expect(page.contains(option)) }
    let outcome = try Program().run(command, "-q", "--ascii", "--color", "never", "--help")
    #expect(outcome.status == 0)
    #expect(try Program().run(command, "--color", "sometimes").status == 2)
  }

  @Test("--color always colours a pipe, never and NO_COLOR do not")
  func colour() throws {
    try Workplace.use { place in
      func output(_ words: [String]) throws -> String {
        try place.program.run(["run"] + Self.few + ["--force"] + words).output
      }
      let (always, never, auto) = (
        try output(["--color", "always"]), try output(["--color", "never"]), try output([])
      )
      #expect(always.contains("\u{1B}["))
      #expect(!never.contains("\u{1B}["))
      #expect(!auto.contains("\u{1B}["))
    }
  }

  @Test("with --ascii, or where the locale has no UTF-8, people get ASCII and programs get UTF-8")
  func ascii() throws {
    try Workplace.use { place in
      for (words, locale) in [(["--ascii"], "C.UTF-8"), ([], "C"), ([], "de_DE.ISO-8859-1")] {
        let program = Program(directory: place.url, environment: ["LC_ALL": locale])
        let run = try program.run(["run"] + Self.few + ["--force"] + words)
        #expect(run.output.utf8.allSatisfy { $0 < 0x80 }, "\(run.output)")
        #expect(run.output.contains("#"))
        let json = try program.run(["run"] + Self.few + ["--force", "--format", "json"] + words)
        let document = try JSONSerialization.jsonObject(with: Data(json.output.utf8))
        #expect(document is [String: Any])
        let faulty = try program.run(["check", "ü.jsonc"] + words)
        #expect(faulty.errors == "u.jsonc: error: no such file\n")
      }
      let plain = Program(directory: place.url, environment: ["LC_ALL": "C.UTF-8"])
      let (run, check) = (try plain.run(["run"] + Self.few + ["--force"]), try plain.run("check", "ü.jsonc"))
      #expect(run.output.contains("–"))
      #expect(check.errors.contains("ü"))
    }
  }

  @Test("on a narrow terminal no line of sweep, merge and check is wider, and no number is broken")
  func narrow() throws {
    try Workplace.use { place in
      for columns in [40, 60, 80] {
        let program = Program(directory: place.url, environment: ["COLUMNS": "\(columns)"])
        let swept = try program.run(
          "sweep", Self.pie, "--vary", "rounds=3,8,12,20", "--runs", "50", "-q", "--out", "s")
        let merged = try program.run("merge", "s", "-q")
        let checked = try program.run("check", Self.pie)
        #expect(swept.status == 0 && merged.status == 0 && checked.status == 0)
        for output in [swept.output, merged.output, checked.output] {
          let wide = output.split(separator: "\n").filter { $0.count > columns && $0.contains(" ") }
          // A path that is longer than the line cannot be broken.
          #expect(wide.allSatisfy { $0.contains("/") }, "\(columns): \(wide)")
        }
        #expect(swept.output.contains("█"), "no bars: \(swept.output)")
        #expect(swept.output.contains("agreement  "), "no curve: \(swept.output)")
      }
    }
  }

  @Test("every line after next: is a command that works, and --quiet leaves them out")
  func next() throws {
    try Workplace.use { place in
      let lines = [
        "run '\(Self.pie)' --runs 20 --out r", "check '\(Self.pie)'", "trace '\(Self.pie)' --run 3",
        "sweep '\(Self.pie)' --vary rounds=3,5 --runs 20 --out s", "levers '\(Self.pie)' --runs 20 --out l",
        "compare '\(Self.pie)' --set rounds=3 --runs 20 --out c",
      ]
      var followed = 0
      for line in lines {
        let outcome = try place.program.shell("\"$detente\" \(line)")
        #expect(outcome.status == 0, "\(outcome.errors)")
        for next in outcome.errors.split(separator: "\n") where next.hasPrefix("next: detente ") {
          let words = next.dropFirst("next: detente ".count)
          let count = words.hasPrefix("formula") ? "draws" : "runs"
          let few = words.hasPrefix("run") || words.hasPrefix("levers") || words.hasPrefix("formula")
          let line = String(words)
          let command = few ? line.replacing("  #", with: " --\(count) 20  #") : line
          let after = try place.program.shell("\"$detente\" \(command)")
          #expect(after.status == 0, "\(next): \(after.errors)")
          followed += 1
        }
      }
      #expect(followed >= 6)
      let quiet = try place.program.run("check", Self.pie, "-q")
      #expect(!quiet.errors.contains("next:"))
    }
  }
}
