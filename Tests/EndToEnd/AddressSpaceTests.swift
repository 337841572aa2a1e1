import Foundation
import Testing

/// Every command under `ulimit -v` of what is worked out for it: what the program takes to be
/// loaded, 32 MiB, and for each thread what `check` says of the scenarios and two stacks.
@Suite("Commands under ulimit -v")
struct AddressSpaceTests {
  /// A command, with what must be there before. `@talks` is a scenario of which a thread takes some
  /// 50 MB, `@paris` and the like are shipped ones.
  struct Line: Sendable, CustomTestStringConvertible {
    var before: [String] = []
    let command: String
    /// The scenarios that a thread has before it at once; none are simulated where there are none.
    var scenarios: [String] = []
    var threads = 1
    var testDescription: String { command }
    var name: String { String(command.prefix { $0 != " " }) }
  }

  private static let logroll = "run @logroll --runs 3000 --keep-runs --keep-draws -q --out r"
  private static let given =
    "given @river-water --history @histories/river-water --runs 400 --least 20 -q --out r"

  static let lines = [
    Line(command: "answers @talks --runs 20 --each 5 -q --out r", scenarios: ["@talks"]),
    Line(command: "bench @talks --runs 10 -q", scenarios: ["@talks"]),
    Line(command: "bench @talks --runs 10 -q", scenarios: ["@talks"], threads: 2),
    Line(command: "check @talks", scenarios: ["@talks"]), Line(command: "completions bash"),
    Line(command: "compare @talks @talks --runs 10 -q --out r", scenarios: ["@talks", "@talks"]),
    Line(command: "doctor"), Line(command: "evidence --only rubinstein"),
    Line(before: [logroll], command: "export r --format md --out t -q"),
    Line(
      command: "formula @logroll --draws 1000 --runs 500 -q --out r", scenarios: ["@logroll", "@logroll"]),
    Line(command: given, scenarios: ["@river-water"]), Line(command: "help run"),
    Line(command: "levers @logroll --runs 50 -q --out r", scenarios: ["@logroll"]),
    Line(command: "man"), Line(command: "new two-parties --out new.jsonc"),
    Line(
      before: [1, 2].map { "run @paris-2025 --runs 600 -q --shard \($0)/2 --out r" }, command: "merge r -q",
      scenarios: ["@paris-2025"]),
    Line(before: [logroll], command: "plot r/endings.csv --out p.svg"),
    Line(before: [logroll], command: "report r --out page.html"),
    Line(command: "run @talks --runs 30 -q --out r", scenarios: ["@talks"]),
    Line(command: "run @talks --runs 30 -q --out r", scenarios: ["@talks"], threads: 2),
    Line(
      command: "run @paris-2025 --runs 3000 --keep-runs -q --out r", scenarios: ["@paris-2025"], threads: 2),
    Line(before: [logroll], command: "score r --outcome @cases/logroll -q --out s"),
    Line(command: "sensitivity @talks --samples 16 -q --out r", scenarios: ["@talks"]),
    Line(command: "sweep @talks --vary rounds=3,4 --runs 10 -q --out r", scenarios: ["@talks"], threads: 2),
    Line(command: "trace @talks --run 1", scenarios: ["@talks"]),
    Line(before: ["run @talks --runs 20 -q --out r"], command: "verify r -q", scenarios: ["@talks"]),
  ]

  /// Commands that take a number of threads.
  private static let threaded: Set = [
    "answers", "bench", "compare", "doctor", "evidence", "formula", "given", "levers", "merge", "run",
    "sensitivity", "sweep", "verify",
  ]

  private static func shell(_ words: String) -> String {
    let scenarios = Program.package.appending(path: "scenarios").path
    return words.replacing(/@([a-z0-9\/-]+)/) { match in
      match.1 == "talks" ? "talks.jsonc" : "'\(scenarios)/\(match.1).jsonc'"
    }
  }

  /// kB without which the program is not loaded, to within half a megabyte.
  private static let loading: Int = {
    var (fails, fits) = (10_000, 400_000)
    while fits - fails > 500 {
      let limit = (fails + fits) / 2
      let isLoaded = (try? Program().shell("ulimit -v \(limit); \"$detente\" --version"))?.status == 0
      if isLoaded { fits = limit } else { fails = limit }
    }
    return fits
  }()

  /// Bytes that a thread takes.
  private func need(of scenarios: [String], in place: Workplace) throws -> Int {
    let each = try scenarios.map { scenario in
      let text = try place.program.shell(
        "\"$detente\" check \(Self.shell(scenario)) --format json"
      ).output
      let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
      let cost = try #require(object["cost"] as? [String: Any])
      return try #require(cost["memory_bytes_per_thread"] as? Int)
    }
    return (each.first ?? 0) + (each.dropFirst().max() ?? 0)
  }

  private func prepare(_ line: Line, in place: Workplace) throws {
    let talks = MemoryTests.scenario(parties: 2, issues: 18).replacing(
      "\"reservation\": 0.3", with: "\"reservation\": {\"uniform\": [0.2, 0.4]}")
    try place.write(talks, to: "talks.jsonc")
    for words in line.before {
      let outcome = try place.program.shell("\"$detente\" \(Self.shell(words))")
      try #require(outcome.status == 0, "\(outcome.errors)")
    }
  }

  private func start(_ line: Line, under kilobytes: Int, in place: Workplace) throws -> Program.Outcome {
    let threads = Self.threaded.contains(line.name) ? " --threads \(line.threads)" : ""
    return try place.program.shell(
      "ulimit -v \(kilobytes); exec \"$detente\" \(Self.shell(line.command))\(threads)")
  }

  @Test("every command is among those that are tried")
  func all() throws {
    let completions = try Program().run("completions", "fish").output
    let commands = Set(
      completions.matches(of: /-n __fish_use_subcommand -a (\w+) -d/).map { String($0.1) })
    #expect(commands.count > 20)
    #expect(Set(Self.lines.map(\.name)) == commands.union(["help"]))
  }

  @Test(
    "with as much as was worked out for it a command does its work",
    .enabled(if: Program.canBeLimited), arguments: lines)
  func enough(line: Line) throws {
    try Workplace.use { place in
      try prepare(line, in: place)
      let thread = line.scenarios.isEmpty ? 0 : try need(of: line.scenarios, in: place) + 2 * (8 << 20)
      // The room that is left is looked at by the megabyte.
      let bytes = (32 << 20) + line.threads * thread + (2 << 20)
      let outcome = try start(line, under: Self.loading + bytes / 1024, in: place)
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(!outcome.errors.contains("Using 1 of "))
    }
  }

  @Test(
    "with less it is refused before it begins, and the limit is named",
    .enabled(if: Program.canBeLimited), arguments: lines.filter { $0.scenarios.first == "@talks" })
  func less(line: Line) throws {
    try Workplace.use { place in
      try prepare(line, in: place)
      let before = place.names()
      let thread = try need(of: line.scenarios, in: place)
      let bytes = (32 << 20) + line.threads * thread
      let outcome = try start(line, under: Self.loading + bytes / 1024, in: place)
      #expect(outcome.status == (line.name == "check" ? 65 : 73), "\(outcome.errors)")
      #expect(outcome.errors.contains("the limit on memory (ulimit -v)"))
      #expect(outcome.errors.contains("a thread takes about "))
      #expect(place.names() == before)
    }
  }

  @Test("more --memory than ulimit -v leaves is taken for what it leaves", .enabled(if: Program.canBeLimited))
  func asked() throws {
    try Workplace.use { place in
      let line = Line(command: "run @talks --runs 5 --memory 1TB -q --out r", scenarios: ["@talks"])
      try prepare(line, in: place)
      let outcome = try start(line, under: Self.loading + 50_000, in: place)
      #expect(outcome.status == 73)
      #expect(outcome.errors.contains("What would help: a higher ulimit -v"))
    }
  }
}
