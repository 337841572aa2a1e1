/// What hangs on the numbers of a run: brought up to date where an event changes one of them.
final class Dependents {
  private let events: EventBook
  private let home: HomeFront
  private let seats: Seats
  private let mediators: Mediators
  private let forums: ForumTable
  private let zone: ZoneWatch

  init(_ events: EventBook, seats: Seats, mediators: Mediators, forums: ForumTable, zone: ZoneWatch) {
    self.events = events
    home = seats.home
    self.seats = seats
    self.mediators = mediators
    self.forums = forums
    self.zone = zone
  }

  /// Brings up to date what hangs on one number.
  func follow(_ parameter: Int) {
    if events.movesLeverage[parameter] { mediators.forgetLeverage() }
    let ofHome = home.owner(of: parameter)
    if ofHome >= 0 {
      zone.test()
      home.noteChange(ofHome)
    }
    let owner = events.preferenceOwner[parameter]
    guard owner != -1 else { return }
    zone.test()
    if owner == EventBook.everyParty {
      for party in 0..<seats.count {
        revalue(party)
        home.noteChange(party)
      }
    } else if owner < seats.count {
      revalue(owner)
    } else {
      mediators.prepare(owner - seats.count)
    }
  }

  private func revalue(_ party: Int) {
    seats.prepare(party)
    forums.revalue(party)
    mediators.forgetDrafts()
  }
}
