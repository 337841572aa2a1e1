/// The second table: what all at the first have taken is put to the homes, and what a home makes of
/// it comes back to the talks (Putnam 1988, doi:10.1017/S0020818300027697).
final class HomeTable {
  /// Per party.
  private let ratifications: [Ratification?]
  private let numbers: RunNumbers
  private let events: EventBook
  private let agenda: Agenda
  private let course: Course
  private let home: HomeFront
  private let seats: Seats
  private let mediators: Mediators
  private let forums: ForumTable
  private let witness: Witness

  init(
    _ scenario: Scenario, events: EventBook, home: HomeFront, seats: Seats, mediators: Mediators,
    forums: ForumTable, witness: Witness
  ) {
    ratifications = scenario.parties.map(\.ratification)
    numbers = seats.numbers
    self.events = events
    agenda = seats.agenda
    course = seats.course
    self.home = home
    self.seats = seats
    self.mediators = mediators
    self.forums = forums
    self.witness = witness
  }

  /// What became of a deal at home.
  enum Verdict { case ratified, sentBack, rejected }

  /// Puts the deal to the home of each party that has to ratify, in an order that is drawn; the
  /// first that turns it down decides.
  func ratify<Observer: TalksObserver>(_ agreed: Deal, _ observer: inout Observer) -> Verdict {
    if home.order.count > 1 {
      home.order.copy(from: home.asked)
      forums.partyDraw.shuffle(home.order, numbers.chance(numbers.dice.homes, at: course.round))
    }
    for party in home.order {
      guard let ratification = ratifications[party] else { continue }
      let vote = home.vote(of: party, under: ratification, on: agenda.deal)
      let objection =
        vote.hasPassed ? nil : home.objection(of: party, to: agenda.deal, locked: agenda.locked)
      if Observer.isListening {
        observer.observe(
          TalkAct(
            round: course.round, forum: agreed.forum, actor: .party(party), kind: .ratify,
            options: (0..<agenda.issueCount).map { Int(agenda.deal[$0]) },
            because: vote.hasPassed ? nil : .rejectedAtHome,
            utilities: seats.parties.map { $0.worth.table.utility(agenda.deal) },
            vote: home.told(vote, of: party), objection: objection))
      }
      guard !vote.hasPassed else { continue }
      home.noteRefusals(party)
      if home.isForeseen(by: party), let objection { home.note(objection, of: party, to: agenda.deal) }
      witness.noteRejection(party)
      if let most = ratification.failures, witness.record.failedRatifications[party] >= most {
        return .rejected
      }
      if agreed.mediator >= 0 {
        mediators.loseTrust(in: mediators.author(agreed.mediator, in: agreed.forum), turnedDownBy: party)
      }
      sendBack(party, ratification, lacking: vote.shortfall)
      return .sentBack
    }
    return .ratified
  }

  /// The party trusts the mediators less and knows better what it has to bring home.
  private func sendBack(_ party: Int, _ ratification: Ratification, lacking shortfall: Double) {
    let kept = 1 - numbers[ratification.trustLoss.index]
    for mediator in 0..<mediators.count where kept < 1 {
      // The trust itself falls; what events add to it or take from it comes on top, as before.
      let trust = mediators.plans[mediator].toward[party].trust.index
      numbers.drawn[trust] *= kept
      events.update(trust, numbers)
    }
    mediators.forgetLeverage()
    seats.learnAtHome(party, lacking: shortfall, learning: numbers[ratification.learning.index])
  }
}
