/// ``Hardliner`` on a seat.
final class HardlinerRule: SeatTactic {
  override var followsTime: Bool { true }

  override func level(_ seats: Seats, _ party: Int, _ place: Int, _ view: BiddingView) -> Double {
    Hardliner().aspiration(view)
  }

  override func aspiration(_ seats: Seats, at clock: RoundClock, best: Double, floor: Double) -> Double? {
    best
  }

  override func follow(_ seats: Seats, _ party: Int) -> Bool { false }
}
