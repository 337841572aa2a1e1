import Randomness

/// Every tactic laid out flat, and the one dispatch among them.
enum TacticRule: BitwiseCopyable {
  case time(TimeRule)
  case hardliner(HardlinerRule)
  case titForTat(TitForTatRule)
  case micro(MicroWalk)
  case zeuthen(ZeuthenWalk)
  case random(RandomWalk)
  case custom(CustomRule)
  case mixture(MixtureRule)

  /// - Parameters:
  ///   - tactic: what is laid out.
  ///   - customs: the user's own tactics of the scenario; this one is added.
  ///   - firstPart: of a mixture, where its parts are going to be.
  init(_ tactic: Tactic, customs: inout [any BiddingTactic], firstPart: Int) {
    switch tactic {
    case .time(let time): self = .time(TimeRule(time))
    case .hardliner: self = .hardliner(HardlinerRule())
    case .titForTat(let imitation): self = .titForTat(TitForTatRule(imitation))
    case .micro: self = .micro(MicroWalk())
    case .zeuthen: self = .zeuthen(ZeuthenWalk())
    case .random: self = .random(RandomWalk())
    case .custom(let own): self = .custom(CustomRule(own, customs: &customs))
    case .mix(let parts): self = .mixture(MixtureRule(first: firstPart, parts: parts.count))
    }
  }

  /// Puts a question to the tactic, whichever it is.
  @inline(__always)
  func answer<Question: TacticQuestion>(_ question: Question) -> Question.Answer {
    switch self {
    case .time(let rule): question.put(to: rule)
    case .hardliner(let rule): question.put(to: rule)
    case .titForTat(let rule): question.put(to: rule)
    case .micro(let rule): question.put(to: rule)
    case .zeuthen(let rule): question.put(to: rule)
    case .random(let rule): question.put(to: rule)
    case .custom(let rule): question.put(to: rule)
    case .mixture(let rule): question.put(to: rule)
    }
  }
}

/// Something that can be asked of any tactic. Generic, so that each is called directly: turns ask
/// several times.
protocol TacticQuestion {
  associatedtype Answer
  func put(to rule: some SeatTactic) -> Answer
}

extension Seats {
  /// Brings the aspiration of a party up to date with what it has seen. Returns whether the outcome
  /// that it would offer is thereby found.
  func followTactic(_ party: Int) -> Bool {
    if standsAtFloor(party) {
      parties[party].standing.aspiration = parties[party].standing.floor
      return false
    }
    return tactics[party].rule.answer(Follow(seats: self, party: party))
  }

  private struct Follow: TacticQuestion {
    let seats: Seats
    let party: Int
    @inline(__always)
    func put(to rule: some SeatTactic) -> Bool { rule.follow(seats, party) }
  }

  /// A party makes the offer that it has prepared.
  func noteOwnOffer(_ party: Int, _ forum: Int) {
    if standsAtFloor(party) { return noteMade(party) }
    tactics[party].rule.answer(NoteOwnOffer(seats: self, party: party, forum: forum))
  }

  /// What any tactic remembers of its own offers.
  func noteMade(_ party: Int) {
    let seat = parties[party]
    parties[party].desk.noteMade(aspiration: seat.standing.aspiration, answering: seat.hearing.heard)
    let made = seat.hearing.memory.made
    if made.count > 0 { made[0].append(ownWorth(of: party)) }
  }

  private struct NoteOwnOffer: TacticQuestion {
    let seats: Seats
    let party: Int
    let forum: Int
    @inline(__always)
    func put(to rule: some SeatTactic) { rule.noteOwnOffer(seats, party, forum) }
  }

  /// Puts what a party proposes next where all propose at the same time on its desk; returns
  /// whether there is anything.
  func prepareProposal(_ party: Int, _ forum: Int) -> Bool {
    if standsAtFloor(party) {
      guard hasOffer(party, in: forum) else { return false }
      noteMade(party)
      return true
    }
    return tactics[party].rule.answer(Propose(seats: self, party: party, forum: forum))
  }

  private struct Propose: TacticQuestion {
    let seats: Seats
    let party: Int
    let forum: Int
    func put(to rule: some SeatTactic) -> Bool { rule.propose(seats, party, forum) }
  }

  /// What one tactic of a party aims for as a part of a mixture.
  func level(of place: Int, _ party: Int, _ view: BiddingView) -> Double {
    tactics[party].nodes[place].rule.answer(Level(seats: self, party: party, place: place, view: view))
  }

  private struct Level: TacticQuestion {
    let seats: Seats
    let party: Int
    let place: Int
    let view: BiddingView
    func put(to rule: some SeatTactic) -> Double { rule.level(seats, party, place, view) }
  }

  /// The aspiration of a party whose tactic follows time alone.
  @inline(__always)
  func timeAspiration(_ party: Int, at clock: RoundClock, best: Double, floor: Double) -> Double? {
    if standsAtFloor(party) { return floor }
    return tactics[party].rule.answer(AtTime(seats: self, clock: clock, best: best, floor: floor))
  }

  private struct AtTime: TacticQuestion {
    let seats: Seats
    let clock: RoundClock
    let best: Double
    let floor: Double
    @inline(__always)
    func put(to rule: some SeatTactic) -> Double? {
      rule.aspiration(seats, at: clock, best: best, floor: floor)
    }
  }

  /// Whether the tactic of a party may offer one of several outcomes worth the same.
  func isAllowed(_ found: OutcomeSearch.Found, _ party: Int) -> Bool {
    standsAtFloor(party) || tactics[party].rule.answer(Allows(seats: self, party: party, found: found))
  }

  private struct Allows: TacticQuestion {
    let seats: Seats
    let party: Int
    let found: OutcomeSearch.Found
    func put(to rule: some SeatTactic) -> Bool { rule.allows(found, seats, party) }
  }

  /// At how many of those its tactic looks for one offer.
  func mostOfLevel(_ party: Int) -> Int { tactics[party].rule.answer(MostOfLevel()) }

  private struct MostOfLevel: TacticQuestion {
    func put(to rule: some SeatTactic) -> Int { rule.mostOfLevel }
  }

  /// A party sees an offer of another, or a mediator's text (-1).
  func watch(_ options: Lane<UInt8>, worth utility: Double, by party: Int, from sender: Int) {
    parties[party].hearing.heard += 1
    if tactics[party].needs.contains(.ledger) {
      parties[party].hearing.ledger.receive(rank(of: options), from: sender)
    }
    parties[party].hearing.memory.see(options, worth: utility, from: sender)
  }

  /// What a party knows now.
  func view(of party: Int) -> BiddingView {
    let state = parties[party]
    var view = BiddingView(
      time: course.time(of: party), round: course.round, rounds: course.roundsKnown(to: party),
      best: state.worth.best,
      floor: state.standing.floor, reservation: state.standing.threshold,
      lastAspiration: min(state.desk.lastAspiration, state.worth.best),
      hasNews: state.hearing.heard > state.desk.answered)
    if state.hearing.memory.made.count > 0 {
      view.made = state.hearing.memory.made[0]
      view.received = state.hearing.memory.receivedByAll()
    }
    return view
  }

  /// The draw of this round of one tactic of a party.
  func draw(_ place: Int, _ party: Int) -> Double {
    numbers.chance(numbers.dice.tactics[party][place], at: course.round)
  }
}
