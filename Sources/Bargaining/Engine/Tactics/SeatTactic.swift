/// What a party has to be told of others' offers, and to remember, for the sake of its tactic.
struct TacticNeeds: OptionSet, BitwiseCopyable {
  let rawValue: UInt8
  /// Distinct offers made and received (``OfferLedger``), for which it goes through its outcomes
  /// one by one.
  static let ledger = TacticNeeds(rawValue: 1)
  /// The last offer of every party, from which it looks for the smallest step (see
  /// ``ConcessionSearch``).
  static let offers = TacticNeeds(rawValue: 2)
  /// What the last offers were worth to it.
  static let history = TacticNeeds(rawValue: 4)
}

/// How a party comes to its next offer by one tactic of the scenario: the flat form of a
/// ``Tactic``, and the rule.
///
/// What a tactic remembers lies on the desk and in the ears of the party, so that one is made for
/// all runs. A new one is a subclass in a file of its own, and its line in ``of(_:firstPart:)``; it
/// overrides ``level(_:_:_:_:)`` and what else it does in another way.
class SeatTactic {
  /// The rule of a tactic.
  ///
  /// - Parameter firstPart: of a mixture, where its parts are going to be.
  static func of(_ tactic: Tactic, firstPart: Int) -> SeatTactic {
    switch tactic {
    case .time(let time): TimeRule(time)
    case .hardliner: HardlinerRule()
    case .titForTat(let imitation): TitForTatRule(imitation)
    case .micro: MicroWalk()
    case .zeuthen: ZeuthenWalk()
    case .random: RandomWalk()
    case .custom(let own): CustomRule(own)
    case .mix(let parts): MixtureRule(first: firstPart, parts: parts.count)
    }
  }

  /// What a tactic has to be told, its parts included.
  static func needs(of tactic: Tactic) -> TacticNeeds {
    let own = of(tactic, firstPart: 0).needs
    guard case .mix(let parts) = tactic else { return own }
    return parts.reduce(own) { $0.union(needs(of: $1.tactic)) }
  }

  var needs: TacticNeeds { [] }

  /// The utility that the party aims for, by this tactic alone or as a part of a mixture; what it
  /// aimed for last where a tactic does not say.
  ///
  /// - Parameters:
  ///   - seats: whatever the party knows.
  ///   - party: whose tactic it is.
  ///   - place: which of the party's tactics it is: number 0 by itself, else the number of the
  ///     part.
  ///   - view: what a rule for levels is told.
  func level(_ seats: Seats, _ party: Int, _ place: Int, _ view: BiddingView) -> Double {
    view.lastAspiration
  }

  /// Whether its aspiration follows time alone. That of all others moves within a round, with the
  /// offers of others or its own.
  var followsTime: Bool { false }

  /// The aspiration of a round, where it follows time alone; else `nil`.
  func aspiration(_ seats: Seats, at clock: RoundClock, best: Double, floor: Double) -> Double? { nil }

  /// Brings the party's aspiration up to date; a tactic that walks through outcomes puts the one
  /// that it has come to on the desk, too.
  /// - Returns: whether it has.
  func follow(_ seats: Seats, _ party: Int) -> Bool {
    let view = seats.view(of: party)
    seats.parties[party].standing.aspiration = view.held(level(seats, party, 0, view))
    return false
  }

  /// The party makes the offer on its desk: what mixtures and tactics that look at utilities of
  /// offers remember of their own moves on. Not asked of one that ``followsTime``.
  func noteOwnOffer(_ seats: Seats, _ party: Int, _ forum: Int) { seats.noteMade(party) }

  /// Puts what the party proposes where all propose at the same time on its desk; returns whether
  /// there is anything.
  func propose(_ seats: Seats, _ party: Int, _ forum: Int) -> Bool {
    guard seats.hasOffer(party, in: forum) else { return false }
    seats.noteOwnOffer(party, forum)
    return true
  }

  /// Whether it may offer one of several outcomes worth the same.
  func allows(_ found: OutcomeSearch.Found, _ seats: Seats, _ party: Int) -> Bool { true }

  /// At how many outcomes worth the same it looks for one offer.
  var mostOfLevel: Int { 1_000 }
}

/// A rule of a tactic in flat memory, not counted: it is asked several times per turn. Its owner
/// must outlive it.
struct TacticReference: BitwiseCopyable {
  private let rule: Unmanaged<SeatTactic>

  init(_ rule: SeatTactic) { self.rule = Unmanaged.passUnretained(rule) }

  @inline(__always)
  func with<Answer>(_ question: (SeatTactic) -> Answer) -> Answer { rule._withUnsafeGuaranteedRef(question) }
}
