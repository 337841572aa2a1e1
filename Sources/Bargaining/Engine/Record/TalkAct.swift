/// One thing that happens in a run, as an observer is told of it.
public struct TalkAct: Sendable, Equatable {
  /// Who acts.
  public enum Actor: Sendable, Hashable {
    /// A party, by its index in the scenario.
    case party(Int)
    /// A mediator, by its index in the scenario.
    case mediator(Int)
    /// An event, by its index in the scenario.
    case event(Int)
    /// The talks themselves: they are suspended, resume, collapse, or have their deadline put off.
    case talks
  }

  /// What is done.
  public enum Kind: String, Sendable, Equatable {
    /// A party makes an offer of its own.
    case offer
    /// A mediator tables a text.
    case text
    /// A party takes the outcome that was offered or tabled.
    case accept
    /// A party turns it down: see ``TalkAct/because``.
    case reject
    /// The talks are suspended: nothing stands any longer, and no forum sits.
    case suspend
    /// Suspended talks resume; the forums sit again in the same round.
    case resume
    /// An event happens: see ``TalkAct/changes``.
    case event
    /// The deadline is put off: ``TalkAct/changes`` has the rounds before and after.
    case extend
    /// The issues of one stage of the agenda are settled (``AgendaOrder``).
    case settle
    /// A party's home turns a deal down or lets it pass: see ``TalkAct/vote``.
    case ratify
    /// A phase of an agreement is carried out or fails: see ``TalkAct/phase``. The actor is then
    /// the party that was most tempted.
    case phase
  }

  /// The round, from 0.
  public var round: Int
  /// `nil` for what happens outside any forum.
  public var forum: Int?
  /// Who acts.
  public var actor: Actor
  /// What is done.
  public var kind: Kind
  /// The outcome that was offered, tabled or judged: an option per issue; empty for other acts. An
  /// issue whose stage of the agenda is still to come stands at the option at which it is held
  /// meanwhile; where a stage is settled, at -1.
  public var options: [Int]
  /// Why something is refused; `nil` of every other act.
  public var because: Refusal?
  /// Per party: what the outcome is worth to it at that moment, undiscounted; empty for acts
  /// without an outcome.
  public var utilities: [Double] = []
  /// Of ``Kind/text`` alone: whether its mediator had it ready (``PreparedText``).
  package var isPrepared = false
  /// The numbers that an event changes, in the order of its effects, or the deadline that is put
  /// off; empty for other acts.
  public var changes: [Change] = []

  /// Of ``Kind/ratify`` alone.
  public var vote: HomeVote?
  /// What those at home object to: of a deal that they turned down, and of what a party refuses
  /// because it expects them to.
  public var objection: HomeObjection?
  /// Of ``Kind/phase`` alone.
  public var phase: PhaseReport?

  /// A number before and after an event, its range taken into account.
  public struct Change: Sendable, Equatable {
    /// The number that changes.
    public var number: ParameterID
    /// Its value before.
    public var from: Double
    /// Its value afterwards.
    public var to: Double

    /// A change of a number from one value to another.
    public init(_ number: ParameterID, from: Double, to: Double) {
      self.number = number
      self.from = from
      self.to = to
    }
  }
}

/// Why a party turns an outcome down.
public enum Refusal: String, Sendable, Equatable, CaseIterable {
  /// It crosses one of the party's red lines, whatever it is worth.
  case redLine = "red_line"
  /// No agreement is worth more to the party (carrots, sticks and delay counted), or it has to
  /// bring more home.
  case belowReservation = "below_reservation"
  /// It is worth less than the party aims for in this round.
  case belowAspiration = "below_aspiration"
  /// The party's own next offer, a round later, is worth more to it; where all propose at once, the
  /// offer that it has just made.
  case prefersOwnOffer = "prefers_own_offer"
  /// It is worth less than the fixed utility of the party's acceptance rule.
  case belowConstant = "below_constant"
  /// The time at which the party's acceptance rule lets it take anything has not come.
  case tooEarly = "too_early"
  /// Good enough, but the mediator's: the party does not trust its author enough to take it up.
  case noTrust = "no_trust"
  /// A change of a single text that leaves the party worse off.
  case prefersText = "prefers_text"
  /// Good enough if it were kept, but not likely enough to be.
  case wouldNotLast = "would_not_last"
  /// Good enough at the table, but those at home are expected to turn it down.
  case wouldFailAtHome = "would_fail_at_home"
  /// Those at home turn it down.
  case rejectedAtHome = "rejected_at_home"
}

/// Listens to a run. ``Negotiation/run(_:seed:lookingForZone:observer:)`` is compiled apart for
/// each kind of observer, so that a run that nobody listens to pays nothing.
public protocol TalksObserver {
  /// Whether it wants to be told. Of the type, not of the value: where it is false no act is put
  /// together, and ``observe(_:)`` is never called.
  static var isListening: Bool { get }
  /// Hears of one act, in the order in which acts happen; the run waits until this returns.
  mutating func observe(_ act: TalkAct)
}

extension TalksObserver {
  /// Whether it wants to be told; true unless an observer says otherwise.
  public static var isListening: Bool { true }
}

/// Nobody listens.
struct NoObserver: TalksObserver {
  static var isListening: Bool { false }
  mutating func observe(_ act: TalkAct) {}
}

/// Keeps every act in order.
public struct Transcript: TalksObserver, Sendable {
  /// Every act so far, in order.
  public private(set) var acts: [TalkAct] = []

  /// Nothing written yet.
  public init() {}

  /// Keeps the act.
  public mutating func observe(_ act: TalkAct) { acts.append(act) }
}
