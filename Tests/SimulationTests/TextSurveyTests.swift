import Bargaining
import Scenarios
import Simulation
import Synchronization
import Testing

/// Surveys of all texts on several threads, and their limits.
@Suite("Survey of all texts")
struct TextSurveyTests {
  /// Two parties that want opposite things of two issues, not known how much; one asks its home.
  static let talks = """
    {"rounds": 3,
     "issues": {"land": {"range": {"from": 0, "to": 9, "step": 1}}, "water": {"options": ["low", "mid", "high"]}},
     "parties": {
       "up": {"preferences": {"land": {"weight": {"uniform": [1, 3]}, "shape": "increasing"},
                              "water": {"weight": 1, "values": {"low": 0, "mid": {"uniform": [0.2, 0.9]}, "high": 1}}},
              "red_lines": [{"land": 0, "water": "low"}], "reservation": {"uniform": [0.2, 0.6]}, "tactic": {"time": {"beta": 1}}},
       "down": {"preferences": {"land": {"weight": 1, "shape": "decreasing"},
                                "water": {"weight": {"uniform": [0.5, 2]}, "values": {"low": 1, "mid": {"uniform": [0.2, 0.9]}, "high": 0}}},
                "reservation": {"uniform": [0.2, 0.6]}, "tactic": {"time": {"beta": 1}},
                "ratification": {"quota": 0.5, "factions": {"farmers": {"weight": 1, "minimum": {"uniform": [0.2, 0.5]}}}}}},
     "implementation": {"phases": {"first": {"issues": ["land"]}, "second": {"issues": ["water"]}},
                        "failure": {"base": -2, "temptation": 1}}}
    """

  static func scenario(_ text: String = talks) throws -> Scenario {
    try ScenarioReader.read(text: text, name: "test.jsonc").scenario
  }

  static func survey(_ scenario: Scenario, draws: Int, seed: UInt64 = 3, threads: Int = 2) throws
    -> TextSurvey
  {
    try TextSurvey(scenario, plan: TextSurveyPlan(draws: draws, seed: seed, threads: threads))
  }

  /// Everything that a tally says.
  private func figures(_ scenario: Scenario, draws: Int, threads: Int) throws -> [String] {
    let survey = try Self.survey(scenario, draws: draws, threads: threads)
    let (tally, means) = try #require(survey.tally())
    return (0..<survey.pool.space.count).map { text in
      let options = survey.pool.space.options(of: text)
      return
        "\(options) \(tally.acceptances(of: text)) \(tally.acceptancesAtTable(of: text)) \(tally.regret(of: text)) "
        + "\(tally.durability(of: text) ?? -1) \(means.surplus(of: options, to: 0)) \(means.surplus(of: options, to: 1))"
    } + ["\(tally.draws) \(tally.openDraws)"]
  }

  @Test("a survey says the same on one, two, three and eight threads")
  func threads() throws {
    let scenario = try Self.scenario()
    let one = try figures(scenario, draws: 700, threads: 1)
    for threads in [2, 3, 8] { #expect(try figures(scenario, draws: 700, threads: threads) == one) }
    #expect(Set(one).count == 31)
  }

  @Test("more texts times draws than are looked at one by one are refused with both numbers")
  func limits() throws {
    let scenario = try Self.scenario()
    let issues = (0..<8).map { #""i\#($0)": {"range": {"from": 0, "to": 9, "step": 1}}"# }
    let weights = (0..<8).map { #""i\#($0)": {"weight": 1, "shape": "increasing"}"# }.joined(separator: ", ")
    let party = #"{"preferences": {\#(weights)}, "reservation": 0, "tactic": {"time": {"beta": 1}}}"#
    let large = try Self.scenario(
      #"{"rounds": 1, "issues": {\#(issues.joined(separator: ", "))}, "parties": {"a": \#(party), "b": \#(party)}}"#
    )
    guard case .search(let space) = try TextSurveyPlan(draws: 200).scope(of: large) else {
      Issue.record("100,000,000 texts are not searched")
      return
    }
    #expect(space.count == 100_000_000)
    do {
      _ = try TextSurveyPlan(draws: 20_000).scope(of: large)
      Issue.record("100,000,000 texts in 20,000 draws were not refused")
    } catch {
      #expect("\(error)".contains("100000000 texts, with 20000 draws 2000000000000 in all"))
      #expect("\(error)".contains("at most 10^12 texts times draws"))
    }
    #expect(try Self.survey(scenario, draws: 1).pool.count == 30)
  }

  @Test("what is acceptable where others are not, and in which draws, adds up to what is acceptable")
  func uncovered() throws {
    let survey = try Self.survey(try Self.scenario(), draws: 400)
    let (tally, _) = try #require(survey.tally())
    let texts = [7, 13, 16]
    let rest = try #require(survey.tally(without: texts))
    let every = Array(0..<survey.pool.space.count)
    let acceptances = try #require(survey.acceptances(of: every))
    for text in every {
      let draws = (0..<400).filter { acceptances.accepts(text, in: $0) }
      #expect(draws.count == tally.acceptances(of: text))
      let uncovered = draws.filter { draw in !texts.contains { acceptances.accepts($0, in: draw) } }
      #expect(uncovered.count == rest.acceptances(of: text), "\(text)")
    }
    #expect(every.contains { rest.acceptances(of: $0) > 0 } && rest.acceptances(of: 7) == 0)
  }

  @Test("each draw is that of the run of the same number")
  func sameDraws() throws {
    // A run cannot end otherwise than on what is acceptable before its first round, where nothing
    // changes in it.
    let scenario = try Self.scenario()
    let survey = try Self.survey(scenario, draws: 60, seed: 9)
    let every = Array(0..<survey.pool.space.count)
    let acceptances = try #require(survey.acceptances(of: every))
    let negotiation = try Negotiation(scenario)
    var agreed = 0
    for run in 0..<60 {
      negotiation.run(UInt32(run), seed: 9)
      guard negotiation.record.ending.isAgreement else { continue }
      agreed += 1
      let text = try #require(survey.pool.space.rank(of: negotiation.record.options.map(Int.init)))
      #expect(acceptances.accepts(text, in: run), "run \(run)")
    }
    #expect(agreed >= 5)
  }

  @Test("a survey that is stopped says nothing")
  func stopped() throws {
    let survey = try Self.survey(try Self.scenario(), draws: 50)
    #expect(survey.tally(shouldStop: { true }) == nil)
    #expect(survey.refusals(of: [1], shouldStop: { true }) == nil)
  }

  /// Keeps records in memory, and can lose some.
  private final class Records: StudyMemory {
    private let state = Mutex((stage: 0, records: [[Int]: [UInt8]](), known: 0))
    var count: Int { state.withLock { $0.records.count } }
    var known: Int { state.withLock { $0.known } }
    func beginStage() { state.withLock { $0.stage += 1 } }
    func record(of item: Int) -> [UInt8]? {
      state.withLock { state in
        guard let record = state.records[[state.stage, item]] else { return nil }
        state.known += 1
        return record
      }
    }
    func keep(_ record: [UInt8], of item: Int) {
      state.withLock { $0.records[[$0.stage, item]] = record }
    }
    /// Goes back to the first stage; every third record is lost, some are damaged.
    func begin() {
      state.withLock { state in
        (state.stage, state.known) = (0, 0)
        for key in state.records.keys where key[1] % 3 == 1 { state.records[key] = nil }
        for key in state.records.keys where key[1] % 7 == 2 { state.records[key]?.removeLast() }
      }
    }
  }

  @Test("a tally goes on from the blocks that a memory holds, and does again those that are lost or damaged")
  func memory() throws {
    var plan = TextSurveyPlan(draws: 2_000, seed: 3, threads: 2)
    plan.pairsPerBlock = 5_000
    let survey = try TextSurvey(try Self.scenario(), plan: plan)
    let records = Records()
    let (tally, means) = try #require(survey.tally(memory: records))
    #expect(records.count == 12)
    records.begin()
    let (again, meansAgain) = try #require(survey.tally(memory: records))
    // 4 of 12 are lost; 2 and 9 are handed out, and are no records.
    #expect(records.known == 8)
    let whole = try #require(try Self.survey(try Self.scenario(), draws: 2_000).tally())
    #expect(whole.tally.totals == tally.totals && whole.means == means)
    #expect(again.totals == tally.totals && meansAgain == means)
    for text in 0..<tally.texts {
      #expect(again.counts(of: text) == tally.counts(of: text))
      #expect(whole.tally.counts(of: text) == tally.counts(of: text))
    }
  }
}
