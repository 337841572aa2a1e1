import Bargaining
import Randomness
import Scenarios
import Simulation
import Testing

@Suite struct ChangeSearchTests {
  private static let seed: UInt64 = 20_250_906

  private func scenario(_ text: String) throws -> Scenario {
    try ScenarioReader.read(text: text, name: "t").scenario
  }

  /// Two divide a pie of two parts; the second wants nothing.
  private static let pie = """
    {"rounds": 4, "issues": {"pie": {"options": ["none", "half", "all"]}},
     "parties": {
       "ann": {"preferences": {"pie": {"weight": 3, "values": {"none": 0, "half": 0.5, "all": 1}}},
               "reservation": 0.2, "tactic": {"time": {"beta": 1}}},
       "bob": {"preferences": {"pie": {"weight": 1, "values": {"none": 1, "half": 0.5, "all": 0}}},
               "reservation": {"uniform": [0.1, 0.3]}, "tactic": {"time": {"beta": 1}},
               "veto": true}}}
    """

  @Test("the weight of the only issue changes nothing, and what no agreement is worth does")
  func pie() throws {
    let scenario = try scenario(Self.pie)
    func place(_ path: String) throws -> ParameterID {
      ParameterID(try #require(scenario.parameters.firstIndex { $0.path == path }))
    }
    let numbers = [
      ChangeSearch.Moved(try place("parties.ann.preferences.pie.weight"), to: [1, 7]),
      ChangeSearch.Moved(try place("parties.ann.reservation"), to: [0.2, 0.95]),
      ChangeSearch.Moved(try place("parties.bob.reservation"), to: []),
    ]
    let found = try #require(try ChangeSearch(scenario, numbers: numbers, runs: 200).run())
    #expect(found.hasChanged == [false, true, false])
  }

  @Test("what comes out is the same on any number of threads, and nothing comes out when it is stopped")
  func threads() throws {
    let scenario = try scenario(Self.pie)
    let numbers = scenario.parameters.indices.map {
      ChangeSearch.Moved(ParameterID($0), to: [0.1, 0.9])
    }
    let found = try [1, 2, 3].map {
      try ChangeSearch(scenario, numbers: numbers, runs: 700, threads: $0).run()
    }
    #expect(found[0] != nil && found[0] == found[1] && found[0] == found[2])
    #expect(try ChangeSearch(scenario, numbers: numbers, runs: 700).run(shouldStop: { true }) == nil)
  }

  @Test("the rounds are those of the agreements of the runs as they stand")
  func rounds() throws {
    let scenario = try scenario(Self.pie)
    let found = try #require(
      try ChangeSearch(
        scenario, numbers: [ChangeSearch.Moved(ParameterID(0), to: [0.5])], runs: 40, seed: 3
      ).run())
    let negotiation = try Negotiation(scenario)
    var rounds: [Int] = []
    for run in UInt32(0)..<40 {
      negotiation.run(run, seed: 3)
      if negotiation.record.ending.isAgreement { rounds.append(negotiation.record.round) }
    }
    #expect(found.rounds == rounds && !rounds.isEmpty)
  }

  @Test("of random scenarios, no number that check calls idle changes any run when it is moved")
  func idle() throws {
    let settings = [
      "mediators.uncle.formulate=0", "mediators.envoy.formulate=0", "mediators.bank.formulate=0",
      "mediators.uncle.manipulate=0", "mediators.envoy.manipulate=0", "forums.square.protocol=shuttle",
      "forums.castle.protocol=shuttle", "parties.south.offer=modelled", "parties.south.overstatement=0.4",
      "parties.north.overstatement=0.2", "mediators.uncle.toward.south.gain=0.3",
      "mediators.uncle.toward.south.loss=0.3", "mediators.envoy.toward.north.loss=0.2",
      "mediators.uncle.toward.south.carrot=0.3", "mediators.uncle.toward.south.bias=0.5",
      "mediation.floor=0.2", "mediation.allegiance=0.5", "mediation.suspicion=0.5", "talks.progress=0.01",
      "talks.suspend_after=null", "talks.start=active", "talks.collapse.shock=1", "talks.collapse.pain=1",
      "talks.collapse.trust=1", "talks.resume.trust=1", "talks.resume.shock=2", "talks.resume.base=0",
      "talks.resume.mediation=0", "talks.resume.pain=0", "talks.collapse.active=0",
      "talks.collapse.suspended=0", "talks.shock_half_life=3", "parties.south.cost_of_delay=0",
      "parties.south.tactic={\"tit_for_tat\": {\"kind\": \"absolute\", \"step\": 0.2}}",
      "events.storm.rate=0", "models=null", "mediation.noise=0",
    ].map { line in
      let parts = line.split(separator: "=", maxSplits: 1).map(String.init)
      return ScenarioSetting(path: parts[0], value: parts[1])
    }
    var tried: Set<String> = []
    for number in 0..<200 {
      let text = RandomText.make(number, seed: Self.seed).text
      var dice = RandomStream(seed: Self.seed, run: UInt32(number), stream: StreamID("idle"))
      var chosen: [ScenarioSetting] = []
      for setting in settings where dice.uniform() < 0.4 {
        if (try? ScenarioReader.read(text: text, name: "t", settings: chosen + [setting])) != nil {
          chosen.append(setting)
        }
      }
      let reading = try ScenarioReader.read(text: text, name: "t", settings: chosen)
      // A path has a dot; what reading alone warns of does not begin with one.
      let idle = reading.counsel.list().map(\.message).filter { message in
        // Of these the number itself is why: at another value it would matter.
        !message.hasSuffix("changes nothing: it adds 0")
          && !message.hasSuffix("changes nothing: it multiplies by 1")
      }.map { String($0.prefix { $0 != " " }) }.filter { $0.contains(".") }
      let numbers = reading.scenario.parameters.indices.filter { place in
        let path = reading.scenario.parameters[place].path
        // That an event never happens is because of these.
        if path.hasPrefix("events."), path.hasSuffix("rate") { return false }
        // That a mediator does nothing is because of these.
        if path.hasPrefix("mediators."),
          ["formulate", "manipulate", "facilitate"].contains(path.split(separator: ".").last),
          idle.contains(path.split(separator: ".").dropLast().joined(separator: "."))
        {
          return false
        }
        // That a text is never tabled may be because of when it is due.
        if path.contains(".texts."), path.hasSuffix(".at") { return false }
        return idle.contains { path == $0 || path.hasPrefix("\($0).") }
      }
      let moves = numbers.map { place in
        let (range, value) = (
          reading.scenario.parameters[place].range,
          reading.scenario.parameters[place].distribution.quantile(0.5)
        )
        return ChangeSearch.Moved(
          ParameterID(place), to: [max(range.lowerBound, value - 0.9), min(range.upperBound, value + 0.9)])
      }
      let found = try #require(try ChangeSearch(reading.scenario, numbers: moves, runs: 40).run())
      #expect(found.hasChanged.count == numbers.count)
      for (place, hasChanged) in zip(numbers, found.hasChanged) {
        let path = reading.scenario.parameters[place].path
        tried.insert(path)
        #expect(
          !hasChanged, "seed \(Self.seed), scenario \(number), \(path) with \(chosen.map(\.text)):\n\(text)")
      }
    }
    #expect(tried.count > 20, "\(tried.sorted())")
  }
}
