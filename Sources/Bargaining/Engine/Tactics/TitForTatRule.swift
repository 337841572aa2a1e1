/// `TitForTat` on a seat, with its numbers as they are in the run.
final class TitForTatRule: SeatTactic {
  private let window: Int
  private let imitation: TitForTatTactic.Imitation

  init(_ tactic: TitForTatTactic) { (window, imitation) = (tactic.window, tactic.imitation) }

  override var needs: TacticNeeds { .history }

  override func level(_ seats: Seats, _ party: Int, _ place: Int, _ view: BiddingView) -> Double {
    switch imitation {
    case .relative: return TitForTat(.relative, window: window).aspiration(view)
    case .averaged: return TitForTat(.averaged, window: window).aspiration(view)
    case .absolute(let step, let direction):
      var view = view
      view.draw = seats.draw(place, party)
      let rule = TitForTat.Rule.absolute(step: seats.numbers[step.index], direction: direction)
      return TitForTat(rule, window: window).aspiration(view)
    }
  }
}
