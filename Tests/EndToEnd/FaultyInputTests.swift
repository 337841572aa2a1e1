import Testing

@Suite("Faulty input")
struct FaultyInputTests {
  private static let scenario = """
    {
      "rounds": 5,
      "issues": {"price": {"options": ["low", "high"], "status_quo": "lwo"}},
      "parties": {
        "seller": {
          "preferences": {"price": {"weight": 1, "values": {"low": 0, "high": 1}}},
          "reservation": 0.2, "tactic": {"time": {"beta": 1}},
        },
        "buyer": {
          "preferences": {"price": {"weight": 1, "values": {"low": 1, "high": 0}}},
          "reservation": 0.2, "tactic": {"time": {"beta": 1}}, "offfer": "lowest",
        },
      },
    }

    """

  @Test(
    "a fault of a scenario is told with its place, and ends with 65", arguments: ["run", "check", "bench"])
  func faulty(command: String) throws {
    try Workplace.use { place in
      try place.write(FaultyInputTests.scenario, to: "sale.jsonc")
      let outcome = try place.program.run(command, "sale.jsonc")
      #expect(
        outcome
          == Program.Outcome(
            status: 65, output: "",
            errors: """
              sale.jsonc:3:66: error: unknown option "lwo" of issue "price"
                  3 |   "issues": {"price": {"options": ["low", "high"], "status_quo": "lwo"}},
                    |                                                                  ^ did you mean "low"?
              sale.jsonc:11:60: error: unknown key "offfer" in party "buyer"
                 11 |       "reservation": 0.2, "tactic": {"time": {"beta": 1}}, "offfer": "lowest",
                    |                                                            ^ did you mean "offer"? known: "label", "preferences", "interactions", "red_lines", "reservation", "cost_of_delay", "discount", "tactic", "willingness", "offer", "ties", "opponent_model", "acceptance", "voter", "veto", "ratification", "looks_ahead", "overstatement", "horizon", "source", "assumption", "note"

              """))
      #expect(place.names() == ["sale.jsonc"], "a faulty scenario leaves nothing behind")
    }
  }

  @Test("a pipe that nobody writes to holds nobody up, wherever a file is expected", .timeLimit(.minutes(1)))
  func pipes() throws {
    try Workplace.use { place in
      let scenario = Program.package.appending(path: "scenarios/split-the-pie.jsonc").path
      let sweep = "sweep \(scenario) --vary rounds=1,2 --runs 5 -q >/dev/null --out"
      let lines = [
        ("check pipe", Int32(65)), ("run pipe", 65), ("trace pipe", 65), ("levers pipe", 65),
        ("sensitivity pipe", 65), ("compare pipe pipe", 65), ("sweep pipe --vary rounds=1,2", 65),
        ("sweep --file pipe", 65), ("bench pipe", 65),
        ("\(sweep) s && rm s/sweep.csv && mkfifo s/sweep.csv && \"$detente\" verify s", 66),
        ("\(sweep) t && rm t/plan.json && mkfifo t/plan.json && \"$detente\" sweep --resume t", 66),
        (
          "run \(scenario) --out u --runs 5 -q >/dev/null && rm u/endings.csv && mkfifo u/endings.csv"
            + " && \"$detente\" export u --table endings", 66
        ),
      ]
      _ = try place.program.shell("mkfifo pipe")
      for (line, status) in lines {
        let outcome = try place.program.shell("\"$detente\" \(line)")
        #expect(outcome.status == status, "\(line): \(outcome.errors)")
        #expect(!outcome.errors.isEmpty)
      }
    }
  }

  @Test("a scenario may come from a pipe that somebody writes to")
  func standardInput() throws {
    let outcome = try Program().shell("cat scenarios/split-the-pie.jsonc | \"$detente\" check /dev/stdin")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("/dev/stdin: no faults\n"))
  }

  @Test(
    "--no-extends-outside keeps every command that reads a scenario inside its directory",
    arguments: [
      "check v.jsonc", "run v.jsonc", "trace v.jsonc", "sweep v.jsonc --vary rounds=1,2",
      "sensitivity v.jsonc",
      "levers v.jsonc", "compare v.jsonc v.jsonc", "bench v.jsonc --runs 1",
    ])
  func extendsOutside(line: String) throws {
    try Workplace.use { place in
      let base = Program.package.appending(path: "scenarios/split-the-pie.jsonc").path
      try place.write("{\"extends\": \"\(base)\"}", to: "v.jsonc")
      let outcome = try place.program.run(
        line.split(separator: " ").map(String.init) + ["--no-extends-outside"])
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("it lies outside the directory of the scenario"))
      #expect(place.names() == ["v.jsonc"])
    }
  }

  @Test("a missing file ends with 66", arguments: ["run", "check", "sweep"])
  func missing(command: String) throws {
    try Workplace.use { place in
      let words = [command, "nowhere.jsonc"] + (command == "sweep" ? ["--vary", "a=1,2"] : [])
      let outcome = try place.program.run(words)
      #expect(
        outcome == Program.Outcome(status: 66, output: "", errors: "nowhere.jsonc: error: no such file\n"))
    }
  }

  @Test("a faulty value of --vary ends with 65 before anything is simulated")
  func faultyAxis() throws {
    try Workplace.use { place in
      let outcome = try place.program.run(
        "sweep", Program.package.appending(path: "scenarios/split-the-pie.jsonc").path, "--vary",
        "parties.first.willingness=0.5,1.5")
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("--vary:1:"))
      #expect(outcome.output == "")
      #expect(place.names() == [])
    }
  }

  @Test("an unknown path of --set ends with 65 and suggests the nearest")
  func unknownPath() throws {
    try Workplace.use { place in
      let outcome = try place.program.run(
        "run", Program.package.appending(path: "scenarios/split-the-pie.jsonc").path, "--set",
        "parties.frist.willingness=0.5")
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("did you mean \"first\"?"))
    }
  }
}
