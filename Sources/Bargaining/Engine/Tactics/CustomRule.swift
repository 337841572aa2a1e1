/// One of the user's own tactics on a seat, called through its protocol.
final class CustomRule: SeatTactic {
  private let tactic: any BiddingTactic

  init(_ tactic: any BiddingTactic) { self.tactic = tactic }

  override var needs: TacticNeeds { .history }

  override func level(_ seats: Seats, _ party: Int, _ place: Int, _ view: BiddingView) -> Double {
    var view = view
    view.draw = seats.draw(place, party)
    return view.held(tactic.aspiration(view))
  }
}
