/// A weighted mean of several tactics' aspirations (``Tactic/mix(_:)``).
struct MixtureRule: SeatTactic {
  /// Places of the parts.
  let first: Int
  let parts: Int

  func level(_ seats: Seats, _ party: Int, _ place: Int, _ view: BiddingView) -> Double {
    let (nodes, numbers) = (seats.tactics[party].nodes, seats.numbers)
    var weights = 0.0
    for part in first..<first + parts { weights += numbers[nodes[part].weight] }
    var sum = 0.0
    for part in first..<first + parts {
      let share = weights > 0 ? numbers[nodes[part].weight] / weights : 1 / Double(parts)
      if share > 0 { sum += share * view.held(seats.level(of: part, party, view)) }
    }
    return sum
  }

  /// A part that walks remembers its way.
  func noteOwnOffer(_ seats: Seats, _ party: Int, _ forum: Int) {
    let parties = seats.parties
    let desk = parties[party].desk
    seats.noteMade(party)
    let needs = seats.tactics[party].needs
    if needs.contains(.offers) { parties[party].desk.lastOwn = desk.found }
    guard needs.contains(.ledger), desk.nextNew.exists else { return }
    MicroWalk().noteNew(desk.nextNew, seats, party)
    parties[party].desk.nextNew = OutcomeSearch.Found()
  }
}
