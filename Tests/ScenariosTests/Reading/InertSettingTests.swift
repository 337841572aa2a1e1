import Scenarios
import Testing

/// What is declared and cannot matter.
@Suite struct InertSettingTests {
  /// What `check` warns of, headers alone.
  private func told(_ text: String, settings: [ScenarioSetting] = []) throws -> [String] {
    try ScenarioReader.read(text: text, name: "t", settings: settings).counsel.list().map {
      "\($0.file):\($0.line):\($0.column): \($0.severity): \($0.message)"
    }
  }

  /// The paths that it warns of: the first words of the messages.
  private func paths(_ text: String, settings: [ScenarioSetting] = []) throws -> Set<String> {
    Set(
      try ScenarioReader.read(text: text, name: "t", settings: settings).counsel.list().map {
        String($0.message.prefix { $0 != " " })
      })
  }

  /// Ann and Bob in a shuttle of Eve.
  private func shuttle(ann: String = "", bob: String = "", eve: String, top: String = "") -> String {
    SmallScenario.text(
      top: "\(top)\n\"mediators\": {\"eve\": {\(eve)}},\n"
        + "\"forums\": {\"f\": {\"members\": [\"ann\", \"bob\"], \"mediators\": [\"eve\"],\n\"protocol\": \"shuttle\"}},",
      ann: ann, bob: bob)
  }

  @Test("a file that declares nothing idle has no such warning, and reading alone never says any")
  func quiet() throws {
    #expect(try told(SmallScenario.text()) == [])
    let text = shuttle(ann: ", \"offer\": \"modelled\"", eve: "\"formulate\": 0.5")
    #expect(try ScenarioReader.read(text: text, name: "t").diagnostics.isEmpty)
    #expect(try !told(text).isEmpty)
  }

  @Test(
    "a text that is ready and can never be tabled, or is always refused, is told with why",
    arguments: [
      (#"{"outcome": {"pie": "half"}, "at": 3}"#, ""),
      (#"{"outcome": {"pie": "half"}, "at": 1000}"#, "is never tabled: the mediator sits in no forum"),
      (#"{"outcome": {"pie": "half"}, "at": "suspended"}"#, "is never tabled: nothing suspends the talks"),
      (
        #"{"outcome": {"pie": "half"}, "when": {"pie": "all"}}"#,
        "is never tabled: before an agreement nothing but the status quo is in force"
      ),
      (#"{"outcome": {"pie": "all"}, "at": 3}"#, "outcome is always refused: it crosses a red line"),
    ])
  func texts(_ text: String, _ warning: String) throws {
    let told = try told(
      SmallScenario.text(
        top:
          "\"mediators\": {\"eve\": {\"texts\": [\(text)]}}, \"forums\": {\"f\": {\"members\": [\"ann\", \"bob\"], "
          + "\"mediators\": [\"eve\"], \"protocol\": \"shuttle\"}},",
        issue: ", \"status_quo\": \"none\"", bob: ", \"red_lines\": [{\"pie\": \"all\"}]"))
    // A forum whose mediator has a text ready may come to an agreement.
    let isQuiet = !told.contains {
      $0.contains("mediators.eve.texts") || $0.contains("comes to no agreement")
    }
    #expect(
      warning.isEmpty
        ? isQuiet : told.contains { $0.contains("mediators.eve.texts.0") && $0.contains(warning) }, "\(told)")
  }

  @Test("in a shuttle modelled offers are closest ones, and what they would be estimated by is idle")
  func modelled() throws {
    #expect(
      try told(
        shuttle(
          ann: ",\n\"offer\": \"modelled\",\n\"opponent_model\": \"bayesian\"",
          bob: ",\n\"opponent_model\": \"frequency\"", eve: "\"formulate\": 0.5")) == [
          "t:11:1: warning: parties.ann.offer \"modelled\" is \"closest\" here: nobody shows it an offer from which to estimate what others want",
          "t:12:1: warning: parties.ann.opponent_model has nothing to learn from: nobody shows it an offer",
          "t:17:1: warning: parties.bob.opponent_model is never looked at: only \"modelled\" offers and \"best_for_others\" ties need it",
        ])
    // Where offers are made across the table none of it is.
    let open = SmallScenario.text(ann: ", \"offer\": \"modelled\", \"opponent_model\": \"bayesian\"")
    #expect(try told(open) == [])
  }

  @Test(
    "a tactic that answers offers never moves where nobody shows it any: MiCRO and tit-for-tat answer texts, Zeuthen does not",
    arguments: [
      ("\"micro\"", "0.5", false), ("\"micro\"", "0", true), ("\"zeuthen\"", "0.5", true),
      ("\"hardliner\"", "0", false), ("{\"tit_for_tat\": {\"kind\": \"averaged\"}}", "0.5", false),
      ("{\"tit_for_tat\": {\"kind\": \"averaged\"}}", "0", true),
    ])
  func tactics(_ tactic: String, _ formulate: String, _ isIdle: Bool) throws {
    let text = shuttle(eve: "\"formulate\": \(formulate)")
    let setting = ScenarioSetting(path: "parties.ann.tactic", value: tactic)
    #expect(try paths(text, settings: [setting]).contains("parties.ann.tactic") == isIdle)
    let mixed = ScenarioSetting(
      path: "parties.ann.tactic", value: "{\"mix\": [[1, {\"time\": {\"beta\": 1}}], [1, \(tactic)]]}")
    #expect(try paths(text, settings: [mixed]).contains("parties.ann.tactic.mix.1.1") == isIdle)
  }

  @Test("a shuttle without texts is said to come to no agreement")
  func textless() throws {
    let message = "t:5:1: warning: forums.f.protocol \"shuttle\" comes to no agreement here"
    #expect(try told(shuttle(eve: "\"facilitate\": 0")).contains { $0.hasPrefix(message) })
    #expect(try !told(shuttle(eve: "\"formulate\": 0.1")).contains { $0.hasPrefix(message) })
  }

  @Test(
    "each number that needs something else to matter is warned of without it, and not with it",
    arguments: [
      ("mediators.eve.toward.ann.carrot", "0.3", "mediators.eve.manipulate", "0.5"),
      ("mediators.eve.toward.ann.stick", "0.3", "mediators.eve.manipulate", "0.5"),
      ("mediators.eve.toward.ann.gain", "0.3", "mediators.eve.formulate", "0.5"),
      ("mediators.eve.toward.ann.loss", "0.3", "mediators.eve.formulate", "0.5"),
      ("mediators.eve.toward.ann.bias", "0.3", "mediators.eve.formulate", "0.5"),
      ("mediators.eve.own_interest", "1", "mediators.eve.formulate", "0.5"),
      ("mediators.eve.facilitate", "0.3", "mediators.eve.formulate", "0.5"),
      ("mediators.eve.estimates", "bayesian", "mediators.eve.formulate", "0.5"),
      ("parties.ann.overstatement", "0.3", "mediators.eve.formulate", "0.5"),
      ("mediation.noise", "0.3", "mediators.eve.formulate", "0.5"),
      ("mediation.floor", "0.3", "mediators.eve.formulate", "0.5"),
      ("mediation.allegiance", "0.3", "mediators.eve.toward.ann.bias", "0.5"),
      (
        "parties.ann.looks_ahead", "true", "implementation",
        "{\"phases\": {\"p\": {}}, \"failure\": {\"base\": 0}}"
      ),
      (
        "parties.ann.voter", "hill_climber", "forums.f",
        "{\"members\": [\"ann\", \"bob\"], \"mediators\": [\"eve\"], \"protocol\": \"single_text\", \"proposals\": 2}"
      ),
      ("talks.progress", "0.1", "talks.suspend_after", "2"),
      ("talks.resume.base", "0.1", "talks.suspend_after", "2"),
      ("talks.collapse.suspended", "0.1", "talks.start", "suspended"),
      ("talks.collapse.distance", "0.1", "talks.collapse.active", "0.1"),
      ("talks.shock_half_life", "3", "talks.collapse.shock", "1"),
    ])
  func needs(_ path: String, _ value: String, _ other: String, _ remedy: String) throws {
    let text = shuttle(eve: "").replacing("\"shuttle\"", with: "\"alternating\"").replacing(
      "\"issues\": {\"pie\": {", with: "\"issues\": {\"pie\": {\"status_quo\": \"none\", ")
    let idle = ScenarioSetting(path: path, value: value)
    #expect(try paths(text, settings: [idle]).contains(path))
    let mended = [idle, ScenarioSetting(path: other, value: remedy)]
    #expect(try !paths(text, settings: mended).contains(path))
  }

  @Test("what the home of a party learns and its trust are idle where the first refusal ends the run")
  func home() throws {
    func paths(_ failures: String) throws -> Set<String> {
      try self.paths(
        shuttle(
          ann: ", \"ratification\": {\"quota\": 1, \"failures\": \(failures), \"trust_loss\": 0.2, "
            + "\"learning\": 0.5, \"factions\": {\"x\": {\"weight\": 1, \"minimum\": 0.2, \"carrot_share\": 0.5}}}",
          eve: "\"formulate\": 0.5", top: "\"talks\": {\"resume\": {\"base\": 1}},"))
    }
    let home = "parties.ann.ratification"
    #expect(
      try paths("1") == [
        "\(home).trust_loss", "\(home).learning", "\(home).factions.x.carrot_share", "talks.resume.base",
      ])
    #expect(try paths("2") == ["\(home).factions.x.carrot_share"])
  }

  @Test("what an event may change is not idle for being 0 at first")
  func events() throws {
    let text = shuttle(
      eve: "\"formulate\": 0.5, \"toward\": {\"ann\": {\"carrot\": 0.2}}",
      top:
        "\"events\": {\"e\": {\"rate\": 0.1, \"effects\": [{\"on\": \"mediators.eve.manipulate\", \"add\": 1}]}},"
    )
    #expect(try paths(text) == [])
    let never = ScenarioSetting(path: "events.e.rate", value: "0")
    #expect(try paths(text, settings: [never]).contains("events.e"))
  }

  @Test("what matters in one model is not idle, and what matters in none is told once, where it stands")
  func models() throws {
    let models =
      "\"models\": {\"a\": {\"weight\": 1, \"patch\": {}}, \"b\": {\"weight\": 1, \"patch\": {\"forums\": {\"f\": {\"protocol\": \"alternating\"}}}}},"
    let text = shuttle(
      ann: ",\n\"offer\": \"modelled\",\n\"voter\": \"hill_climber\"", eve: "\"formulate\": 0.5", top: models)
    #expect(try told(text).map { $0.prefix(29) } == ["t:12:1: warning: parties.ann."])
    #expect(try paths(text) == ["parties.ann.voter"])
    let chosen = ScenarioSetting(path: "model", value: "a")
    #expect(try paths(text, settings: [chosen]) == ["parties.ann.voter", "parties.ann.offer"])
  }
}
