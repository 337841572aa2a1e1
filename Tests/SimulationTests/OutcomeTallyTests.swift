import Bargaining
import Scenarios
import Simulation
import Synchronization
import Tables
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
      var rest = try #require(OutcomeTally(bytes: first.bytes))
      #expect(rest == first && rest.fits(scenario))
      try extend(&rest, to: 700)
      #expect(rest.bytes == whole.bytes)
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

  @Test("too few or too many bytes are none, and those of another scenario do not fit")
  func foreignBytes() throws {
    var tally = OutcomeTally(for: scenario)
    try extend(&tally, to: 50)
    let bytes = tally.bytes
    for length in bytes.indices { #expect(OutcomeTally(bytes: Array(bytes.prefix(length))) == nil) }
    #expect(OutcomeTally(bytes: bytes + [0]) == nil)
    var other = scenario
    other.rounds += 1
    #expect(!tally.fits(other))
  }

  /// The numbers that are written: runs, rounds sat, then lists, each after its length.
  private func words(of tally: OutcomeTally) -> [UInt64] {
    var reader = WordReader(tally.bytes)
    var words: [UInt64] = []
    while let word = reader.word() { words.append(word) }
    return words
  }

  /// Any of them may be a number that no run has made.
  @Test("words by which a run ends twice, or never, or which are no numbers, are none")
  func impossibleWords() throws {
    var tally = OutcomeTally(for: scenario)
    try extend(&tally, to: 50)
    let words = words(of: tally)
    // Of each party the number of runs, the mean and the squared deviations.
    let numbers = Set([words.count - 5, words.count - 4, words.count - 2, words.count - 1])
    var refused = 0
    for place in words.indices {
      let absurd =
        numbers.contains(place)
        ? [Double.infinity.bitPattern, Double.nan.bitPattern]
        : [UInt64(Int.max), 1 << 40, words[place] &+ 1]
      for word in absurd {
        var writer = WordWriter()
        for (index, other) in words.enumerated() { writer.write(index == place ? word : other) }
        // One more round is within what the runs may have sat.
        let isPossible = place == 1 && word == words[place] + 1
        #expect((OutcomeTally(bytes: writer.bytes) != nil) == isPossible, "word \(place): \(word)")
        refused += isPossible ? 0 : 1
      }
    }
    #expect(refused > 100)
  }
}
