/// ``TimeConcession`` on a seat, with its numbers as they are in the run.
final class TimeRule: SeatTactic {
  private let isExponential: Bool
  private let beta: Int
  private let start: Int
  private let tolerance: Int

  init(_ tactic: TimeTactic) {
    isExponential = tactic.curve == .exponential
    (beta, start, tolerance) = (tactic.beta.index, tactic.start.index, tactic.tolerance.index)
  }

  override var followsTime: Bool { true }

  override func level(_ seats: Seats, _ party: Int, _ place: Int, _ view: BiddingView) -> Double {
    concession(seats.numbers).aspiration(view)
  }

  override func aspiration(_ seats: Seats, at clock: RoundClock, best: Double, floor: Double) -> Double? {
    concession(seats.numbers).aspiration(at: clock, best: best, floor: floor)
  }

  override func follow(_ seats: Seats, _ party: Int) -> Bool { false }

  @inline(__always)
  private func concession(_ numbers: RunNumbers) -> TimeConcession {
    TimeConcession(
      curve: isExponential ? .exponential : .polynomial, beta: numbers[beta], start: numbers[start],
      tolerance: numbers[tolerance])
  }
}
