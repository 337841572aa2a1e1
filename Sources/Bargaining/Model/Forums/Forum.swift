/// A place where some of the parties meet, with or without mediators, by a protocol and in a
/// rhythm.
public struct Forum: Sendable, Equatable {
  /// The protocol of a forum: who may say what, and when something is agreed.
  public enum Rules: Sendable, Equatable, BitwiseCopyable {
    /// Stacked alternating offers among any number of parties (Aydoğan, Festen, Hindriks, Jonker
    /// 2017, doi:10.1007/978-3-319-51563-2_10).
    case alternating
    /// Offers go to the mediators alone; the parties see only the mediators' texts.
    case shuttle
    /// The monotonic concession protocol (Rosenschein & Zlotkin 1994, *Rules of Encounter*, MIT
    /// Press): all members propose at the same time, and a proposal that every other member with a
    /// veto finds at least as good as its own is agreed.
    case simultaneous
    /// A single negotiating text that a mediator changes at random and all vote on.
    case singleText(SingleText)
    /// Take it or leave it: the first member proposes, the others say yes or no.
    case ultimatum

    /// Every name that a file may write.
    public static let names = ["alternating", "shuttle", "simultaneous", "single_text", "ultimatum"]

    /// The name in files.
    public var name: String {
      switch self {
      case .alternating: "alternating"
      case .shuttle: "shuttle"
      case .simultaneous: "simultaneous"
      case .singleText: "single_text"
      case .ultimatum: "ultimatum"
      }
    }

    /// Whether nothing can be agreed or changed without a mediator.
    public var needsMediator: Bool {
      switch self {
      case .shuttle, .singleText: true
      case .alternating, .simultaneous, .ultimatum: false
      }
    }
  }

  /// In which order mediators take their turns at a sitting.
  public enum Turns: Sendable, Equatable, BitwiseCopyable {
    /// Drawn anew for each sitting, every order as likely.
    case drawn
    /// As they are listed.
    case listed
  }

  /// The machine name: the key in the scenario file.
  public var name: String
  /// What people call it, in one or several languages; `nil` for the machine name.
  public var label: LocalizedText?
  /// Indices of parties, in order of turn.
  public var members: [Int]
  /// Indices of mediators.
  public var mediators: [Int]
  /// In which order these table their texts.
  public var turns: Turns
  /// Who may say what, and when something is agreed.
  public var rules: Rules
  /// It sits in rounds `first`, `first + every`, `first + 2 every`, …
  public var every: Int
  /// The first round in which it sits, from 0; one that no round reaches never does.
  public var first: Int

  /// A forum of these members, two or more, and mediators, all by their index in the scenario.
  public init(
    name: String, label: LocalizedText? = nil, members: [Int], mediators: [Int],
    turns: Turns = .drawn, rules: Rules, every: Int = 1, first: Int = 0
  ) {
    self.name = name
    self.label = label
    self.members = members
    self.mediators = mediators
    self.turns = turns
    self.rules = rules
    self.every = every
    self.first = first
  }

  /// Whether the forum sits in a round.
  package func sits(in round: Int) -> Bool {
    rhythm.sits(in: round)
  }

  /// In how many of so many rounds it sits if talks are never suspended.
  package func sittings(in rounds: Int) -> Int {
    rhythm.sittings(in: rounds)
  }

  var rhythm: ForumRhythm { ForumRhythm(every: every, first: first) }
}
