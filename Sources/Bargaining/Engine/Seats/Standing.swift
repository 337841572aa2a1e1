/// Where one party stands in a round: from what no agreement is worth to it to what it asks for.
struct Standing: BitwiseCopyable {
  /// Costs of delay so far.
  private(set) var delay = 0.0
  /// K: carrots that agreeing brings, in utility.
  var carrots = 0.0
  /// F: sticks taken off the reservation.
  var sticks = 0.0
  /// delta^round.
  private(set) var discounting = 1.0
  /// r(t): what no agreement is worth.
  private(set) var reservation = 0.0
  /// The utility at which the surplus is zero, r - K, or what it has to bring home if that is more.
  private(set) var wholeThreshold = 0.0
  /// That of the round in which the agreement was signed or the run ended, whatever it has to bring
  /// home.
  private(set) var signingThreshold = 0.0
  /// The same as ``wholeThreshold`` for what counts at this stage.
  var threshold = 0.0
  /// What it has to bring home since a deal failed there, in utility; -infinity before.
  private(set) var homeDemand = -Double.infinity
  /// The most that it hopes for, as mediators on its side let it.
  private(set) var hope = Double.infinity
  /// A(t), the best that there is for it until it has asked for anything, and what it is willing to
  /// go down to.
  var aspiration = 0.0
  var floor = 0.0

  /// What agreeing must make up for: the reservation less the carrots. Both are discounted alike,
  /// so that delay makes no deal better or worse than none.
  var neededNow: Double { reservation - carrots }

  /// Begins a run.
  mutating func begin() {
    delay = 0
    carrots = 0
    sticks = 0
    discounting = 1
    homeDemand = -.infinity
    hope = .infinity
  }

  /// Takes what no agreement would have been worth at first, as it is now, to this round.
  @inline(__always)
  mutating func update(from rho: Double) {
    reservation = rho - delay - sticks
    wholeThreshold = max(neededNow, homeDemand)
  }

  /// Bears one more round.
  @inline(__always)
  mutating func bearRound(cost: Double, discount: Double) {
    delay += cost
    discounting *= discount
  }

  /// Those at home ask for so much from now on.
  mutating func demand(_ utility: Double) { homeDemand = max(homeDemand, utility) }

  /// Nobody asks for anything at the beginning of a stage.
  mutating func forgetDemand() { homeDemand = -.infinity }

  /// A mediator on its side says that no more than `utility` is to be had.
  ///
  /// - Parameters:
  ///   - best: the most that there is for it.
  ///   - weight: in [0, 1], how far it is believed.
  mutating func hear(thatNoMoreThan utility: Double, of best: Double, weight: Double) {
    let most = min(hope, best)
    if utility < most { hope = most + weight * (utility - most) }
  }

  /// What counted at the last stage of the agenda says nothing of this one.
  mutating func forgetHope() { hope = .infinity }

  /// An agreement is signed, or the run ends.
  mutating func sign() { signingThreshold = neededNow }
}

extension Seat {
  /// Whether no agreement is worth more to the party than an outcome of that utility.
  @inline(__always)
  func isBelowThreshold(_ utility: Double) -> Bool { !UtilityGrid.reaches(utility, standing.threshold) }
}

extension Seats {
  /// What no agreement is worth to each party this round, and from which utility on it lives with a
  /// deal.
  func updateStanding() {
    let isStaged = agenda.isStaged
    for party in 0..<count {
      parties[party].standing.update(from: numbers[plans[party].reservation.index])
      parties[party].standing.threshold =
        parties[party].standing.wholeThreshold + (isStaged ? laterStakes(party) : 0)
    }
    for party in home.asked {
      let standing = parties[party].standing
      home.feel(
        party, fall: numbers.drawn[plans[party].reservation.index] - standing.reservation,
        carrots: standing.carrots)
    }
    guard isStaged, agenda.hasInterimDeal else { return }
    for party in 0..<count { parties[party].standing.threshold = worthInForce(to: party) }
  }

  /// Moves every party's aspiration to this round, where it follows time alone:
  /// `A(t) = floor + (M - floor) (1 - F(t))`, `floor = m + (1 - kappa) (M - m)`, m the larger of
  /// worst utility and reservation.
  func updateAspirations() {
    for party in 0..<count {
      // With the tolerance of acceptance, so that an outcome of surplus zero can be offered as well
      // as accepted.
      let least = max(parties[party].worth.worst, parties[party].standing.threshold - UtilityGrid.tolerance)
      let best = parties[party].worth.best
      let floor = least + (1 - numbers[plans[party].willingness.index]) * (best - least)
      parties[party].standing.floor = floor
      // That of other tactics moves with the offers of the others.
      let most = plans[party].concedesWithTime ? max(floor, min(best, parties[party].standing.hope)) : best
      if let aspiration = timeAspiration(party, at: course.clock(of: party), best: most, floor: floor) {
        parties[party].standing.aspiration = aspiration
      }
    }
  }

  /// The aspiration of a party whose tactic follows time alone.
  @inline(__always)
  private func timeAspiration(_ party: Int, at clock: RoundClock, best: Double, floor: Double) -> Double? {
    if standsAtFloor(party) { return floor }
    return tactics[party].rule.with { $0.aspiration(self, at: clock, best: best, floor: floor) }
  }

  /// Whether a party can hold out no longer: whatever its tactic, it stands at its floor.
  @inline(__always)
  func standsAtFloor(_ party: Int) -> Bool { course.ends.isOwn && course.ends.isPastEnd(party) }

  /// Everybody bears the cost of one more round.
  func bearRound() {
    for party in 0..<count {
      parties[party].standing.bearRound(
        cost: numbers[plans[party].costOfDelay.index], discount: numbers[plans[party].discount.index])
    }
  }

  /// What a further deal must at least be worth to a party once an interim deal holds: without one
  /// it keeps what is in force, however well it could have done without any.
  private func worthInForce(to party: Int) -> Double {
    max(parties[party].worth.whole.utility(agenda.inForce), parties[party].standing.homeDemand)
  }
}
