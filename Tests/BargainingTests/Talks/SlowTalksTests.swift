import Bargaining
import Testing

/// Whole runs against a slow second version of the model that visits every outcome: who offers and tables what, who takes it and why
/// not, what stands, what counts as progress, how the run ends, and whether there ever was a zone of agreement.
struct SlowTalksTests {
  /// The first act or record of a run that is not as the model says, if there is one.
  static func mismatch(in scenario: Scenario, run: UInt32, seed: UInt64) throws -> String? {
    let negotiation = try Negotiation(scenario)
    var transcript = Transcript()
    negotiation.run(run, seed: seed, lookingForZone: true, observer: &transcript)
    var slow = SlowTalks(scenario, seed: seed, record: negotiation.record, acts: transcript.acts)
    do { try slow.follow() } catch let error as SlowTalks.Mismatch { return error.text }
    return nil
  }

  @Test func everyActOfFourHundredRandomTalksIsTheOneThatTheModelSays() throws {
    let seed: UInt64 = 41
    print("seed \(seed)")
    var endings: [Ending: Int] = [:]
    var zones: [Zone: Int] = [:]
    for number in 0..<400 {
      let scenario = RandomScenario.make(number, seed: seed)
      let mismatch = try Self.mismatch(in: scenario, run: UInt32(number), seed: seed)
      #expect(mismatch == nil, "scenario \(number)")
      let negotiation = try Negotiation(scenario)
      negotiation.run(UInt32(number), seed: seed, lookingForZone: true)
      endings[negotiation.record.ending, default: 0] += 1
      zones[negotiation.record.zone, default: 0] += 1
    }
    // The talks are of every kind, so that agreement about them means something.
    for ending in [Ending.fullAgreement, .partialAgreement, .collapsed, .outOfTime] {
      #expect(endings[ending, default: 0] >= 20, "\(endings)")
    }
    #expect(zones[.exists, default: 0] >= 50 && zones[.none, default: 0] >= 50, "\(zones)")
  }
}
