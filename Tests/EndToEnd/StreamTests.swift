import Foundation
import Testing

@Suite("Streams")
struct StreamTests {
  private static let run = "\"$detente\" run \"$scenario\" --runs 200 --quiet"
  private static let surroundings = [
    "scenario": Program.package.appending(path: "scenarios/logroll.jsonc").path
  ]

  private func program(in place: Workplace, _ more: [String: String] = [:]) -> Program {
    Program(directory: place.url, environment: StreamTests.surroundings.merging(more) { $1 })
  }

  @Test("a full disk behind standard output ends with 74 and says why")
  func fullDisk() throws {
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    try Workplace.use { place in
      let message = "detente: cannot write to standard output: No space left on device\n"
      for line in ["\"$detente\" help run > /dev/full", StreamTests.run + " > /dev/full"] {
        let outcome = try program(in: place).shell(line)
        #expect(outcome == Program.Outcome(status: 74, output: "", errors: message))
      }
      #expect(
        place.names(in: "results/logroll").contains("manifest.json"), "the files are written all the same")
    }
  }

  @Test(
    "no command that prints is silent about a full disk behind standard output, and none minds a reader that has gone away",
    arguments: [
      "check \"$scenario\" -q", "check \"$scenario\" --format json", "trace \"$scenario\" -q",
      "trace \"$scenario\" --format jsonl",
      "sweep \"$scenario\" --vary rounds=5,10 --runs 20 -q",
      "sweep \"$scenario\" --vary rounds=5,10 --runs 20 -q --plan",
      "levers \"$scenario\" --runs 20 -q", "sensitivity \"$scenario\" --samples 8 -q",
      "compare \"$scenario\" \"$scenario\" --runs 20 -q", "bench --runs 2 -q", "bench --list",
      "completions zsh", "--version",
    ])
  func everyCommand(command: String) throws {
    try Workplace.use { place in
      if FileManager.default.fileExists(atPath: "/dev/full") {
        let full = try program(in: place).shell("\"$detente\" \(command) > /dev/full")
        #expect(full.status == 74)
        #expect(full.errors == "detente: cannot write to standard output: No space left on device\n")
      }
    }
    try Workplace.use { place in
      let gone = try program(in: place).shell("{ \"$detente\" \(command); echo \"status $?\" >&2; } | true")
      #expect(gone.errors == "status 0\n")
    }
  }

  @Test("a closed standard output is told, and does not become the first file that is opened")
  func closed() throws {
    try Workplace.use { place in
      let outcome = try program(in: place).shell(StreamTests.run + " >&-")
      #expect(outcome.status == 74)
      #expect(outcome.errors.contains("Bad file descriptor"))
      #expect(try place.text(of: "results/logroll/endings.csv").hasPrefix("ending,count"))
    }
  }

  @Test("a reader that has gone away is no error")
  func closedPipe() throws {
    try Workplace.use { place in
      let outcome = try program(in: place).shell(
        "{ \(StreamTests.run); echo \"status $?\" >&2; } | true")
      #expect(outcome == Program.Outcome(status: 0, output: "", errors: "status 0\n"))
      #expect(place.names(in: "results/logroll").contains("manifest.json"))
    }
  }

  @Test("there is no control sequence in what does not go to a terminal, whatever TERM says")
  func noColor() throws {
    try Workplace.use { place in
      let outcome = try program(in: place, ["TERM": "xterm-256color"]).shell(
        "\"$detente\" run \"$scenario\" --runs 200")
      #expect(!outcome.output.contains("\u{1B}"))
      #expect(!outcome.errors.contains("\u{1B}"))
    }
  }

  @Test("on a terminal there is colour, but not with NO_COLOR, TERM=dumb or --no-color")
  func terminal() throws {
    // script(1) of util-linux gives the program a terminal; others take other options.
    let probe = try Program().shell("script -qec true /dev/null")
    guard probe.status == 0 else { return }
    try Workplace.use { place in
      let line = "script -qec '\"$detente\" run \"$scenario\" --runs 100 --force '\"$more\" /dev/null"
      func output(_ variables: [String: String]) throws -> String {
        try program(in: place, ["TERM": "xterm", "more": ""].merging(variables) { $1 }).shell(line).output
      }
      let outputs = try [[:], ["NO_COLOR": "1"], ["TERM": "dumb"], ["more": "--no-color"]].map(output)
      #expect(outputs.map { $0.contains("\u{1B}[1m") } == [true, false, false, false])
      #expect(!outputs[2].contains("\u{1B}"), "a dumb terminal knows no control sequence at all")
    }
  }
}
