/// A weighted mean of several tactics' aspirations (``Tactic/mix(_:)``).
final class MixtureRule: SeatTactic {
  /// Places of the parts.
  private let first: Int
  private let parts: Int

  init(first: Int, parts: Int) { (self.first, self.parts) = (first, parts) }

  override func level(_ seats: Seats, _ party: Int, _ place: Int, _ view: BiddingView) -> Double {
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
  override func noteOwnOffer(_ seats: Seats, _ party: Int, _ forum: Int) {
    let parties = seats.parties
    let desk = parties[party].desk
    super.noteOwnOffer(seats, party, forum)
    let needs = seats.tactics[party].needs
    if needs.contains(.offers) { parties[party].desk.lastOwn = desk.found }
    guard needs.contains(.ledger), desk.nextNew.exists else { return }
    MicroWalk.noteNew(desk.nextNew, seats, party)
    parties[party].desk.nextNew = OutcomeSearch.Found()
  }
}
