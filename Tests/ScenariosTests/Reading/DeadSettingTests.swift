import Scenarios
import Testing

/// Settings that are in order by themselves and dead by their numbers.
@Suite struct DeadSettingTests {
  /// What `check` warns of, without the place.
  private func told(_ text: String, settings: [ScenarioSetting] = []) throws -> [String] {
    try ScenarioReader.read(text: text, name: "t", settings: settings).counsel.list().map(\.message)
  }

  /// Whether a warning begins so.
  private func tells(_ prefix: String, _ text: String) throws -> Bool {
    try told(text).contains { $0.hasPrefix(prefix) }
  }

  private func eve(_ eve: String, top: String = "", `protocol`: String = "alternating") -> String {
    SmallScenario.text(
      top: "\(top)\"mediators\": {\"eve\": {\(eve)}}, \"forums\": {\"f\": {\"members\": [\"ann\", \"bob\"], "
        + "\"mediators\": [\"eve\"], \"protocol\": \"\(`protocol`)\"}},")
  }

  @Test("a mediator that tables nothing, has no leverage and resumes no talks does nothing")
  func mediator() throws {
    let idle = "mediators.eve does nothing: "
    #expect(try tells(idle, eve("\"facilitate\": 0.5")))
    #expect(try !tells(idle, eve("\"formulate\": 0.5")))
    #expect(try !tells(idle, eve("\"manipulate\": 0.5, \"toward\": {\"ann\": {\"carrot\": 0.1}}")))
    let talks = "\"talks\": {\"suspend_after\": 2, \"resume\": {\"mediation\": 0.5}}, "
    #expect(try !tells(idle, eve("\"facilitate\": 0.5", top: talks)))
    #expect(
      try tells(
        "mediators.eve.toward.ann.carrot is never brought to bear",
        eve("\"formulate\": 0.5, \"toward\": {\"ann\": {\"carrot\": 0.1}}")))
  }

  @Test(
    "an effect that adds 0, multiplies by 1 or outlasts the window is told",
    arguments: [
      ("\"add\": 0", "effects.0.add changes nothing: it adds 0"),
      ("\"multiply\": 1", "effects.0.multiply changes nothing: it multiplies by 1"),
      ("\"add\": 0.1, \"for\": 5", "effects.0.for says nothing: the effect lasts until the end"),
      ("\"add\": 0.1, \"for\": 4", nil), ("\"add\": {\"uniform\": [-0.1, 0.1]}", nil),
      ("\"multiply\": 0", nil),
    ] as [(String, String?)])
  func effects(change: String, warning: String?) throws {
    let text = SmallScenario.text(
      top:
        "\"events\": {\"rain\": {\"rate\": 0.1, \"effects\": [{\"on\": \"parties.ann.reservation\", \(change)}]}},"
    )
    let found = try told(text).filter { $0.hasPrefix("events.rain.effects") }
    #expect(found.count == (warning == nil ? 0 : 1), "\(found)")
    if let warning { #expect(found.first?.contains(warning) == true, "\(found)") }
  }

  @Test("a reservation that no outcome is worth is told, unless something may lower it")
  func reservation() throws {
    func warns(ann: String = "", top: String = "", at reservation: String) throws -> Bool {
      try told(
        SmallScenario.text(top: top, ann: ann),
        settings: [ScenarioSetting(path: "parties.ann.reservation", value: reservation)]
      ).contains { $0.hasPrefix("parties.ann.reservation is above the best outcome") }
    }
    #expect(try warns(at: "1.01"))
    #expect(try warns(at: "{\"uniform\": [1.2, 1.5]}"))
    #expect(try !warns(at: "1"))
    #expect(try !warns(at: "{\"uniform\": [0.9, 1.5]}"))
    #expect(try !warns(ann: ", \"cost_of_delay\": 0.1", at: "1.01"))
    #expect(try !warns(ann: ", \"veto\": false", at: "1.01"))
    let rain =
      "\"events\": {\"rain\": {\"rate\": 0.1, \"effects\": [{\"on\": \"parties.ann.reservation\", \"add\": -0.1}]}},"
    #expect(try !warns(top: rain, at: "1.01"))
  }

  @Test("a forum that never sits and a pause that never comes are told")
  func never() throws {
    let late =
      "\"forums\": {\"f\": {\"members\": [\"ann\", \"bob\"], \"protocol\": \"alternating\"}, "
      + "\"g\": {\"members\": [\"ann\", \"bob\"], \"protocol\": \"alternating\", \"from\": FIRST}},"
    let idle = "forums.g never sits"
    #expect(try tells(idle, SmallScenario.text(top: late.replacing("FIRST", with: "5"))))
    #expect(try !tells(idle, SmallScenario.text(top: late.replacing("FIRST", with: "4"))))
    let pause = "\"talks\": {\"suspend_after\": 5, \"resume\": {\"base\": 0.5}},"
    #expect(try tells("talks.suspend_after never suspends", SmallScenario.text(top: pause)))
  }

  @Test("MiCRO with fewer sittings than outcomes is told")
  func micro() throws {
    let text = SmallScenario.text()
    func warns(_ rounds: Int) throws -> Bool {
      try told(
        text,
        settings: [
          ScenarioSetting(path: "parties.ann.tactic", value: "micro"),
          ScenarioSetting(path: "rounds", value: "\(rounds)"),
        ]
      ).contains { $0.hasPrefix("parties.ann.tactic may not come to the end of its list") }
    }
    #expect(try warns(2))
    #expect(try !warns(3))
  }
}
