import Bargaining
import Testing

/// Deals that leave somebody exactly what no agreement is worth: what tells them, and who comes
/// down to them.
struct BareZoneTests {
  /// Two parties, to each of whom the others' best is worth nothing and `middle` exactly its
  /// reservation.
  private static func pie(_ tactic: String, rounds: Int = 100, middle: Double = 0.5, _ more: String = "")
    -> String
  {
    """
    {"rounds": \(rounds), "issues": {"land": {"options": ["mine", "half", "yours"]}},
     "parties": {
       "a": {"preferences": {"land": {"weight": 1, "values": {"mine": 1, "half": \(middle), "yours": 0}}},
             "reservation": \(middle), "tactic": \(tactic)\(more)},
       "b": {"preferences": {"land": {"weight": 1, "values": {"mine": 0, "half": \(middle), "yours": 1}}},
             "reservation": \(middle), "tactic": \(tactic)\(more)}},
     "forums": {"main": {"members": ["a", "b"], "protocol": "alternating"}}}
    """
  }

  // Relative time is 100 / 101 in the last round, and 0.5 (1 - F) is still asked for: F = t for
  // beta 1, t^(1/1000) for beta 1,000, exp((1 - t) ln 0.1) for the exponential curve.
  @Test(
    "what a time-dependent tactic still asks for in the last round is what its curve leaves, and then nobody agrees",
    arguments: [
      (#"{"time": {"beta": 1}}"#, 0.5 / 101),
      (#"{"time": {"beta": 1000}}"#, 4.975141e-6),
      (#"{"time": {"beta": 1, "curve": "exponential"}}"#, 0.01126998),
    ])
  func outOfReach(tactic: String, asked: Double) throws {
    let scenario = try read(Self.pie(tactic))
    let found = try ZoneAtStart(middleOf: scenario).askedInTheLastRound()
    #expect(found.count == 2 && found.allSatisfy { abs(($0 ?? .nan) - asked) < 1e-8 })
    let record = try play(scenario).record
    #expect(record.ending == .outOfTime && record.zone == .exists && record.zoneIsBare)
  }

  // All is conceded from the beginning; the tolerance takes what is left; (1/101)^7 of what is left
  // is too little to count.
  @Test(
    "a time-dependent tactic that has conceded everything before the last round asks for nothing more, and the deal is struck",
    arguments: [
      #"{"time": {"beta": 1, "start": 1}}"#, #"{"time": {"beta": 1, "tolerance": 0.01}}"#,
      #"{"time": {"beta": 7, "curve": "exponential"}}"#,
    ])
  func withinReach(tactic: String) throws {
    let scenario = try read(Self.pie(tactic))
    #expect(try ZoneAtStart(middleOf: scenario).askedInTheLastRound() == [0, 0])
    let record = try play(scenario).record
    #expect(record.ending.isAgreement && record.options == [1] && !record.zoneIsBare)
  }

  @Test("MiCRO comes to a deal of surplus zero, and nothing is said of what it asks for")
  func micro() throws {
    let scenario = try read(Self.pie(#""micro""#))
    #expect(try ZoneAtStart(middleOf: scenario).askedInTheLastRound() == [nil, nil])
    #expect(try play(scenario).record.options == [1])
  }

  @Test(
    "a surplus of a millionth for both is no zone in name, though a time-dependent tactic misses it as well")
  func aSmallSurplus() throws {
    let scenario = try read(
      Self.pie(#"{"time": {"beta": 1}}"#).replacing(#""reservation": 0.5"#, with: #""reservation": 0.499999"#)
    )
    let record = try play(scenario).record
    #expect(record.ending == .outOfTime && record.zone == .exists && !record.zoneIsBare)
  }

  @Test(
    "a zone that leaves a surplus to one alone is one in name, and one in any round that leaves both some is not"
  )
  func inAnyRound() throws {
    let one = Self.pie(#"{"time": {"beta": 1}}"#).replacing(
      #""reservation": 0.5, "tactic": {"time": {"beta": 1}}}}"#,
      with: #""reservation": 0.3, "tactic": {"time": {"beta": 1}}}}"#)
    #expect(try play(read(one)).record.zoneIsBare)
    #expect(try Solutions(ZoneAtStart(middleOf: read(one))).surplus == .exact(.forSome))
    // The costs of two rounds open what the first does not have.
    let later = Self.pie("\"hardliner\"", #", "cost_of_delay": 0.01"#)
    let record = try play(read(later)).record
    #expect(record.ending == .outOfTime && record.zone == .exists && !record.zoneIsBare)
    #expect(try Solutions(ZoneAtStart(middleOf: read(later))).surplus == .exact(.forNobody))
  }

  @Test("without a zone nothing is a zone in name")
  func noZone() throws {
    let text = Self.pie(#"{"time": {"beta": 1}}"#).replacing(
      #""reservation": 0.5"#, with: #""reservation": 0.51"#)
    let record = try play(read(text)).record
    #expect(record.zone == .none && !record.zoneIsBare)
    let start = try ZoneAtStart(middleOf: read(text))
    let found = try start.zoneWithSurplus(between: [0, 1])
    #expect(found.zone == .none && !found.isBare)
    #expect(try Solutions(start).surplus == .exact(.forNobody))
  }
}
