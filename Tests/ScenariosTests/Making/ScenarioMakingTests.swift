import Bargaining
import Randomness
import Scenarios
import Testing

@Suite("scenarios made in code")
struct ScenarioMakingTests {
  /// The same talks as a file has them.
  private static let text = """
    {
      "rounds": 12,
      "issues": {
        "land": {"range": {"from": 0, "to": 1, "step": 0.1}},
        "guard": {"options": ["none", "joint", "foreign"], "status_quo": "none"},
      },
      "parties": {
        "north": {
          "preferences": {
            "land": {"weight": {"uniform": [1, 2]}, "shape": "increasing"},
            "guard": {"weight": 1, "values": {"none": 0, "joint": {"uniform": [0.2, 0.9]}, "foreign": 1}},
          },
          "reservation": {"uniform": [0.2, 0.5]}, "tactic": {"time": {"beta": 0.5}},
          "cost_of_delay": 0.004, "discount": 0.99, "willingness": {"uniform": [0.8, 1]},
        },
        "south": {
          "preferences": {
            "land": {"weight": 2, "shape": {"peak": {"uniform": [0.1, 0.3]}}},
            "guard": {"weight": 1, "values": {"none": 1, "joint": 0.7, "foreign": 0}},
          },
          "reservation": 0.3, "tactic": {"time": {"beta": 1}},
        },
      },
    }
    """

  private static func made() throws -> Scenario {
    var scenario = try Scenario(
      "made", rounds: 12,
      issues: [
        Issue("land", from: 0, through: 1, by: 0.1),
        Issue("guard", options: ["none", "joint", "foreign"], statusQuo: 0),
      ])
    try scenario.addParty(
      "north",
      stakes: [
        "land": Stake(weight: .uniform(low: 1, high: 2), .increasing),
        "guard": .options(["none": 0, "joint": .uniform(low: 0.2, high: 0.9), "foreign": 1]),
      ],
      reservation: .uniform(low: 0.2, high: 0.5), beta: 0.5, costOfDelay: 0.004, discount: 0.99,
      willingness: .uniform(low: 0.8, high: 1))
    try scenario.addParty(
      "south",
      stakes: [
        "guard": .options(["none": 1, "joint": 0.7, "foreign": 0]),
        "land": Stake(weight: 2, .peak(.uniform(low: 0.1, high: 0.3))),
      ], reservation: 0.3)
    return scenario
  }

  @Test("they have the numbers, ranges and parts of a file that says the same, and every run is the same")
  func likeAFile() throws {
    let file = try ScenarioReader.read(text: Self.text, name: "made.jsonc").scenario
    let made = try Self.made()
    #expect(made.issues == file.issues)
    #expect(made.forums == file.forums)
    #expect(made.parties.map(\.offer) == file.parties.map(\.offer))
    func numbers(_ scenario: Scenario) -> [String] {
      scenario.parameters.map { "\($0.path) \($0.distribution) in \($0.range)" }.sorted()
    }
    #expect(numbers(made) == numbers(file))
    let (mine, theirs) = (try Negotiation(made), try Negotiation(file))
    var agreements = 0
    for run in 0..<UInt32(200) {
      mine.run(run, seed: 5)
      theirs.run(run, seed: 5)
      #expect(mine.record == theirs.record)
      if mine.record.forum != nil { agreements += 1 }
    }
    #expect((1..<200).contains(agreements))
  }

  @Test(
    "what cannot be is refused in words, and changes nothing",
    arguments: [
      ("first", ["share": Stake.increasing], 0.3, "there is a \"first\" already"),
      (
        "Second", ["share": .increasing], 0.3,
        "\"Second\" cannot be a name: expected lower-case letters, digits, _ and -"
      ),
      (
        "second", ["shore": .increasing], 0.3,
        "there is no \"shore\" in the scenario; did you mean \"share\"?"
      ),
      ("second", [:], 0.3, "parties.second says nothing of \"share\""),
      ("second", ["share": Stake(weight: 0, .increasing)], 0.3, "the weights of parties.second can all be 0"),
      (
        "second", ["share": .options(["0": 1])], 0.3,
        "parties.second.preferences.share says nothing of \"1\""
      ),
      ("second", ["share": .increasing], 30, "parties.second.reservation must be between -10 and 10"),
      (
        "second", ["share": .increasing], .infinity,
        "parties.second.reservation: a distribution needs finite numbers, not inf"
      ),
      (
        "second", ["share": Stake(.peak(7))], 0.3,
        "parties.second.preferences.share.shape.peak must be between 0 and 4"
      ),
    ] as [(String, [String: Stake], Double, String)])
  func refused(_ name: String, _ stakes: [String: Stake], _ reservation: Double, _ words: String) throws {
    var scenario = try Scenario("pie", rounds: 20, issues: [Issue("share", from: 0, through: 4)])
    try scenario.addParty("first", stakes: ["share": .increasing], reservation: 0.3)
    let before = scenario
    let error = #expect(throws: ScenarioEditFault.self) {
      if let stake = stakes.first {
        try scenario.addParty(name, stakes: [stake.key: stake.value], reservation: .constant(reservation))
      } else {
        try scenario.addParty(name, stakes: [:], reservation: .constant(reservation))
      }
    }
    #expect(error?.description == words)
    #expect(scenario == before)
  }

  @Test("issues have two options or more, and talks a round or more")
  func counts() {
    #expect(throws: ScenarioEditFault.count(of: "rounds", 0, allowed: 1...1_000_000)) {
      try Scenario("pie", rounds: 0, issues: [Issue("share", from: 0, through: 4)])
    }
    let ranges: [(Double, Double, Double)] = [
      (0, 0.5, 1), (4, 0, 1), (.nan, 4, 1), (0, 4, 0), (0, 4, -1), (0, .infinity, 1),
    ]
    for (first, last, step) in ranges {
      #expect(throws: ScenarioEditFault.self, "\(first) through \(last) by \(step)") {
        try Scenario("pie", rounds: 5, issues: [Issue("share", from: first, through: last, by: step)])
      }
    }
  }

  @Test("names cannot be ordered: a stake that rises needs numbers")
  func namesAreNotOrdered() throws {
    var scenario = try Scenario("guard", rounds: 5, issues: [Issue("guard", options: ["none", "joint"])])
    #expect(throws: ScenarioEditFault.notNumeric("parties.north.preferences.guard")) {
      try scenario.addParty("north", stakes: ["guard": .increasing], reservation: 0)
    }
  }
}
