/// Any of the outcomes at or above the floor, each as likely, drawn anew each round
/// (``Tactic/random``).
final class RandomWalk: SeatTactic {
  override func level(_ seats: Seats, _ party: Int, _ place: Int, _ view: BiddingView) -> Double {
    outcome(seats, party, place).utility
  }

  override func follow(_ seats: Seats, _ party: Int) -> Bool {
    let found = outcome(seats, party, 0)
    seats.parties[party].standing.aspiration = found.utility
    seats.lay(found, party)
    return true
  }

  override func noteOwnOffer(_ seats: Seats, _ party: Int, _ forum: Int) {}

  /// Each as likely up to the 2^-53 of the draw; the party's best if rounding leaves none.
  ///
  /// The draw says how many outcomes are worth more to the party than the one that is taken; of
  /// those worth the same, names decide.
  private func outcome(_ seats: Seats, _ party: Int, _ place: Int) -> OutcomeSearch.Found {
    let parties = seats.parties
    let floor = parties[party].standing.floor - UtilityGrid.tolerance
    let count = parties[party].worth.search.count(notBelow: floor)
    guard count > 0 else {
      return parties[party].worth.search.lowest(notBelow: parties[party].worth.best).found
    }
    let index = min(UInt64(seats.draw(place, party) * Double(count)), count - 1)
    let band = parties[party].worth.search.band(after: index, notBelow: floor)
    return seats.drawn(in: band, party, by: seats.numbers.dice.tactics[party][place].child("ties"))
  }
}
