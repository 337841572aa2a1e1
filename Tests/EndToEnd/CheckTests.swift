import Foundation
import Testing

@Suite("check")
struct CheckTests {
  /// No agreement is worth 0.3 of the pie to each, in the middle.
  @Test("says of every text that is ready who could not accept it, at the middle of every distribution")
  func texts() throws {
    try StudyTests.inFolder { folder in
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let text = #"""
        {"rounds": 5, "issues": {"share": {"range": {"from": 0, "to": 10, "step": 1}}},
         "parties": {
           "ann": {"preferences": {"share": {"weight": 1, "shape": "increasing"}}, "reservation": {"uniform": [0.2, 0.4]}, "tactic": "hardliner"},
           "bob": {"preferences": {"share": {"weight": 1, "shape": "decreasing"}}, "reservation": 0.3, "tactic": "hardliner"}},
         "mediators": {"eve": {"texts": [{"outcome": {"share": 5}, "at": 1}, {"outcome": {"share": 8}, "at": 2}, {"outcome": {"share": 2}, "at": 3}]}},
         "forums": {"f": {"members": ["ann", "bob"], "mediators": ["eve"], "protocol": "shuttle"}}}
        """#
      try text.write(toFile: "\(folder)/t.jsonc", atomically: true, encoding: .utf8)
      let told = try Program().run("check", "\(folder)/t.jsonc").output
      #expect(
        told.contains("text 1 of eve: all whose consent is needed could accept it at the middle of every"))
      #expect(told.contains("text 2 of eve: not acceptable to bob at the middle of every distribution"))
      #expect(told.contains("text 3 of eve: not acceptable to ann at the middle of every distribution"))
    }
  }

  private func scenario(_ name: String) -> String {
    Program.package.appending(path: "scenarios/\(name).jsonc").path
  }

  @Test("of a scenario without faults it tells size, provenance and zone, and simulates nothing")
  func text() throws {
    try Workplace.use { place in
      let path = scenario("split-the-pie")
      let outcome = try place.program.run("check", path)
      #expect(
        outcome.output == """
          \(path): no faults
            1 issue with 101 outcomes, 2 parties, 0 mediators, 1 forum, 20 rounds
            6 numbers: 0 sourced, 6 assumptions; besides 26 documented defaults
            defaults at the top: sources = [], agenda = all issues, ties = "nearest", mediators = {}, forums = {"main": …}, alternating, with all parties and all mediators, tolls = {}, events = {}, models = {}
            defaults of issues.NAME: status_quo = none
            defaults of parties.NAME: interactions = [] (2 places), red_lines = [] (2 places), cost_of_delay = 0 (2 places), discount = 1 (2 places), tactic.time.curve = "polynomial" (2 places), tactic.time.start = 0 (2 places), tactic.time.tolerance = 0 (2 places), willingness = 1 (2 places), offer = "lowest" (2 places), acceptance = "next" (2 places), veto = true (2 places), looks_ahead = false (2 places)
            defaults of mediation: noise = 0.2, incoherence = 0
            defaults of talks: start = "active", suspend_after = never, progress = 0, resume.base = 0, resume.mediation = 0, resume.pain = 0, collapse.active = 0, collapse.suspended = 0, collapse.distance = 0, collapse.shock = 0, collapse.trust = 0, collapse.pain = 0, shock_half_life = 7, resume.distance = 0, resume.shock = 0, resume.trust = 0, deadline = round 20, the last: all know that the talks end then
            first and second: a zone of agreement without a surplus for everyone at the middle of every distribution
            1 of 101 outcomes is acceptable to all who must agree, and it leaves nobody better off than no agreement
            time-dependent tactics come down to that only after the last round; in it they still ask for more (First party 0.0238 and Second party 0.0238), were nothing to change
            the Nash outcome gives First party 0.50 and Second party 0.50: Parts for the first party: 50 %

          """)
      #expect(outcome.status == 0)
      #expect(place.names() == [])
    }
  }

  @Test("two who want more than there is have no zone: 0.6 and 0.6 of one pie")
  func noZone() throws {
    let outcome = try Program().run(
      "check", scenario("split-the-pie"), "--set", "parties.first.reservation=0.6", "--set",
      "parties.second.reservation=0.6")
    #expect(outcome.output.contains("first and second: no zone of agreement"))
  }

  @Test("two who want exactly what there is have one: 0.6 and 0.4 of one pie")
  func narrowZone() throws {
    let outcome = try Program().run(
      "check", scenario("split-the-pie"), "--set", "parties.first.reservation=0.6", "--set",
      "parties.second.reservation=0.4")
    #expect(outcome.output.contains("first and second: a zone of agreement"))
  }

  @Test(
    "as JSON a zone that is worth its reservation to each is told from one that is worth more to one, and to both"
  )
  func surplus() throws {
    // Boulware of beta 1 over 20 rounds: 1/21 of what lies between the best and the reservation is
    // left.
    for (first, surplus, asked) in [
      (0.5, "nobody", 0.5 / 21), (0.495, "some", 0.505 / 21), (0.48, "everyone", 0.52 / 21),
    ] {
      let outcome = try Program().run(
        "check", scenario("split-the-pie"), "--set", "parties.first.reservation=\(first)", "--set",
        "parties.second.reservation=0.5", "--format", "json")
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      let zones = try #require(object["zones"] as? [[String: Any]])
      #expect(object["zone"] as? String == "exists" && object["surplus"] as? String == surplus)
      #expect(zones.first?["surplus_for_everyone"] as? Bool == (surplus == "everyone"))
      let last = try #require(object["asked_in_last_round"] as? [String: Double])
      #expect(abs(try #require(last["first"]) - asked) < 1e-9)
    }
  }

  @Test(
    "the summary of runs that could only have had what no agreement is worth says so, and its table counts the zones"
  )
  func summary() throws {
    try Workplace.use { place in
      let outcome = try place.program.run(
        "run", scenario("split-the-pie"), "--set", "parties.first.reservation=0.5", "--set",
        "parties.second.reservation=0.5", "--runs", "50", "--out", "r", "-q")
      let words = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      #expect(words.contains("No zone left a surplus for everyone"))
      #expect(try place.text(of: "r/zone.csv").contains("exists,no,50,1.0"))
    }
  }

  @Test("two who want 0.62 and 0.55 of one pie lack 0.17, and either one's yielding opens a zone")
  func leverageGap() throws {
    let arguments = [
      "check", scenario("split-the-pie"), "--set", "parties.first.reservation=0.62", "--set",
      "parties.second.reservation=0.55",
    ]
    let text = try Program().run(arguments).output
    #expect(text.contains("the leverage gap is 0.1700: giving "))
    #expect(
      text.contains("First party blocks most on \"Parts for the first party\": were it content there, there"))
    let json = try Program().run(arguments + ["--format", "json"]).output
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    #expect(abs(try #require(object["leverage_gap"] as? Double) - 0.17) < 1e-12)
    #expect(object["feasible"] as? Int == 0)
    #expect(object["nash"] is NSNull)
    #expect((object["pareto"] as? [Any])?.count == 101)
  }

  @Test(
    "as JSON a solution is an outcome by names and a utility for each party: one for the trade of land against water"
  )
  func solutions() throws {
    let outcome = try Program().run("check", scenario("logroll"), "--format", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    for key in ["nash", "kalai_smorodinsky", "egalitarian", "utilitarian"] {
      let point = try #require(object[key] as? [String: Any], "\(key)")
      #expect(point["outcome"] as? [String: String] == ["land": "0", "water": "100"], "\(key)")
      let utilities = try #require(point["utilities"] as? [String: Double])
      #expect(abs(try #require(utilities["farmers"]) - 0.8) < 1e-12)
      #expect(abs(try #require(utilities["herders"]) - 0.8) < 1e-12)
    }
    #expect(object["leverage_gap"] as? Double == 0)
    #expect(object["issues"] as? Int == 2)
    #expect(object["outcomes"] as? Int == 121)
    #expect((object["provenance"] as? [String: Any])?["sourced"] as? Int == 0)
    // Efficient is whatever gives the farmers all the water or the herders all the land: 11 + 11 -
    // 1 outcomes.
    #expect((object["pareto"] as? [[String: String]])?.count == 21)
  }

  @Test("a red line whose relaxation opens the zone is named with the option to allow")
  func redLine() throws {
    try Workplace.use { place in
      try place.write(
        """
        {"rounds": 2, "assumption": "a case made to have one red line",
         "issues": {"land": {"options": ["none", "half", "all"]}},
         "parties": {
           "a": {"preferences": {"land": {"weight": 1, "values": {"none": 0, "half": 0.5, "all": 1}}},
                 "reservation": 0.4, "tactic": {"time": {"beta": 1}}},
           "b": {"preferences": {"land": {"weight": 1, "values": {"none": 1, "half": 0.5, "all": 0}}},
                 "red_lines": [{"land": ["half", "all"]}], "reservation": 0.4, "tactic": {"time": {"beta": 1}}}}}
        """, to: "line.jsonc")
      let text = try place.program.run("check", "line.jsonc").output
      #expect(text.contains("red line 1 of b: allowing \"half\" of \"land\" there opens a zone"))
      let json = try place.program.run("check", "line.jsonc", "--format", "json").output
      let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
      let line = try #require((object["relaxations"] as? [[String: Any]])?.first)
      #expect(line["party"] as? String == "b")
      #expect(line["allow"] as? [String] == ["half"])
      #expect(line["given_up"] as? Bool == false)
    }
  }

  @Test("an agenda in stages is told in their order, with whether what is settled holds; a package is not")
  func stages() throws {
    try Workplace.use { place in
      func text(_ order: String) -> String {
        func party(_ shape: String) -> String {
          let issues = ["x", "y", "z"].map { #""\#($0)": {"weight": 1, "shape": "\#(shape)"}"# }
          return
            #"{"preferences": {\#(issues.joined(separator: ", "))}, "reservation": 0.1, "tactic": {"time": {"beta": 1}}}"#
        }
        let issue = #"{"range": {"from": 0, "to": 2, "step": 1}, "status_quo": 0}"#
        return """
          {"rounds": 2, "assumption": "a case made to have stages",
           "issues": {"x": \(issue), "y": \(issue), "z": \(issue)}, "agenda": {"issues": ["x", "y", "z"]\(order)},
           "parties": {"a": \(party("increasing")), "b": \(party("decreasing"))}}
          """
      }
      for (order, words, stages, holds) in [
        (
          #", "order": "interim", "first": ["z", "x"]"#,
          "settled in stages: z and x, then y; what is settled holds if the rest fails",
          [["z", "x"], ["y"]], true
        ),
        (
          #", "order": "issue_by_issue""#,
          "settled in stages: x, then y, then z; nothing is agreed until everything is",
          [["x"], ["y"], ["z"]],
          false
        ), ("", nil, [["x", "y", "z"]], nil),
      ] as [(String, String?, [[String]], Bool?)] {
        try place.write(text(order), to: "stages.jsonc")
        let output = try place.program.run("check", "stages.jsonc").output
        #expect(output.contains(words.map { "  \($0)\n" } ?? "no faults"))
        #expect(output.contains("settled in stages") == (words != nil))
        let json = try place.program.run("check", "stages.jsonc", "--format", "json").output
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        let agenda = try #require(object["agenda"] as? [String: Any])
        #expect(agenda["stages"] as? [[String]] == stages)
        #expect(agenda["holds"] as? Bool == holds)
      }
    }
  }

  @Test("of three parties it looks at all together and at each pair")
  func pairs() throws {
    let outcome = try Program().run("check", scenario("river-water"), "--format", "json")
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let zones = try #require(object["zones"] as? [[String: Any]])
    #expect(
      zones.compactMap { $0["parties"] as? [String] } == [
        ["upper", "middle", "lower"], ["upper", "middle"], ["upper", "lower"], ["middle", "lower"],
      ])
  }

  @Test(
    "--draw looks at one draw: with reservations uniform on [0.3, 0.7] some draws have a zone and some have none"
  )
  func draw() throws {
    let zones = try (1...12).map { seed in
      try Program().run("check", scenario("split-the-pie"), "--draw", "\(seed)").output
        .contains("no zone of agreement in this draw")
    }
    #expect(Set(zones) == [true, false])
  }

  @Test("one faulty file of several does not hide the others, and the status is the worst")
  func several() throws {
    try Workplace.use { place in
      try place.write("{", to: "broken.jsonc")
      let outcome = try place.program.run("check", "broken.jsonc", scenario("logroll"))
      #expect(outcome.status == 65)
      #expect(outcome.errors.contains("broken.jsonc:1:"))
      #expect(outcome.output.contains("logroll.jsonc: no faults"))
    }
  }

  @Test("as JSON a fault has its place, and the document says that the file is not valid")
  func faultsAsJSON() throws {
    try Workplace.use { place in
      try place.write("{\n  \"rounds\": 0\n}\n", to: "broken.jsonc")
      let outcome = try place.program.run("check", "broken.jsonc", "--format", "json")
      let object = try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
      let faults = try #require(object["diagnostics"] as? [[String: Any]])
      #expect(object["valid"] as? Bool == false)
      #expect(faults.contains { $0["line"] as? Int == 2 && $0["severity"] as? String == "error" })
      #expect(outcome.status == 65)
      #expect(outcome.errors == "")
    }
  }

  @Test("every scenario that is shipped is without faults")
  func shipped() throws {
    let folder = Program.package.appending(path: "scenarios")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
      $0.hasSuffix(".jsonc")
    }
    #expect(names.count >= 7)
    let outcome = try Program().run(["check", "-q"] + names.sorted().map { "scenarios/\($0)" })
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }
}
