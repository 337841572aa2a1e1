import Testing

@testable import Bargaining

/// A deal that is put to the homes, whoever brought it.
struct HomeTablePartTests {
  /// b's home wants at least 0.6 of a pie of ten pieces.
  private static func pie(_ more: String) throws -> Scenario {
    var pie = Pie(rounds: 9, pieces: 10)
    pie.a = #""reservation": 0"#
    pie.b = #"""
      "reservation": 0, "ratification": {"quota": 1, \#(more), "factions": {"x": {"weight": 1, "minimum": 0.6}}}
      """#
    pie.rest = Pie.mediated(#""manipulate": 1, "toward": {"a": {"trust": 0.5}, "b": {"trust": 0.8}}"#)
    return try pie.scenario()
  }

  private static func ratify(
    _ pieces: Int, _ parts: PartsAtWork, _ observer: inout Transcript
  ) -> (verdict: HomeTable.Verdict, witness: Witness) {
    let witness = parts.witness()
    let table = HomeTable(
      parts.scenario, events: parts.events, home: parts.home, seats: parts.seats, mediators: parts.mediators,
      forums: parts.forums(), witness: witness)
    parts.agenda.deal[0] = UInt8(pieces)
    return (table.ratify(Deal(forum: 0, mediator: -1), &observer), witness)
  }

  @Test("a deal that a home lets pass is ratified, and nobody has learnt anything")
  func passes() throws {
    try PartsAtWork.with(Self.pie(#""learning": 0.5, "trust_loss": 0.25"#)) { parts in
      var transcript = Transcript()
      let (verdict, witness) = Self.ratify(4, parts, &transcript)
      #expect(verdict == .ratified && witness.record.failedRatifications == [0, 0])
      #expect(transcript.acts.map(\.kind) == [.ratify] && transcript.acts[0].because == nil)
      parts.seats.updateStanding()
      #expect(abs(parts.seats.parties[1].standing.threshold) < 1e-12)
    }
  }

  @Test("a deal turned down goes back with a demand of half of what was lacking, and costs trust")
  func sentBack() throws {
    try PartsAtWork.with(Self.pie(#""learning": 0.5, "trust_loss": 0.25"#)) { parts in
      let trust = parts.mediators.plans[0].toward[1].trust.index
      #expect(abs(parts.numbers[trust] - 0.8) < 1e-12)
      var transcript = Transcript()
      let (verdict, witness) = Self.ratify(8, parts, &transcript)
      #expect(verdict == .sentBack && witness.record.failedRatifications == [0, 1])
      #expect(transcript.acts.map(\.because) == [.rejectedAtHome])
      // 0.2 were on offer and 0.4 lacking: 0.2 + 0.5 * 0.4. Of 0.8 three quarters are left.
      parts.seats.updateStanding()
      #expect(abs(parts.seats.parties[1].standing.threshold - 0.4) < 1e-12)
      #expect(abs(parts.numbers[trust] - 0.6) < 1e-12)
    }
  }

  @Test("the last rejection that a home has patience for ends the run")
  func rejected() throws {
    try PartsAtWork.with(Self.pie(#""failures": 1"#)) { parts in
      var transcript = Transcript()
      #expect(Self.ratify(8, parts, &transcript).verdict == .rejected)
    }
  }
}
