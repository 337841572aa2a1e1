import Bargaining
import Simulation
import Synchronization
import Testing

/// Simulations whose runs are too long to wait for.
struct BrokenOffSimulationTests {
  /// Two demands that exclude each other, in a run of many rounds.
  private static func quarrel(rounds: Int) throws -> Scenario {
    try Texts.scenario(Texts.pie(fine: false, reservation: #"{"uniform": [0.7, 0.8]}"#, rounds: rounds))
  }

  @Test("a run that is broken off is not counted, and those before it are", arguments: [1, 3])
  func runBrokenOff(threads: Int) throws {
    let scenario = try Self.quarrel(rounds: 300_000)
    for limit in [1, 20, 90] {
      let counter = StopCounter(after: limit)
      let stopped = try Ensemble(
        scenario, plan: SimulationPlan(runs: 40, seed: 4, threads: threads, efficiency: .off)
      ).run(shouldStop: { counter.shouldStop() })
      #expect(stopped.wasStopped && stopped.runs < 40)
      let again = try Ensemble(
        scenario, plan: SimulationPlan(runs: stopped.runs, seed: 4, threads: 1, efficiency: .off)
      ).run()
      #expect(try Texts.csv(stopped) == Texts.csv(again))
    }
  }

  @Test("trial runs before the first are broken off, too")
  func trialRunsBefore() throws {
    let counter = StopCounter(after: 0)
    let stopped = try Ensemble(try Self.quarrel(rounds: 1_000_000), plan: SimulationPlan(runs: 5)).run(
      shouldStop: { counter.shouldStop() })
    #expect(stopped.wasStopped && stopped.runs == 0)
  }

  @Test("a tally that is only looked at keeps its long runs whole")
  func tallyOnlyLooked() throws {
    let scenario = try Self.quarrel(rounds: 300_000)
    let simulation = Ensemble(scenario, plan: SimulationPlan(runs: 3, threads: 1))
    var tally = OutcomeTally(for: scenario)
    var pauses = 0
    while tally.runs < 3, pauses < 50 {
      // Every second question is answered by yes, which inside a run would break it off.
      let asked = Atomic<Int>(0)
      _ = try simulation.extend(
        &tally, shouldStop: { asked.wrappingAdd(1, ordering: .relaxed).newValue % 2 == 0 },
        shouldBreakOff: { false })
      pauses += 1
    }
    #expect(tally.runs == 3)
  }
}
