/// ``Hardliner`` on a seat.
struct HardlinerRule: SeatTactic {
  var followsTime: Bool { true }

  func level(_ seats: Seats, _ party: Int, _ place: Int, _ view: BiddingView) -> Double {
    Hardliner().aspiration(view)
  }

  @inline(__always)
  func aspiration(_ seats: Seats, at clock: RoundClock, best: Double, floor: Double) -> Double? { best }

  func follow(_ seats: Seats, _ party: Int) -> Bool { false }

  func noteOwnOffer(_ seats: Seats, _ party: Int, _ forum: Int) {}
}
