import Foundation
import Testing

@Suite("check")
struct CheckTests {
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
            6 numbers: 0 sourced, 6 assumptions; besides 18 documented defaults
            first and second: a zone of agreement at the middle of every distribution

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
    let outcome = try Program().run(["check"] + names.sorted().map { "scenarios/\($0)" })
    #expect(outcome.errors == "")
    #expect(outcome.status == 0)
  }
}
