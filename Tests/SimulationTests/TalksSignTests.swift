import Bargaining
import Testing

/// Which way delay, tactics and the unity of mediators push; see ``SignTest``.
struct TalksSignTests {
  static func agrees(_ record: RunRecord) -> Bool { record.ending.isAgreement }

  /// The mutually hurting stalemate (Zartman 2000): what fighting on is worth falls day by day, and
  /// zones of agreement open. Tested by McNemar's z.
  @Test("the more delay costs the more talks agree")
  func moreDelayCosts() throws {
    let agreed = try [0.0, 0.01, 0.03].map { cost in
      let party = #""cost_of_delay": \#(cost)"#
      return try SignTest.each(Deals.uncertain(a: party, b: party), Self.agrees)
    }
    #expect(SignTest.mcNemar(agreed[1], agreed[0]) > SignTest.critical)
    #expect(SignTest.mcNemar(agreed[2], agreed[1]) > SignTest.critical)
    // One party's pain is enough.
    let alone = try SignTest.each(Deals.uncertain(b: #""cost_of_delay": 0.03"#), Self.agrees)
    #expect(SignTest.mcNemar(alone, agreed[0]) > SignTest.critical)
    #expect(SignTest.mcNemar(agreed[2], alone) > SignTest.critical)
  }

  /// Rubinstein 1982, doi:10.2307/1912531: delay is what makes parties agree. By the sign test over
  /// the runs that agree with and without, and McNemar's z.
  @Test("impatience and cost of delay bring agreement earlier and not less often")
  func impatienceCostDelay() throws {
    func rounds(_ party: String) throws -> [Int?] {
      let text = Deals.uncertain(a: party, b: party, rounds: 40)
      return try SignTest.each(text) { $0.ending.isAgreement ? $0.round : nil }
    }
    let patient = try rounds("")
    let discounts = try ["0.6", "0.4"].map { try rounds(#""discount": \#($0)"#) }
    let costs = try ["0.001", "0.005", "0.02"].map { try rounds(#""cost_of_delay": \#($0)"#) }
    for series in [discounts, costs] {
      for (less, more) in zip([patient] + series, series) {
        let gains = zip(less, more).compactMap { late, early in
          late.flatMap { late in early.map { late - $0 } }
        }
        #expect(gains.count > 2_000)
        #expect(SignTest.signs(gains) > SignTest.critical)
        #expect(SignTest.mcNemar(less.map { $0 != nil }, more.map { $0 != nil }) < SignTest.critical)
      }
    }
  }

  /// Faratin, Sierra, Jennings 1998: who concedes late agrees late, and more often never. Deadlock
  /// by McNemar's z; the rounds of agreements by the sign test over the runs in which both pairs
  /// agree, and by Welch's t over all agreements.
  @Test("two Boulware parties agree later and end in deadlock more often than two conceders")
  func twoBoulwareParties() throws {
    func rounds(_ beta: String) throws -> [Int?] {
      try SignTest.each(Deals.uncertain(rounds: 40, beta: beta)) { $0.ending.isAgreement ? $0.round : nil }
    }
    let boulware = try rounds(#"{"uniform": [0.1, 0.5]}"#)
    let conceder = try rounds(#"{"uniform": [2, 10]}"#)
    #expect(SignTest.mcNemar(boulware.map { $0 == nil }, conceder.map { $0 == nil }) > SignTest.critical)
    let delays = zip(boulware, conceder).compactMap { late, early in
      late.flatMap { late in early.map { late - $0 } }
    }
    #expect(delays.count > 2_000)
    #expect(SignTest.signs(delays) > SignTest.critical)
    let (late, early) = (
      boulware.compactMap { $0 }.map(Double.init), conceder.compactMap { $0 }.map(Double.init)
    )
    #expect(SignTest.welch(late, early) > SignTest.critical)
  }

  /// Three mediators with sticks and carrots; what each prefers is one of the options of an issue
  /// that the parties do not care about.
  static func mediated(_ preferred: [String], incoherence: Double, leverage: Double = 0.06) -> String {
    let mediators = preferred.enumerated().map { index, option in
      let values = ["p", "q", "r"].map { #""\#($0)": \#($0 == option ? 1 : 0)"# }.joined(separator: ", ")
      let toward = ["a", "b"].map { #""\#($0)": {"stick": \#(leverage), "carrot": \#(leverage / 2)}"# }
      return """
        "m\(index)": {"manipulate": 1, "preferences": {"flag": {"weight": 1, "values": {\(values)}}},
                      "toward": {\(toward.joined(separator: ", "))}}
        """
    }
    func party(_ shape: String) -> String {
      """
      {"preferences": {"share": {"weight": 1, "shape": "\(shape)"}, "flag": {"weight": 0}},
       "reservation": {"uniform": [0.4, 0.8]}, "tactic": {"time": {"beta": 1}}}
      """
    }
    return """
      {"rounds": 6, "issues": {"share": {"range": {"from": 0, "to": 20, "step": 1}}, "flag": {"options": ["p", "q", "r"]}},
       "parties": {"a": \(party("increasing")), "b": \(party("decreasing"))},
       "mediators": {\(mediators.joined(separator: ", "))}, "mediation": {"incoherence": \(incoherence)},
       "forums": {"main": {"members": ["a", "b"], "mediators": ["m0", "m1", "m2"], "protocol": "alternating"}}}
      """
  }

  /// Leverage counts `1 - incoherence * (mean distance between the preferred texts)`. Of three
  /// mediators who want three things on one of the two issues (on the other none prefers anything)
  /// every pair is half of the issues apart. McNemar's z.
  @Test("three mediators who want different things bring fewer agreements than three who want the same")
  func threeMediatorsWho() throws {
    func agreed(_ preferred: [String], _ incoherence: Double, leverage: Double = 0.06) throws -> [Bool] {
      try SignTest.each(
        Self.mediated(preferred, incoherence: incoherence, leverage: leverage), Self.agrees)
    }
    let coherent = try agreed(["q", "q", "q"], 1)
    let divided = try agreed(["p", "q", "q"], 1)
    let divergent = try agreed(["p", "q", "r"], 1)
    #expect(SignTest.mcNemar(coherent, divided) > SignTest.critical)
    #expect(SignTest.mcNemar(divided, divergent) > SignTest.critical)
    // It never costs what coherence would have missed, and it is their leverage that suffers: half
    // the distance is half of it.
    #expect(coherent.count == divergent.count && divergent.contains(true))
    #expect(zip(coherent, divergent).allSatisfy { $1 ? $0 : true })
    #expect(try agreed(["q", "q", "q"], 1, leverage: 0.03) == divergent)
    // Where division does no harm, nothing differs.
    #expect(try agreed(["p", "q", "r"], 0) == coherent)
  }
}
