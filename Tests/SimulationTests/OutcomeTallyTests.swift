import Bargaining
import Scenarios
import Simulation
import Synchronization
import Testing

@Suite("A tally")
struct OutcomeTallyTests {
  private let scenario: Scenario

  init() throws {
    scenario = try ScenarioReader.read(
      text: """
        {
          "rounds": 12,
          "issues": {"parts": {"range": {"from": 0, "to": 10, "step": 1}}},
          "parties": {
            "a": {"preferences": {"parts": {"weight": 1, "shape": "increasing"}},
                  "reservation": {"uniform": [0.2, 0.6]}, "tactic": {"time": {"beta": 1}}},
            "b": {"preferences": {"parts": {"weight": 1, "shape": "decreasing"}},
                  "reservation": {"uniform": [0.2, 0.6]}, "tactic": {"time": {"beta": 1}}},
          },
        }
        """, name: "pie.jsonc"
    ).scenario
  }

  private func extend(_ tally: inout OutcomeTally, to runs: Int, step: Int = 100, threads: Int = 2) throws {
    let plan = SimulationPlan(runs: runs, seed: 11, threads: threads)
    let wasStopped = try Ensemble(scenario, plan: plan).extend(&tally, step: step)
    #expect(!wasStopped)
  }

  @Test("has the counts and, to the last bit, the means of the distribution of the same runs")
  func sameAsDistribution() throws {
    let runs = SimulationPlan.blockSize + 500
    let distribution = try Ensemble(scenario, plan: SimulationPlan(runs: runs, seed: 11)).run()
    var tally = OutcomeTally(for: scenario)
    try extend(&tally, to: runs)
    #expect(tally.runs == runs)
    #expect(tally.endings == distribution.endings)
    #expect(tally.agreements == distribution.agreements)
    #expect(tally.roundsSat == distribution.roundsSat)
    #expect(tally.medianRound == distribution.survival.medianRound)
    #expect(
      tally.utilities.map { $0.mean?.bitPattern }
        == distribution.parties.map { $0.utility.moments.mean?.bitPattern })
  }

  @Test("put down word by word and gone on with, is that of the runs in one go, wherever it was cut")
  func inPieces() throws {
    var whole = OutcomeTally(for: scenario)
    try extend(&whole, to: 700)
    for cut in [1, 63, 64, 99, 100, 101, 650, 699] {
      var first = OutcomeTally(for: scenario)
      try extend(&first, to: cut, threads: 1)
      var rest = try #require(OutcomeTally(words: first.words, for: scenario))
      #expect(rest == first)
      try extend(&rest, to: 700)
      #expect(rest.words == whole.words)
    }
  }

  @Test("is looked at after the same numbers of runs, whatever it had before")
  func looks() throws {
    var tally = OutcomeTally(for: scenario)
    try extend(&tally, to: 130)
    var looks: [Int] = []
    let plan = SimulationPlan(runs: 350, seed: 11)
    _ = try Ensemble(scenario, plan: plan).extend(
      &tally, step: 100,
      goesOn: { tally in
        looks.append(tally.runs)
        return true
      })
    #expect(looks == [200, 300, 350])
  }

  @Test("words of another scenario, or too few, are none")
  func foreignWords() throws {
    let words = OutcomeTally(for: scenario).words
    #expect(OutcomeTally(words: Array(words.dropLast()), for: scenario) == nil)
    #expect(OutcomeTally(words: words + [0], for: scenario) == nil)
  }

  /// Runs, rounds sat, five endings, then by round: any of them may be a number that no run has
  /// made.
  @Test("words by which a run ends twice, or never, or which are no numbers, are none")
  func impossibleWords() throws {
    var tally = OutcomeTally(for: scenario)
    try extend(&tally, to: 50)
    let words = tally.words
    for place in words.indices {
      for absurd in [UInt64(Int.max), 1 << 40, words[place] &+ 1] {
        var changed = words
        changed[place] = place < words.count - 4 ? absurd : Double.infinity.bitPattern
        // One more round is within what the runs may have sat.
        let isPossible = place == 1 && absurd == words[place] + 1
        #expect(
          (OutcomeTally(words: changed, for: scenario) != nil) == isPossible, "word \(place): \(absurd)")
      }
    }
  }
}
