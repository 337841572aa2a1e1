extension Seats {
  /// What no agreement is worth to each party this round, and from which utility on it lives with a deal.
  func updateStanding() {
    for party in 0..<count {
      parties[party].standing.update(from: numbers[plans[party].reservation.index])
      parties[party].standing.threshold =
        agenda.hasInterimDeal
        ? worthInForce(to: party) : parties[party].standing.wholeThreshold + laterStakes(party)
    }
  }

  /// Whether thresholds rise with time, which only discounts let them.
  var isDiscounting: Bool { plans.contains { numbers[$0.discount.index] < 1 } }

  /// Moves every party's aspiration to this round, where it follows time alone:
  /// `A(t) = floor + (M - floor) (1 - F(t))`, `floor = m + (1 - kappa) (M - m)`, m the larger of worst utility and reservation.
  func updateAspirations() {
    let clock = course.clock
    for party in 0..<count {
      // With the tolerance of acceptance, so that an outcome of surplus zero can be offered as well as accepted.
      let least = max(parties[party].worth.worst, parties[party].standing.threshold - UtilityGrid.tolerance)
      let best = parties[party].worth.best
      let floor = least + (1 - numbers[plans[party].willingness.index]) * (best - least)
      parties[party].standing.floor = floor
      switch tactics[party].kind {
      case .time:
        parties[party].standing.aspiration = timeConcession(tactics[party].nodes[0]).aspiration(
          at: clock, best: best, floor: floor)
      case .hardliner: parties[party].standing.aspiration = best
      default: break  // It moves with the offers of the others, not with time alone.
      }
    }
  }

  /// What a further deal must at least be worth to a party once an interim deal holds: without one it keeps what is in force, however
  /// well it could have done without any.
  private func worthInForce(to party: Int) -> Double {
    max(parties[party].worth.whole.utility(agenda.inForce), parties[party].standing.homeDemand)
  }
}
