/// One of the user's own tactics on a seat, called through its protocol.
struct CustomRule: SeatTactic {
  /// Its place among those of the scenario.
  private let place: Int

  init(_ tactic: any BiddingTactic, customs: inout [any BiddingTactic]) {
    place = customs.count
    customs.append(tactic)
  }

  var needs: TacticNeeds { .history }

  func level(_ seats: Seats, _ party: Int, _ place: Int, _ view: BiddingView) -> Double {
    var view = view
    view.draw = seats.draw(place, party)
    return view.held(seats.customTactics[self.place].aspiration(view))
  }
}
