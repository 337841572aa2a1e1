import Bargaining
import Experiments
import Scenarios
import Tables
import Testing

/// What is scored of one case and of several, and what is not.
@Suite("Scores of cases")
struct CaseScoreTests {
  /// Ten rounds, 100 runs: 40 agree in round 2, 20 in round 6, 30 collapse, 10 run out of time.
  static func forecast(_ name: String = "talks", agreements: [Int] = [0, 0, 40, 0, 0, 0, 20, 0, 0, 0]) throws
    -> ForecastRecord
  {
    let agreed = agreements.reduce(0, +)
    func answer(_ name: String, _ count: Int, of total: Int) -> JSONValue {
      .object([
        "name": .string(name), "count": .integer(count),
        "share": .real(total > 0 ? Double(count) / Double(total) : 0),
      ])
    }
    let failures = 100 - agreed
    let endings: [JSONValue] = [
      answer("full_agreement", agreed / 2, of: 100),
      answer("partial_agreement", agreed - agreed / 2, of: 100),
      answer("rejected_at_home", 0, of: 100), answer("collapsed", failures - failures / 4, of: 100),
      answer("out_of_time", failures / 4, of: 100),
    ]
    var sum = 0
    let reached = agreements.map { count -> JSONValue in
      sum += count
      return .real(Double(sum) / 100)
    }
    let json: JSONValue = .object([
      "result": .string("results/\(name)"), "manifest_sha256": "0", "program": "0",
      "scenario": .string(name), "runs": 100, "endings": .array(endings),
      "agreements": .array(agreements.map { .integer($0) }), "agreed": .array(reached),
      "issues": .array([
        .object([
          "name": "land",
          "options": .array([
            answer("0", agreed / 2, of: agreed), answer("50", agreed - agreed / 2, of: agreed),
            answer("100", 0, of: agreed),
          ]),
          "initial": 0, "status_quo": 0,
        ])
      ]),
      "labels": .object([
        "issues.land": .array([.array(["en", "The land"]), .array(["ar", "الأرض"])]),
        "issues.land.unit": .array([.array(["", "%"])]),
      ]),
    ])
    return try #require(ForecastRecord(json))
  }

  private func outcome(_ text: String, of forecast: ForecastRecord? = nil) throws -> ObservedOutcome {
    try OutcomeFileReader.read(
      SourceText(name: "case.jsonc", text: text), for: try forecast ?? Self.forecast())
  }

  private func score(
    _ text: String, _ request: ScoreResult.Request = ScoreResult.Request(), of forecast: ForecastRecord? = nil
  ) throws -> CaseScore {
    let forecast = try forecast ?? Self.forecast()
    return try #require(ScoreResult([(forecast, try outcome(text, of: forecast))], request).cases.first)
  }

  private static let full = #"{"agreement": {"round": 6, "outcome": {"land": 50}}}"#

  @Test("an agreement is scored by its share, its ending, its option and its round")
  func agreement() throws {
    let score = try score(Self.full)
    #expect(abs((score["agreement"]?.brier ?? 0) - 0.16) < 1e-12)
    #expect(abs((score["agreement"]?.log ?? 0) - 0.510_825_623_765_990_7) < 1e-12)  // -ln 0.6
    #expect(score["full_agreement"]?.outcome == "1" && score["collapsed"]?.outcome == "0")
    // 0.7² + 0.3² + 0.3² + 0.1²
    #expect(abs((score["ending"]?.brier ?? 0) - 0.68) < 1e-12)
    #expect(score["ending"]?.outcome == "full_agreement" && score["ending"]?.forecast == 0.3)
    #expect(score["land"]?.outcome == "50" && abs((score["land"]?.brier ?? 0) - 0.5) < 1e-12)
    #expect(score["agreement_by_5"]?.outcome == "0" && score["agreement_by_6"]?.outcome == "1")
    // Rounds 2 to 5: 0.4² each; 6 to 9: 0.4² each.
    #expect(abs((score.time?.crps ?? 0) - 8 * 0.16) < 1e-12)
    #expect(score.time?.median == 6 && score.unscored.isEmpty)
  }

  @Test("what was not decided when one last looked is not scored as a no")
  func censored() throws {
    let score = try score(#"{"agreement": null, "observed_until": 4}"#)
    #expect(score.events.map(\.name) == (0..<4).map { "agreement_by_\($0)" })
    #expect(score.events.allSatisfy { $0.outcome == "0" })
    let left = Set(score.unscored.filter { $0.reason == .undecided }.map(\.event))
    #expect(
      left.isSuperset(of: ["agreement", "ending", "collapsed", "out_of_time", "land", "agreement_by_4"]))
    // Only rounds 2 and 3 count, with 0.4² each.
    #expect(score.time?.until == 4 && abs((score.time?.crps ?? 0) - 0.32) < 1e-12)
    #expect(score.agreed == nil)
  }

  @Test("an agreement after the window, and talks open at its end, are none in the window")
  func window() throws {
    for text in [#"{"agreement": {"round": 10}}"#, #"{"agreement": null, "observed_until": 25}"#] {
      let score = try score(text)
      #expect(score["agreement"]?.outcome == "0" && score["ending"]?.outcome == "out_of_time", "\(text)")
      #expect(score.time?.observed == nil && score.time?.until == 10)
      #expect(score.unscored.map(\.reason) == [.noAgreement])
    }
  }

  @Test("an agreement of unknown kind leaves its kind open, and still is no failure")
  func unknownKind() throws {
    let score = try score(#"{"agreement": {"round": 2}}"#)
    #expect(score["agreement"]?.outcome == "1" && score["collapsed"]?.outcome == "0")
    #expect(score["full_agreement"] == nil && score["ending"] == nil)
    let unknown = score.unscored.filter { $0.reason == .unknown }.map(\.event)
    #expect(unknown == ["full_agreement", "partial_agreement", "ending", "land"])
  }

  @Test("what no run gave is scored by the rule that is asked for, and infinite by the last")
  func unseen() throws {
    let text = #"{"agreement": {"round": 2, "outcome": {"land": "100"}}}"#
    // 60 agreements, 3 options: 1/2 of 61.5; 1 of 63.
    for (rule, p) in [(ZeroRule.jeffreys, 0.5 / 61.5), (.laplace, 1.0 / 63), (.infinite, 0)] {
      let land = try score(text, ScoreResult.Request(rule: rule))["land"]
      #expect(land?.isUnseen == true)
      #expect(land?.forecast == 0 && abs((land?.brier ?? 0) - 1.5) < 1e-12)
      let expected = ProperScores.logarithmic(p)
      #expect(land?.log == expected, "\(rule)")
    }
    #expect(try score(Self.full)["land"]?.isUnseen == false)
  }

  @Test("where no run agreed nothing is forecast of the terms")
  func noForecast() throws {
    let never = try Self.forecast(agreements: Array(repeating: 0, count: 10))
    let score = try score(Self.full, of: never)
    #expect(score["land"] == nil && score.unscored.map(\.reason) == [.noForecast])
    #expect(score["agreement"]?.isUnseen == true && score["agreement"]?.brier == 1)
  }

  @Test("baselines say what they are said to say")
  func baselines() throws {
    let rates = BaseRates(agreement: 0.3, events: ["collapsed": 0.5])
    let score = try score(Self.full, ScoreResult.Request(rates: rates, baseline: .baseRate))
    func forecast(_ event: String, _ baseline: Baseline) -> Double? {
      score[event]?.rivals.first { $0.baseline == baseline }?.forecast
    }
    #expect(forecast("agreement", .uniform) == 0.5 && forecast("collapsed", .uniform) == 0.2)
    #expect(abs((forecast("land", .uniform) ?? 0) - 1.0 / 3) < 1e-15)
    #expect(abs((forecast("agreement_by_3", .uniform) ?? 0) - 0.2) < 1e-15)
    #expect(forecast("agreement", .persistence) == 0 && forecast("out_of_time", .persistence) == 1)
    // The status quo is the option 0, and 50 came true.
    #expect(forecast("land", .persistence) == 0 && score["land"]?.rivals.last?.brier == 2)
    #expect(forecast("agreement", .baseRate) == 0.3 && forecast("collapsed", .baseRate) == 0.5)
    #expect(forecast("land", .baseRate) == nil)
    // What collapse leaves, 0.5, is shared by 0.15, 0.15 and two times 0.7/3.
    let open = 0.15 + 0.15 + 2 * 0.7 / 3
    #expect(abs((forecast("ending", .baseRate) ?? 0) - 0.15 * 0.5 / open) < 1e-15)
    #expect(forecast("agreement", .leaveOneOut) == nil)
  }

  @Test("each of several cases is held against the rate of the others alone")
  func leaveOneOut() throws {
    let texts = [
      Self.full, #"{"agreement": null, "ending": "collapsed", "round": 4}"#, Self.full,
      #"{"agreement": null, "observed_until": 3}"#,
    ]
    let cases = try texts.enumerated().map { number, text in
      let forecast = try Self.forecast("talks-\(number)")
      return (forecast: forecast, outcome: try outcome(text, of: forecast))
    }
    let result = ScoreResult(cases)
    let rates = result.cases.map { score in
      score["agreement"]?.rivals.first { $0.baseline == .leaveOneOut }?.forecast
    }
    // Of two others one agreed: (1 + 1/2)/3; of two that both did (2 + 1/2)/3. The last is
    // undecided.
    #expect(rates == [0.5, 2.5 / 3, 0.5, nil])
    // The mean of 0.16, 0.36 and 0.16.
    let mean = try #require(result.mean(of: "agreement"))
    #expect(mean.cases == 3 && abs(mean.brier - 0.68 / 3) < 1e-12)
    // An agreement and five endings each, three options of the two that agreed.
    #expect(result.calibration?.count == 3 * 6 + 2 * 3)
    let tables = try result.tables()
    #expect(
      tables.map(\.name) == ["scores", "baselines", "times", "unscored", "calibration", "decomposition"])
    #expect(tables[0].columns.map(\.name).last == "case")
  }

  @Test("a forecast that a manifest keeps is read back the same")
  func kept() throws {
    let forecast = try Self.forecast()
    #expect(ForecastRecord(forecast.json.asStored) == forecast)
    #expect(forecast.label(ofIssue: "land", in: "ar") == "الأرض")
    #expect(forecast.label(ofIssue: "water_use", in: "en") == "water use")
    #expect(forecast.label(ofOption: "50", of: "land", in: "en") == "50 %")
    #expect(forecast.title(in: "en") == forecast.scenario)
    #expect(ForecastRecord(.object(["result": "r"])) == nil)
  }

  @Test(
    "a faulty outcome file is refused where the fault stands",
    arguments: [
      (#"{"ending": "collapsed"}"#, 1, 1, #"needs "agreement""#),
      (#"{"agreement": null}"#, 1, 1, #"need "ending""#),
      (#"{"agreement": null, "ending": "colapsed"}"#, 1, 31, "unknown ending"),
      (#"{"agreement": null, "ending": "full_agreement"}"#, 1, 31, "full_agreement is an agreement"),
      (#"{"agreement": {"round": 6}, "observed_until": 5}"#, 1, 25, "round 6 was not watched"),
      (#"{"agreement": {"outcome": {}}}"#, 1, 15, #"needs "round""#),
      (#"{"agreement": {"round": 6.5}}"#, 1, 25, "must be a whole number"),
      ("{\"agreement\": {\"round\": 6,\n \"outcome\": {\"land\": 51}}}", 2, 22, #"unknown option "51""#),
      (#"{"agreement": {"round": 6, "outcome": {"lnd": 50}}}"#, 1, 40, #"unknown issue "lnd""#),
      (
        #"{"agreement": {"round": 6, "outcome": {"land": 50}}, "ending": "partial_agreement"}"#, 1, 64,
        "by its terms this is a full_agreement"
      ),
      (#"{"scenario": "other", "agreement": null, "observed_until": 3}"#, 1, 14, #"the outcome of "other""#),
      (#"{"agreement": null, "round": 3, "observed_until": 9}"#, 1, 30, #"needs "ending""#),
      (#"{"agreement": null, "until": 3, "observed_until": 9}"#, 1, 21, #"unknown key "until""#),
      (#"{"agreement": [}"#, 1, 16, ""),
    ])
  func faults(_ text: String, _ line: Int, _ column: Int, _ message: String) throws {
    do {
      _ = try outcome(text)
      Issue.record("no fault was found in \(text)")
    } catch let fault as ScenarioFault {
      let found = fault.diagnostics.list()
      #expect(
        found.contains {
          $0.line == line && $0.column == column && (message.isEmpty || $0.message.contains(message))
        },
        "\(fault)")
    }
  }
}
