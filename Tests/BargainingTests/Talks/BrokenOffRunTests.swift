import Bargaining
import Randomness
import Testing

/// Runs in which somebody wants to stop.
struct BrokenOffRunTests {
  /// Two parties who cannot agree, so that every run lasts to its end.
  private func quarrel(rounds: Int, issues: Int = 2, options: Int = 4, parties: Int = 2) throws -> Scenario {
    let members = (0..<parties).map { party -> AdditiveDomain.Member in
      let values = (0..<issues).map { k -> [Double] in
        (0..<options).map { o in
          let place = (o * (party + 1) + k) % options
          return Double(place) / Double(options - 1)
        }
      }
      return AdditiveDomain.Member(
        weights: (0..<issues).map { Double(1 + ($0 + party) % 3) }, values: values, reservation: 0.99)
    }
    return AdditiveDomain(
      options: Array(repeating: options, count: issues), rounds: rounds, members: members
    ).scenario()
  }

  /// Counts the questions and says yes from one on.
  private final class Questions {
    var asked = 0
    let limit: Int
    init(yesAfter limit: Int) { self.limit = limit }
    func shouldStop() -> Bool {
      asked += 1
      return asked > limit
    }
  }

  @Test("a run of a million short rounds is broken off long before its end")
  func runMillionShort() throws {
    let negotiation = try Negotiation(quarrel(rounds: 1_000_000))
    let questions = Questions(yesAfter: 3)
    negotiation.heed(questions.shouldStop)
    #expect(!negotiation.run(0, seed: 1))
    #expect(questions.asked == 4)
    // The rounds that were played before the fourth look.
    #expect(negotiation.record.roundsSat < 500_000)
  }

  @Test("a single long round is broken off between two turns")
  func singleLongRound() throws {
    // 2 million combinations for each of three parties.
    let negotiation = try Negotiation(quarrel(rounds: 1, issues: 20, options: 4, parties: 3))
    for limit in 0..<6 {
      let questions = Questions(yesAfter: limit)
      negotiation.heed(questions.shouldStop)
      #expect(!negotiation.run(0, seed: 1), "after \(limit)")
      #expect(questions.asked == limit + 1)
    }
  }

  @Test("a run that is asked and not stopped is the run that nobody asks about")
  func runAskedNot() throws {
    for (rounds, issues) in [(200_000, 2), (3, 20)] {
      let scenario = try quarrel(rounds: rounds, issues: issues)
      let (alone, watched) = (try Negotiation(scenario), try Negotiation(scenario))
      let questions = Questions(yesAfter: .max)
      watched.heed(questions.shouldStop)
      alone.run(7, seed: 2, lookingForZone: true)
      #expect(watched.run(7, seed: 2, lookingForZone: true))
      #expect(questions.asked > 0)
      #expect(watched.record == alone.record)
    }
  }

  @Test("after a run that was broken off the next is as if it had not been")
  func afterRunWas() throws {
    for rounds in [400_000, 2] {
      let scenario = try quarrel(rounds: rounds, issues: rounds < 10 ? 20 : 2)
      let (fresh, used) = (try Negotiation(scenario), try Negotiation(scenario))
      for limit in 0..<5 {
        used.heed(Questions(yesAfter: limit).shouldStop)
        #expect(!used.run(3, seed: 4))
      }
      used.heed { false }
      #expect(used.run(5, seed: 4))
      fresh.run(5, seed: 4)
      #expect(used.record == fresh.record)
    }
  }

  @Test("a short run asks nothing, so that looking costs it nothing")
  func shortRunAsks() throws {
    let negotiation = try Negotiation(quarrel(rounds: 100))
    let questions = Questions(yesAfter: 0)
    negotiation.heed(questions.shouldStop)
    #expect(negotiation.run(0, seed: 1))
    #expect(questions.asked == 0)
  }

  @Test("a search for the first run of a kind stops inside a run, and a story says that it is none")
  func searchFirstRun()
    throws
  {
    let negotiation = try Negotiation(quarrel(rounds: 1_000_000))
    // The first question is the one before the run.
    let questions = Questions(yesAfter: 2)
    #expect(
      negotiation.firstRun(ending: .fullAgreement, among: 0...0, seed: 1, shouldStop: questions.shouldStop)
        == nil)
    #expect(questions.asked == 3)
    negotiation.heed { true }
    #expect(!TracedRun(0, seed: 1, in: negotiation).isWhole)
    negotiation.heed { false }
    #expect(TracedRun(0, seed: 1, in: try Negotiation(quarrel(rounds: 5))).isWhole)
  }
}
