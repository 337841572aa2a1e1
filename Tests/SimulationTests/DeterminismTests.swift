import Bargaining
import Foundation
import Simulation
import Testing

struct DeterminismTests {
  /// A scenario with everything in it: two forums, two mediators, events, suspension, collapse, a
  /// tentative settlement.
  static let rich = """
    {"rounds": 25,
     "issues": {
       "land": {"options": ["none", "some", "most", "all"], "status_quo": "none",
                "tentative": {"option": "some", "firmness": {"uniform": [0.2, 0.8]}}},
       "water": {"range": {"from": 0, "to": 50, "step": 10}, "status_quo": 0},
       "guard": {"options": ["none", "light", "full"], "status_quo": "none"}},
     "parties": {
       "north": {"preferences": {
                   "land": {"weight": {"uniform": [0.3, 0.6]}, "values": {"none": 0, "some": 0.3, "most": 0.8, "all": 1}},
                   "water": {"weight": 0.3, "shape": "increasing"},
                   "guard": {"weight": {"triangular": [0.1, 0.2, 0.3]}, "values": {"none": 1, "light": 0.6, "full": 0}}},
                 "interactions": [{"when": {"land": "all", "guard": "full"}, "add": {"uniform": [-0.2, 0.2]}}],
                 "reservation": {"uniform": [0.2, 0.6]}, "cost_of_delay": {"uniform": [0, 0.01]},
                 "tactic": {"time": {"beta": {"uniform": [0.3, 1.5]}}}, "willingness": {"uniform": [0.6, 1]}, "offer": "closest"},
       "south": {"preferences": {
                   "land": {"weight": {"uniform": [0.3, 0.6]}, "values": {"none": 1, "some": 0.7, "most": 0.2, "all": 0}},
                   "water": {"weight": 0.3, "shape": "decreasing"},
                   "guard": {"weight": 0.3, "values": {"none": 0, "light": 0.7, "full": 1}}},
                 "red_lines": [{"land": "all", "guard": "none"}],
                 "reservation": {"normal": [0.4, 0.1], "within": [0.1, 0.7]}, "cost_of_delay": {"uniform": [0, 0.01]},
                 "tactic": {"time": {"beta": {"uniform": [0.5, 2]}, "curve": "exponential", "start": 0.05}}, "willingness": {"beta": [8, 2]}, "offer": "modelled",
                 "acceptance": {"any": ["next", {"time": 0.95}]}}},
     "mediators": {
       "envoy": {"preferences": {"guard": {"weight": 1, "values": {"none": 0, "light": 0.5, "full": 1}}},
                 "facilitate": 0.5, "formulate": 0.7, "manipulate": 0.3, "own_interest": 0.2,
                 "toward": {"north": {"trust": 0.8, "bias": 0.2, "carrot": 0.1}, "south": {"trust": 0.7, "stick": 0.1}}},
       "uncle": {"preferences": {"water": {"weight": 1, "shape": "increasing"}}, "facilitate": 0.2, "formulate": 0.4, "manipulate": 0.5,
                 "toward": {"north": {"trust": 0.5}, "south": {"trust": 0.9, "carrot": {"uniform": [0, 0.1]}}}}},
     "mediation": {"noise": 0.15, "incoherence": 0.4},
     "forums": {
       "table": {"members": ["north", "south"], "mediators": ["envoy"], "protocol": "alternating"},
       "tent": {"members": ["south", "north"], "mediators": ["uncle", "envoy"], "protocol": "shuttle", "every": 2, "from": 1}},
     "talks": {"start": "suspended", "suspend_after": 4, "progress": 0.01, "resume": {"base": 0.1, "mediation": 0.3, "pain": 2},
               "collapse": {"active": 0.005, "suspended": 0.02}},
     "events": {
       "flood": {"rate": 0.05, "effects": [{"on": "parties.north.cost_of_delay", "add": 0.005, "for": 4},
                                           {"on": "parties.south.preferences.water.weight", "multiply": 1.5}]},
       "fair": {"rate": 0.1, "once": true, "effects": [{"on": "mediators.envoy.toward.south.trust", "add": 0.2}]}}}
    """

  @Test("tables and runs are the same bytes on one two three and eight threads")
  func tablesRunsSame() throws {
    let scenario = try Texts.scenario(Self.rich)
    var first: ([String: String], Data)?
    for threads in [1, 2, 3, 8] {
      let path = FileManager.default.temporaryDirectory.appendingPathComponent("runs-\(UUID()).csv").path
      defer { try? FileManager.default.removeItem(atPath: path) }
      let log = try RunLog(scenario, path: path)
      let plan = SimulationPlan(runs: 9_000, seed: 5, threads: threads)
      let distribution = try Ensemble(scenario, plan: plan).run(keepingRunsIn: log)
      try log.commit()
      let result = (try Texts.csv(distribution), try Data(contentsOf: URL(fileURLWithPath: path)))
      if let first { #expect(result.0 == first.0 && result.1 == first.1, "\(threads) threads") }
      first = first ?? result
    }
    // Every ending that the scenario allows for does occur, so that the comparison compares
    // something.
    let endings = try #require(first?.0["endings"])
    #expect(!endings.contains("full_agreement,0") && !endings.contains("collapsed,0"))
    #expect(!endings.contains("partial_agreement,0") && !endings.contains("out_of_time,0"))
  }

  @Test("the same seed repeats and another seed differs")
  func sameSeedRepeats() throws {
    let runs = [UInt64(1), 1, 2].map { seed in
      Result { try Texts.csv(Texts.simulate(Self.rich, runs: 500, seed: seed)) }
    }
    #expect(try runs[0].get() == runs[1].get())
    #expect(try runs[0].get() != runs[2].get())
  }

  @Test("a run is the same run whatever was played before")
  func runSameRun() throws {
    let scenario = try Texts.scenario(Self.rich)
    let worn = try Negotiation(scenario)
    for run in 0..<UInt32(300) {
      worn.run(run, seed: 3, lookingForZone: true)
      let fresh = try Negotiation(scenario)
      fresh.run(run, seed: 3, lookingForZone: true)
      #expect(worn.record == fresh.record, "run \(run)")
    }
  }

  @Test("a listener changes nothing")
  func listenerChangesNothing() throws {
    let scenario = try Texts.scenario(Self.rich)
    let deaf = try Negotiation(scenario)
    let heard = try Negotiation(scenario)
    for run in 0..<UInt32(200) {
      deaf.run(run, seed: 9)
      var transcript = Transcript()
      heard.run(run, seed: 9, observer: &transcript)
      #expect(deaf.record == heard.record)
    }
  }

  @Test("a mediator with strengths zero leaves every table byte identical")
  func mediatorStrengthsZero() throws {
    let inert =
      #""ghost": {"preferences": {"land": {"weight": 1, "values": {"none": 0, "some": 0, "most": 0, "all": 1}}}, "own_interest": 3, "toward": {"north": {"trust": 1, "bias": 1, "carrot": 1, "stick": 1}}}, "#
    let with = Self.rich
      .replacing(#""mediators": {"# + "\n", with: #""mediators": {"# + inert + "\n")
      .replacing(#""mediators": ["envoy"]"#, with: #""mediators": ["ghost", "envoy"]"#)
      .replacing(#""mediators": ["uncle", "envoy"]"#, with: #""mediators": ["uncle", "envoy", "ghost"]"#)
    #expect(with.contains("ghost\", \"envoy"))
    let without = try Texts.csv(Texts.simulate(Self.rich, runs: 3_000))
    #expect(try Texts.csv(Texts.simulate(with, runs: 3_000)) == without)
  }

  @Test("stopping keeps the first runs without a gap")
  func stoppingKeepsFirst() throws {
    let scenario = try Texts.scenario(Self.rich)
    let counter = StopCounter(after: 10)
    let stopped = try Ensemble(scenario, plan: SimulationPlan(runs: 5_000, seed: 4, threads: 2))
      .run(shouldStop: { counter.shouldStop() })
    #expect(stopped.wasStopped)
    #expect(stopped.runs > 0 && stopped.runs < 5_000)
    let again = try Ensemble(scenario, plan: SimulationPlan(runs: stopped.runs, seed: 4, threads: 1)).run()
    #expect(try Texts.csv(stopped) == Texts.csv(again))
  }

  @Test("a precision stops at the same run on any number of threads")
  func precisionStopsSame() throws {
    let scenario = try Texts.scenario(
      Texts.pie(fine: false, reservation: #"{"uniform": [0.3, 0.7]}"#, rounds: 4))
    let runs = try [1, 2, 8].map { threads in
      let plan = SimulationPlan(runs: 100_000, seed: 4, threads: threads, precision: 0.005)
      return try Ensemble(scenario, plan: plan).run().runs
    }
    #expect(Set(runs).count == 1)
    #expect(runs[0] % SimulationPlan.blockSize == 0 && runs[0] < 100_000)
  }

  @Test(
    "run numbers beyond their range are refused",
    arguments: [(Int.max, 1), (1, Int.max), (SimulationPlan.mostRuns, 1), (-1, 5)])
  func runNumbersBeyond(runs: Int, first: Int) throws {
    let scenario = try Texts.scenario(Texts.pie(fine: false, reservation: "0.3"))
    let plan = SimulationPlan(runs: runs, firstRun: first)
    #expect(throws: SimulationError.self) { try Ensemble(scenario, plan: plan).run() }
  }
}
