import Foundation
import Testing

@Suite("check of what cannot matter")
struct CheckInertTests {
  private func scenario(_ name: String) -> String {
    Program.package.appending(path: "scenarios/\(name).jsonc").path
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  /// Ann, Bob and a mediator who carries and drafts nothing, in a shuttle; the carrot is on line 8.
  private static let idle = """
    {"rounds": 6, "assumption": "a case made to have idle settings",
     "issues": {"land": {"options": ["none", "half", "all"]}},
     "parties": {
       "a": {"preferences": {"land": {"weight": 1, "values": {"none": 0, "half": 0.5, "all": 1}}},
             "reservation": 0.4, "tactic": "micro"},
       "b": {"preferences": {"land": {"weight": 1, "values": {"none": 1, "half": 0.5, "all": 0}}},
             "reservation": 0.4, "tactic": {"time": {"beta": 1}}}},
     "mediators": {"m": {"toward": {"a": {"carrot": 0.5}}}},
     "forums": {"f": {"members": ["a", "b"], "mediators": ["m"], "protocol": "shuttle"}}}
    """

  @Test("idle settings are warned of with their places on standard error, and the status stays 0")
  func warnings() throws {
    try Workplace.use { place in
      try place.write(CheckInertTests.idle, to: "idle.jsonc")
      let outcome = try place.program.run("check", "idle.jsonc")
      #expect(outcome.status == 0)
      #expect(outcome.output.hasPrefix("idle.jsonc: no faults\n"))
      #expect(
        outcome.errors.contains(
          "idle.jsonc:8:39: warning: mediators.m.toward.a.carrot is never brought to bear: \"manipulate\" of the mediator is 0\n"
        ))
      #expect(outcome.errors.contains("idle.jsonc:5:30: warning: parties.a.tactic \"micro\" never moves"))
      #expect(outcome.errors.contains("idle.jsonc:9:62: warning: forums.f.protocol \"shuttle\" comes to no"))
      let run = try place.program.run("run", "idle.jsonc", "--runs", "50", "--out", "r")
      #expect(!run.errors.contains("never brought to bear"), "commands that simulate do not repeat it")
      #expect(try place.text(of: "r/endings.csv").contains("full_agreement,0,"))
    }
  }

  @Test("as JSON they are \"warnings\", each with line, column and severity, and there are none without any")
  func warningsAsJSON() throws {
    try Workplace.use { place in
      try place.write(CheckInertTests.idle, to: "idle.jsonc")
      let object = try object(place.program.run("check", "idle.jsonc", "--format", "json").output)
      let warnings = try #require(object["warnings"] as? [[String: Any]])
      #expect(object["valid"] as? Bool == true)
      #expect(warnings.map { $0["line"] as? Int } == [5, 8, 8, 9])
      #expect(warnings.allSatisfy { $0["severity"] as? String == "warning" && $0["column"] as? Int != nil })
    }
    let sound = try self.object(Program().run("check", scenario("logroll"), "--format", "json").output)
    #expect((sound["warnings"] as? [Any])?.isEmpty == true)
  }

  @Test(
    "--inert lists what changes no table: the weight of the only issue and the idle carrot, and not what no agreement is worth"
  )
  func inert() throws {
    try Workplace.use { place in
      try place.write(
        CheckInertTests.idle.replacing("\"shuttle\"", with: "\"alternating\"").replacing(
          "\"micro\"", with: "{\"time\": {\"beta\": 1}}"), to: "idle.jsonc")
      let text = try place.program.run("check", "idle.jsonc", "--inert", "--runs", "60")
      #expect(text.status == 0)
      #expect(text.output.contains("was seen in so many runs, and is not proved"))
      #expect(text.output.contains("\n    mediators.m.toward.a.carrot, moved to 0 and 10\n"))
      let json = try place.program.run("check", "idle.jsonc", "--inert", "--runs", "60", "--format", "json")
      let found = try #require(try object(json.output)["inert"] as? [String: Any])
      let paths = try #require(found["unchanged"] as? [[String: Any]]).compactMap { $0["path"] as? String }
      #expect(found["runs"] as? Int == 60)
      #expect(paths.contains("parties.a.preferences.land.weight"))
      #expect(paths.contains("mediators.m.toward.a.carrot"))
      #expect(!paths.contains("parties.a.reservation") && !paths.contains("parties.a.tactic.time.beta"))
      #expect(found["moved"] as? Int == 13)
    }
  }

  @Test("--inert prints the same bytes on one thread and on three")
  func threads() throws {
    let outputs = try [1, 3].map { threads in
      try Program().run(
        "check", scenario("river-water"), "--inert", "--runs", "300", "--threads", "\(threads)", "--format",
        "json"
      ).output
    }
    #expect(outputs[0] == outputs[1] && outputs[0].contains("\"inert\""))
  }

  @Test("without --inert nothing is simulated, and --runs is refused")
  func runs() throws {
    #expect(try Program().run("check", scenario("logroll"), "--runs", "5").status == 2)
    let plain = try Program().run("check", scenario("logroll"), "--format", "json").output
    #expect(try object(plain)["inert"] == nil)
  }

  @Test("Ctrl-C ends --inert with 130 and says that nothing of it is kept")
  func interruption() throws {
    try Workplace.use { place in
      let outcome = try Program(directory: place.url, environment: ["scenario": scenario("logroll")]).shell(
        "\"$detente\" check \"$scenario\" --inert --runs 1e6 --threads 1 & pid=$!\n\(Program.untilListening)\n"
          + "kill -INT $pid; wait $pid")
      #expect(outcome.status == 130)
      #expect(outcome.errors.contains("Stopped; what --inert had seen is not kept."))
      #expect(outcome.output == "")
    }
  }

  @Test(
    "defaults are named with their values, each key once with the number of its places, and every place in JSON"
  )
  func defaults() throws {
    let output = try Program().run("check", scenario("river-water")).output
    // Three parties leave out overstatement, one mediator its gain towards each of three.
    #expect(output.contains("overstatement = 0 (3 places)"))
    #expect(output.contains("toward.NAME.gain = 0 (3 places)"))
    #expect(output.contains("  defaults of mediation: floor = 0.1, allegiance = 0, suspicion = 0\n"))
    let json = try object(Program().run("check", scenario("river-water"), "--format", "json").output)
    let defaults = try #require(json["defaults"] as? [String: String])
    for party in ["upper", "middle", "lower"] {
      #expect(defaults["parties.\(party).overstatement"] == "0")
      #expect(defaults["mediators.basin_commission.toward.\(party).gain"] == "0")
    }
  }

  @Test("where the last round is the deadline and most agree just before it, run and its page say so")
  func rush() throws {
    try Workplace.use { place in
      let outcome = try place.program.run(
        "run", scenario("river-water"), "--runs", "400", "--out", "r", "--quiet")
      let words = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains("in the last sixth before the deadline (month 36)"))
      #expect(try place.text(of: "r/report.html").contains("in the last sixth before the deadline"))
    }
  }
}
