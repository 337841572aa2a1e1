import Bargaining
import Randomness
import Reports
import Testing

@Suite struct ScenarioLabelsTests {
  /// A scenario with one issue, a mediator and a few numbers, of every provenance.
  static let scenario: Scenario = {
    var list = ParameterList()
    let sourced = list.add(
      "issues.aid.tentative.firmness", .constant(0.5), provenance: .sourced(["F26", "F24"]))
    let assumed = list.add(
      "mediators.bishop_of_visby.formulate", .uniform(low: 0.4, high: 0.95),
      provenance: .assumption("he likes to write"))
    let bare = list.add(
      "talks.resume.base", .triangular(low: 0, mode: 0.1, high: 0.5), provenance: .assumption(nil))
    let unmarked = list.add("mediation.noise", .beta(a: 2, b: 3), provenance: .unmarked)
    let byDefault = list.add("talks.progress", .constant(0), provenance: .byDefault)
    return Scenario(
      identifier: "herring", name: LocalizedText([.init(language: "ar", text: "الرنجة")]), rounds: 10,
      issues: [
        Issue(
          name: "aid",
          label: LocalizedText([.init(language: "en", text: "Aid"), .init(language: "ar", text: "المساعدات")]
          ),
          options: [
            IssueOption(name: "100", value: 100),
            IssueOption(name: "500", label: LocalizedText("plenty"), value: 500),
          ], unit: "trucks/day", statusQuo: 0,
          tentative: Tentative(option: 1, firmness: sourced, reopening: .never))
      ], parties: [],
      mediators: [
        Mediator(
          name: "bishop_of_visby", preferences: Preferences(issues: [nil]), facilitate: byDefault,
          formulate: assumed, manipulate: byDefault, ownInterest: byDefault, toward: [])
      ],
      mediation: Mediation(noise: unmarked, incoherence: byDefault), forums: [],
      talks: Talks(
        startSuspended: false, resume: .init(base: bare, mediation: byDefault, pain: byDefault),
        suspendAfter: nil,
        progress: byDefault, collapseWhileActive: byDefault, collapseWhileSuspended: byDefault),
      parameters: list.parameters)
  }()

  @Test("labels are in the reader's language, else in any, else the machine name in words")
  func labelsReaderS() {
    let arabic = ScenarioLabels(Self.scenario, language: "ar")
    #expect(arabic.issue(0) == "المساعدات")
    let french = ScenarioLabels(Self.scenario, language: "fr")
    #expect(french.title == "الرنجة")
    #expect(french.issue(0) == "Aid")
    #expect(french.mediator(0) == "bishop of visby")
  }

  @Test("a numeric option carries its unit unless it has a label of its own")
  func numericOptionCarries() {
    let labels = ScenarioLabels(Self.scenario, language: "en")
    #expect(labels.option(0, of: 0) == "100 trucks/day")
    #expect(labels.option(1, of: 0) == "plenty")
  }

  @Test("numbers are counted by what they rest on")
  func numbersCountedThey() {
    #expect(
      ReportContent.Provenance(of: Self.scenario) == .init(sourced: 1, assumed: 2, unmarked: 1, byDefault: 1))
  }

  @Test("an assumption bears its owner, its range and the author's words, an unmarked number is shown up")
  func assumptionBearsOwner() {
    #expect(
      ScenarioLabels(Self.scenario, language: "en").assumptions == [
        .init(
          actor: "bishop of visby", path: "mediators.bishop_of_visby.formulate",
          range: "uniform from 0.4 to 0.95",
          words: "he likes to write"),
        .init(
          actor: "Talks", path: "talks.resume.base", range: "triangular from 0 to 0.5, most likely 0.1"),
        .init(
          actor: "Mediation", path: "mediation.noise", range: "beta with a = 2, b = 3",
          words: "no source and no reason is given"),
      ])
  }

  @Test("a fact bears the numbers of its sources")
  func factBearsNumbers() {
    #expect(
      ScenarioLabels(Self.scenario, language: "en").facts == [
        .init(path: "issues.aid.tentative.firmness", value: "0.5", sources: ["F26", "F24"])
      ])
  }

  @Test("a term says whether it moves off the status quo")
  func termSaysWhether() {
    let labels = ScenarioLabels(Self.scenario, language: "en")
    #expect(labels.term(1, of: 0) == .init(issue: "Aid", option: "plenty", isMoved: true))
    #expect(labels.term(0, of: 0) == .init(issue: "Aid", option: "100 trucks/day", isMoved: false))
  }

  @Test(
    "a law is said in words",
    arguments: [
      (Distribution.constant(500), "500"),
      (
        .normal(mean: 0.5, standardDeviation: 0.1, low: 0, high: 1),
        "normal around 0.5, s.d. 0.1, from 0 to 1"
      ),
      (
        .choice([.init(value: 1, probability: 0.25), .init(value: 2, probability: 0.75)]),
        "1 (25.0%) or 2 (75.0%)"
      ),
    ])
  func lawSaidWords(law: Distribution, words: String) {
    #expect(law.inWords == words)
  }
}
