import Bargaining
import Testing

/// Events whose rate grows with progress.
struct SpoilerTests {
  /// Two hardliners: each shows the other the worst, so there is no progress; or both concede
  /// evenly and never quite meet.
  static func pie(willingness: Double, _ event: String, rounds: Int = 10) -> Pie {
    var pie = Pie(rounds: rounds)
    let party = #""reservation": 0, "willingness": \#(willingness), "acceptance": {"time": 1}"#
    pie.a = party
    pie.b = party
    pie.rest +=
      #", "events": {"attack": {\#(event), "effects": [{"on": "talks.collapse.active", "add": 0}]}}"#
    return pie
  }

  /// Rounds in which the event happened.
  static func rounds(_ pie: Pie) throws -> [Int] {
    try play(pie.scenario()).acts.filter { $0.kind == .event }.map(\.round)
  }

  @Test("without progress the rate is the rate")
  func withoutProgressRate() throws {
    #expect(try Self.rounds(Self.pie(willingness: 0, #""rate": 0, "progress_rate": 1"#)) == [])
    #expect(try Self.rounds(Self.pie(willingness: 0, #""rate": 1, "progress_rate": -1"#)) == Array(0..<10))
  }

  @Test("nothing has progressed before the first round")
  func nothingHasProgressed() throws {
    let negotiation = try Negotiation(Self.pie(willingness: 1, #""rate": 0, "progress_rate": 1"#).scenario())
    // The second run must not see what the first left behind.
    for run in [UInt32(0), 1, 2] {
      var transcript = Transcript()
      negotiation.run(run, seed: 1, observer: &transcript)
      #expect(transcript.acts.first?.kind == .offer)
    }
  }

  @Test("the rate grows by the share of what is asked that was shown")
  func rateGrowsShare() throws {
    // Linear concession to 0 on a pie of 10,000: in round r each asks for 1 - t of the pie, t =
    // (r + 1) / 11, and has been shown t. So before round r progress is t / (1 - t) at t = r / 11,
    // and 1 from t = 1/2 on.
    var pie = Self.pie(willingness: 1, #""rate": 0.05, "progress_rate": 0.5"#)
    pie.pieces = 200
    let scenario = try pie.scenario()
    var hits = [Int](repeating: 0, count: 10)
    let runs = 4_000
    let negotiation = try Negotiation(scenario)
    for run in 0..<UInt32(runs) {
      var transcript = Transcript()
      negotiation.run(run, seed: 3, observer: &transcript)
      for act in transcript.acts where act.kind == .event { hits[act.round] += 1 }
    }
    for round in 0..<10 {
      let time = Double(round) / 11
      // Whole pieces: an offer is rounded by up to half of a hundredth in what it gives and in what
      // it asks.
      let progress = min(1, time / (1 - time))
      let rate = 0.05 + 0.5 * progress
      let error = 4 * (rate * (1 - rate) / Double(runs)).squareRoot() + 0.5 * 0.012
      #expect(abs(Double(hits[round]) / Double(runs) - rate) < error, "round \(round)")
    }
  }

  @Test("a rate is kept between never and always")
  func rateKeptBetween() throws {
    let always = Self.pie(willingness: 1, #""rate": 0.9, "progress_rate": 1"#)
    let last = try Self.rounds(always).suffix(5)
    #expect(Array(last) == [5, 6, 7, 8, 9])
    let never = Self.pie(willingness: 1, #""rate": 0.9, "progress_rate": -1"#)
    let rounds = try Self.rounds(never)
    #expect(!rounds.isEmpty && rounds.allSatisfy { $0 < 6 })
  }

  @Test("an event can turn another into a spoiler")
  func eventCanTurn() throws {
    var pie = Self.pie(willingness: 1, #""rate": 0"#)
    #expect(try Self.rounds(pie) == [])
    pie.rest = pie.rest.replacing(
      #""events": {"#,
      with:
        #""events": {"funds": {"rate": 1, "once": true, "effects": [{"on": "events.attack.progress_rate", "add": 1}]}, "#
    )
    let acts = try play(pie.scenario()).acts.filter { $0.actor == .event(1) }.map(\.round)
    #expect(Array(acts.suffix(4)) == [6, 7, 8, 9])
  }

  @Test("a progress rate of zero changes no run")
  func progressRateZero() throws {
    let plain = try Self.pie(willingness: 1, #""rate": 0.3"#).scenario()
    let zero = try Self.pie(willingness: 1, #""rate": 0.3, "progress_rate": 0"#).scenario()
    for run in 0..<UInt32(50) {
      #expect(try play(plain, run: run).acts == play(zero, run: run).acts)
    }
  }
}
