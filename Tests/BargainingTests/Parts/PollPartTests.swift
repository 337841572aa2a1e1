import Bargaining
import Testing

/// Votes, counted without a forum.
struct PollPartTests {
  @Test("those polled answer in their order and their bits are counted")
  func thosePolledAnswer() {
    var asked: [Int] = []
    let votes = poll([4, 0, 31, 2]) { party in
      asked.append(party)
      return party != 0
    }
    #expect(asked == [4, 0, 31, 2])
    #expect(votes == 1 << 4 | 1 << 31 | 1 << 2)
  }

  @Test("nobody is asked after a refusal where one is enough")
  func nobodyAskedAfter() {
    var asked: [Int] = []
    let votes = poll(PartySet(bits: 0b10110), stopsAtRefusal: true) { party in
      asked.append(party)
      return party != 2
    }
    #expect(asked == [1, 2])
    #expect(votes == 0b10)
  }

  @Test("a set of parties is read in the order of the scenario")
  func setPartiesRead() {
    #expect(Array(PartySet(bits: 0)).isEmpty)
    #expect(Array(PartySet(bits: 1 << 31 | 1 << 7 | 1)) == [0, 7, 31])
  }
}
