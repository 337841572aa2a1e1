import Bargaining
import Testing

/// A mechanism that is switched off changes only the runs that it touches, so that variants can be
/// compared run by run.
struct CommonRandomNumbersTests {
  static func text(
    rate: Double = 0.02, formulate: Double = 0.05, reservation: String = #"{"uniform": [0.4, 0.7]}"#,
    annex: Bool = true
  ) -> String {
    """
    {"rounds": 12,
     "issues": {"x": {"range": {"from": 0, "to": 20, "step": 1}}, "y": {"options": ["l", "m", "r"], "tentative": {"option": "m", "firmness": 0.5}}},
     "parties": {
       "a": {"preferences": {"x": {"weight": {"uniform": [1, 3]}, "shape": "increasing"}, "y": {"weight": 1, "values": {"l": 0, "m": 0.5, "r": 1}}},
             "reservation": \(reservation), "willingness": {"uniform": [0.4, 1]}, "tactic": {"time": {"beta": {"uniform": [0.3, 2]}}}},
       "b": {"preferences": {"x": {"weight": {"uniform": [1, 3]}, "shape": "decreasing"}, "y": {"weight": 1, "values": {"l": 0.6, "m": 1, "r": 0}}},
             "reservation": {"uniform": [0.4, 0.7]}, "tactic": {"time": {"beta": {"uniform": [0.3, 2]}}}}},
     "mediators": {"m": {"formulate": \(formulate), "toward": {"a": {"trust": 0.5}}}, "n": {"formulate": 0.05, "toward": {"b": {"trust": 0.5}}}},
     "forums": {"main": {"members": ["a", "b"], "mediators": ["n", "m"], "protocol": "alternating"}\(annex ? #", "annex": {"members": ["b", "a"], "mediators": ["n"], "protocol": "shuttle", "from": 6}"# : "")},
     "talks": {"suspend_after": 3, "progress": 0.02, "resume": {"base": 0.5}, "collapse": {"active": 0.02, "suspended": 0.02}},
     "events": {"e": {"rate": \(rate), "effects": [{"on": "parties.a.reservation", "add": -0.3}]}, "f": {"rate": 0.1, "effects": [{"on": "parties.b.reservation", "add": 0.02}]}}}
    """
  }

  /// Plays 400 runs of two variants; those that the mechanism does not touch must be the same act
  /// by act. Returns how many were touched.
  static func touched(_ with: String, _ without: String, by isTouch: (TalkAct) -> Bool) throws -> Int {
    let scenarios = (try read(with), try read(without))
    var count = 0
    for run in 0..<UInt32(400) {
      let first = try play(scenarios.0, run: run)
      if first.acts.contains(where: isTouch) {
        count += 1
        continue
      }
      let second = try play(scenarios.1, run: run)
      #expect(first.acts == second.acts && first.record == second.record, "run \(run)")
    }
    return count
  }

  @Test("an event that cannot happen changes only runs in which it did")
  func eventCannotHappen() throws {
    let count = try Self.touched(Self.text(), Self.text(rate: 0)) { $0.actor == .event(0) }
    #expect(count > 20 && count < 300)
  }

  @Test("a mediator that is silent changes only runs in which it spoke")
  func mediatorSilentChanges() throws {
    let count = try Self.touched(Self.text(), Self.text(formulate: 0)) { $0.actor == .mediator(0) }
    #expect(count > 20 && count < 300)
  }

  @Test("a forum that is taken away changes nothing before it sat")
  func forumTakenAway() throws {
    let scenarios = (try read(Self.text()), try read(Self.text(annex: false)))
    var texts = 0
    for run in 0..<UInt32(400) {
      let before = [scenarios.0, scenarios.1].map { scenario in
        Result { try play(scenario, run: run).acts.filter { $0.round < 6 } }
      }
      #expect(try before[0].get() == before[1].get(), "run \(run)")
      texts += try before[0].get().filter { $0.kind == .text }.count
    }
    #expect(texts > 50)
  }

  @Test("another distribution of one number leaves the draws of all others")
  func anotherDistributionOne() throws {
    let scenarios = (try read(Self.text()), try read(Self.text(reservation: #"{"triangular": [0, 0.5, 1]}"#)))
    let negotiations = (try Negotiation(scenarios.0), try Negotiation(scenarios.1))
    var differing: Set<String> = []
    for run in 0..<UInt32(20) {
      // A single round of nothing: events would move the numbers.
      negotiations.0.run(run, seed: 1)
      negotiations.1.run(run, seed: 1)
      for index in scenarios.0.parameters.indices
      where scenarios.0.parameters[index].distribution.isConstant == false {
        let id = ParameterID(index)
        let path = scenarios.0.parameters[index].path
        #expect(scenarios.1.parameters[index].path == path)
        if negotiations.0.value(of: id) != negotiations.1.value(of: id) { differing.insert(path) }
      }
    }
    differing.remove("parties.b.reservation")  // An event adds to it for as long as the talks last.
    #expect(differing == ["parties.a.reservation"])
  }
}
