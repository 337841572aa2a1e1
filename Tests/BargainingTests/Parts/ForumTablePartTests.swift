import Testing

@testable import Bargaining

/// A forum that sits, and who writes down what it comes to.
struct ForumTablePartTests {
  private static func pie() throws -> Scenario {
    var pie = Pie(rounds: 9, pieces: 10)
    pie.a = #""reservation": 0, "willingness": 1, "acceptance": "aspiration""#
    pie.b = #""reservation": 0, "willingness": 1, "acceptance": "aspiration", "discount": 0.5"#
    return try pie.scenario()
  }

  @Test("an offer stands until somebody whom it is good enough for takes it in a later round")
  func alternating() throws {
    try PartsAtWork.with(Self.pie()) { parts in
      let forums = parts.forums()
      // At time 0.1 each asks for 0.9: a for nine pieces, b that a has one.
      var transcript = Transcript()
      #expect(forums.sit(&transcript) == nil)
      #expect(transcript.acts.map(\.kind) == [.offer, .reject, .offer])
      #expect(transcript.acts.map(\.actor) == [.party(0), .party(1), .party(1)])
      #expect(transcript.acts.map(\.options) == [[9], [9], [1]])
      #expect(forums.states[0].proposer == 1 && forums.states[0].standing[0] == 1)
      // At time 0.9 a asks for 0.1.
      parts.enter(8)
      var later = Transcript()
      let deal = try #require(forums.sit(&later))
      #expect(deal.forum == 0 && deal.mediator == -1)
      #expect(later.acts.map(\.kind) == [.accept] && later.acts.map(\.actor) == [.party(0)])
      #expect(parts.agenda.deal[0] == 1)
      #expect(forums.texts[0] == 2 && parts.course.counts.roundsSat == 2)
    }
  }

  @Test("an offer that has come to be worth less than no agreement to its author stands no longer")
  func withdrawn() throws {
    var pie = Pie(rounds: 9, pieces: 10)
    pie.a = #""reservation": 0, "willingness": 1, "acceptance": "aspiration""#
    pie.b = #""reservation": 0, "willingness": 1, "acceptance": "aspiration""#
    try PartsAtWork.with(pie.scenario()) { parts in
      let forums = parts.forums()
      var nobody = NoObserver()
      #expect(forums.sit(&nobody) == nil && forums.states[0].proposer == 1)
      parts.enter(8)
      // b's offer leaves it 0.9.
      parts.seats.parties[1].standing.threshold = 0.95
      var transcript = Transcript()
      #expect(forums.sit(&transcript) == nil)
      #expect(transcript.acts.first?.kind == .offer && transcript.acts.first?.actor == .party(0))
    }
  }

  @Test("what an agreement is worth is discounted for each by the rounds that it bore")
  func witness() throws {
    try PartsAtWork.with(Self.pie()) { parts in
      let witness = parts.witness()
      for _ in 0..<2 { parts.seats.bearRound() }
      parts.enter(2)
      parts.agenda.deal[0] = 6
      witness.recordDeal(Deal(forum: 0, mediator: -1))
      let record = witness.record
      #expect(record.ending == .fullAgreement && record.round == 2 && record.zone == .exists)
      #expect(record.forum == 0 && record.mediator == nil && Array(record.options) == [6])
      // 0.6, and of the 0.4 that are left for b a quarter.
      #expect(abs(record.utilities[0] - 0.6) < 1e-12 && abs(record.utilities[1] - 0.1) < 1e-12)
      #expect(abs(record.surpluses[0] - 0.6) < 1e-12 && abs(record.surpluses[1] - 0.1) < 1e-12)
    }
  }

  @Test("without an agreement each is left with what that is worth, and a zone that was there is on record")
  func witnessOfNone() throws {
    var pie = Pie(rounds: 9, pieces: 10)
    pie.a = #""reservation": 0.3"#
    pie.b = #""reservation": 0.4, "discount": 0.5"#
    try PartsAtWork.with(pie.scenario()) { parts in
      let witness = parts.witness()
      parts.seats.bearRound()
      parts.enter(1)
      witness.recordEnd(.outOfTime)
      #expect(witness.record.ending == .outOfTime && witness.record.zone == .exists)
      #expect(witness.record.surpluses == [0, 0])
      #expect(
        abs(witness.record.utilities[0] - 0.3) < 1e-12 && abs(witness.record.utilities[1] - 0.2) < 1e-12)
    }
  }
}
