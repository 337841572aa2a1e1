import Bargaining
import Testing

/// Votes, counted without a forum.
struct PollPartTests {
  @Test func thosePolledAnswerInTheirOrderAndTheirBitsAreCounted() {
    var asked: [Int] = []
    var answers: [Refusal?] = []
    let votes = poll(
      [4, 0, 31, 2],
      refusal: { party in
        asked.append(party)
        return party == 0 ? .noTrust : nil
      }, answered: { answers.append($1) })
    #expect(asked == [4, 0, 31, 2])
    #expect(answers == [nil, .noTrust, nil, nil])
    #expect(votes == 1 << 4 | 1 << 31 | 1 << 2)
  }

  @Test func nobodyIsAskedAfterARefusalWhereOneIsEnough() {
    var asked: [Int] = []
    let votes = poll(
      PartySet(bits: 0b10110), stopsAtRefusal: true, refusal: { $0 == 2 ? .redLine : nil },
      answered: { party, _ in asked.append(party) })
    #expect(asked == [1, 2])
    #expect(votes == 0b10)
  }

  @Test func aSetOfPartiesIsReadInTheOrderOfTheScenario() {
    #expect(Array(PartySet(bits: 0)).isEmpty)
    #expect(Array(PartySet(bits: 1 << 31 | 1 << 7 | 1)) == [0, 7, 31])
  }
}
