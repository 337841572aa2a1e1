extension Negotiation {
  /// Step 2 of a round: leverage and what no agreement is worth to each party.
  func updateStanding() {
    mediators.bringLeverage()
    for party in 0..<partyCount {
      let rho = numbers[partyPlans[party].reservation.index]
      let reservation = rho - parties[party].delay - parties[party].sticks
      parties[party].reservation = reservation
      // Mostly nothing is discounted, and a division is slow.
      let surplusZero = reservation - parties[party].carrots
      parties[party].wholeThreshold = max(
        parties[party].discounting == 1 ? surplusZero : surplusZero / parties[party].discounting,
        parties[party].homeDemand)
      parties[party].threshold =
        agenda.hasInterimDeal
        ? worthInForce(to: party) : parties[party].wholeThreshold + laterStakes(party)
    }
    // Only discounts let thresholds rise, which a later round could not make up for.
    if zone.isLooking, partyPlans.contains(where: { numbers[$0.discount.index] < 1 }) {
      zone.keep()
    }
  }

  /// What a further deal must at least be worth to a party once an interim deal holds: without one it keeps what is in force, however
  /// well it could have done without any.
  private func worthInForce(to party: Int) -> Double {
    max(parties[party].whole.utility(agenda.inForce), parties[party].homeDemand)
  }
}
