/// What can be seen of talks without playing them: what outcomes are worth to whom, from which
/// utility on each party lives with a deal, and what is locked, as the run played last left it.
/// Solutions read this alone.
struct TalksView {
  let scenario: Scenario
  let layout: IssueLayout
  /// Per issue: the option that it is locked to from the beginning of the run, or -1; and the one
  /// that it is locked to now.
  let locks: Lane<Int>
  let locked: Lane<Int>
  private let parties: Lane<Seat>
  private let home: HomeFront
  private let seats: Seats
  private let mediators: Mediators
  /// Keeps the lanes.
  private let arena: Arena

  fileprivate init(_ negotiation: Negotiation) {
    scenario = negotiation.scenario
    layout = negotiation.agenda.layout
    locks = negotiation.agenda.locks
    locked = negotiation.agenda.locked
    parties = negotiation.seats.parties
    home = negotiation.seats.home
    seats = negotiation.seats
    mediators = negotiation.mediators
    arena = negotiation.arena
  }

  var partyCount: Int { parties.count }

  /// What counts for a party in the end.
  func table(of party: Int) -> UtilityTable { parties[party].worth.whole }

  /// The homes of some parties, as they stand; where homes are watched.
  func homes(of parties: [Int], arena: Arena) -> ZoneHomes {
    ZoneHomes(of: parties, in: home, issues: layout.optionCounts.count, arena: arena)
  }

  /// The utility at which a party's surplus is zero, or what it has to bring home if that is more.
  func threshold(of party: Int) -> Double { parties[party].standing.wholeThreshold }

  /// That of the round in which the agreement was signed or the run ended, whatever it has to bring
  /// home.
  func signingThreshold(of party: Int) -> Double { parties[party].standing.signingThreshold }

  /// What outcomes are worth to a mediator, of a package.
  func table(ofMediator mediator: Int) -> UtilityTable { mediators.states[mediator].table }

  /// Bits of the parties that look ahead to whether a deal will be kept.
  var lookingAhead: UInt32 { seats.aftermath.lookingAhead }

  /// Whether a party that looks ahead would rather have no agreement than one that is as likely to
  /// fail as it expects.
  ///
  /// - Parameter carrot: what agreeing brings it beside what mediators promise.
  func wouldNotLast(
    _ options: Lane<UInt8>, worth utility: Double, for party: Int, carrot: Double = 0
  ) -> Bool {
    seats.wouldNotLast(options, worth: utility, for: party, carrot: carrot)
  }

  /// Whether deals have phases.
  var hasPhases: Bool { seats.aftermath.phases.steps.count > 0 }

  /// The probability that an outcome would be carried out to its end; 1 without phases.
  func survival(of options: Lane<UInt8>) -> Double { seats.aftermath.survival(of: options) }

  /// What an outcome is worth to a party, undiscounted.
  func utility(of options: [Int], to party: Int) -> Double {
    let table = table(of: party)
    var sum = 0.0
    var bits = ~UInt64(0)
    for k in options.indices {
      sum += table.worth[layout.offsets[k] + options[k]]
      bits &= table.met[layout.offsets[k] + options[k]]
    }
    return sum + table.bonuses(bits & table.interactionBits)
  }
}

extension Negotiation {
  var view: TalksView { TalksView(self) }

  /// Before its first round, all numbers in place.
  ///
  /// - Parameter searching: false where nobody is going to be asked what it would offer.
  static func beforeFirstRound(
    of scenario: Scenario, searching: Bool
  ) throws(NegotiationFault) -> Negotiation {
    let negotiation = try Negotiation(scenario, searching: searching)
    negotiation.begin(run: 0, seed: 0, lookingForZone: true)
    negotiation.updateStanding()
    return negotiation
  }

  /// Draws every number of a run and stops before its first round, before any event.
  ///
  /// - Parameter hasLeverage: whether mediators bring their carrots and sticks to bear.
  func open(run: UInt32, seed: UInt64, hasLeverage: Bool) {
    begin(run: run, seed: seed, lookingForZone: true)
    if hasLeverage { updateStanding() } else { seats.updateStanding() }
  }

  /// Per party: by how much it would still ask for more than its threshold in the last round before
  /// the deadline, were
  /// nothing to change until then; `nil` for those whose tactic is not time-dependent and those
  /// that can get nothing.
  func askedInTheLastRound() -> [Double?] {
    for party in seats.parties.indices {
      guard seats.tactics[party].rule.with({ $0 is TimeRule }) else { continue }
      seats.parties[party].worth.findExtremes(
        scenario.parties[party].preferences, layout: agenda.layout, locked: agenda.locked)
    }
    // Without a deadline, in the round in which nobody can hold out any longer.
    let rest = scenario.parties.map { $0.horizon.map { numbers[$0.index] } ?? 0 }.max() ?? 0
    course.enter(max(0, (course.roundsKnown ?? Int(rest.rounded(.up)) + 1) - 1))
    course.measureTime()
    seats.updateAspirations()
    return seats.parties.enumerated().map { party, seat in
      guard seats.tactics[party].rule.with({ $0 is TimeRule }), seat.worth.best > -.infinity else {
        return nil
      }
      let asked = seat.standing.aspiration - seat.standing.threshold
      return asked > UtilityGrid.tolerance ? asked : 0
    }
  }
}
