import Testing

@testable import Bargaining

/// What becomes of a deal that nobody bargained for.
struct AftermathPartTests {
  /// Two issues, a phase for each; nothing tempts anybody, so that the base and what guards a phase
  /// are all there is.
  private static func talks(base: Double) throws -> Scenario {
    try read(
      """
      {"rounds": 2,
       "issues": {"x": {"options": ["no", "yes"], "status_quo": "no"}, "y": {"options": ["no", "yes"], "status_quo": "no"}},
       "parties": {
         "a": {"preferences": {"x": {"weight": 1, "values": {"no": 0, "yes": 1}}, "y": {"weight": 1, "values": {"no": 0, "yes": 1}}},
               "reservation": 0, "tactic": "hardliner"},
         "b": {"preferences": {"x": {"weight": 1, "values": {"no": 0, "yes": 1}}, "y": {"weight": 1, "values": {"no": 0, "yes": 1}}},
               "reservation": 0, "tactic": "hardliner"}},
       "forums": {"main": {"members": ["a", "b"], "protocol": "alternating"}},
       "implementation": {
         "phases": {"first": {"issues": ["x"], "guarantee": 0.5}, "second": {"issues": ["y"], "monitoring": 0.25}},
         "failure": {"base": \(base), "temptation": 0, "continuation": 0, "guarantee": 2, "monitoring": 4}}}
      """)
  }

  @Test("a deal survives by the product of what each phase survives, by its odds")
  func survival() throws {
    try PartsAtWork.with(Self.talks(base: 0)) { parts in
      // Each phase fails at odds of exp(0 - 1): 2 * 0.5 and 4 * 0.25.
      let kept = 0.7310585786300049
      let survival = parts.seats.aftermath.survival(of: parts.text([1, 1]))
      #expect(abs(survival - kept * kept) < 1e-12)
    }
  }

  @Test("phases are carried out in their order until one fails")
  func carriedOut() throws {
    for (base, outcomes) in [(-700.0, [PhaseOutcome.completed, .completed]), (700, [.failed, .notReached])] {
      try PartsAtWork.with(Self.talks(base: base)) { parts in
        var nobody = NoObserver()
        var noted: [PhaseOutcome] = []
        var failures: [PhaseFailure] = []
        parts.seats.aftermath.carryOut(parts.text([1, 1]), &nobody) { phase, outcome, failure in
          #expect(phase == noted.count)
          noted.append(outcome)
          if let failure { failures.append(failure) }
        }
        #expect(noted == outcomes)
        #expect(failures.map(\.phase) == (base > 0 ? [0] : []))
        #expect(failures.allSatisfy { $0.cause == .mishap })
      }
    }
  }
}
