/// Something that may happen while the talks go on: in each round with a probability.
public struct Event: Sendable, Equatable {
  /// The machine name: the key in the scenario file.
  public var name: String
  /// What people call it, in one or several languages; `nil` for the machine name.
  public var label: LocalizedText?
  /// Probability per round, in [0, 1], while there is no progress.
  public var rate: ParameterID
  /// What full progress adds to the rate, in [-1, 1]; the sum is kept in [0, 1]. Above 0 for a
  /// spoiler (Stedman 1997, doi:10.2307/2539366; Kydd & Walter 2002,
  /// doi:10.1162/002081802320005487).
  public var progressRate: ParameterID?
  /// In [0, 1]: how much of a shock to the talks it is (``HazardTerms``); `nil` for 1.
  public var shock: ParameterID?
  /// Whether it can happen at most once in a run.
  public var once: Bool
  /// What it changes, in this order.
  public var effects: [Effect]
  /// Fact numbers of the seeds.
  public var source: [String]

  /// What an event does to one number, of either sign. Changes add up (or multiply) and the number
  /// is then clamped to its range.
  public struct Effect: Sendable, Equatable {
    /// How a number is changed.
    public enum Change: Sendable, Equatable {
      /// A summand, of either sign, in the unit of the target; 0 changes nothing.
      case add(ParameterID)
      /// A factor of the number with all summands added; 1 changes nothing, several multiply.
      case multiply(ParameterID)
    }

    /// The number that is changed; it stays in its range.
    public var target: ParameterID
    /// What is done to it.
    public var change: Change
    /// How many rounds it lasts, the round of the event included; `nil` for good.
    public var rounds: Int?

    /// A change for so many rounds, at least 1; `nil` for good.
    public init(target: ParameterID, change: Change, rounds: Int? = nil) {
      self.target = target
      self.change = change
      self.rounds = rounds
    }
  }

  /// An event of the given parts.
  public init(
    name: String, label: LocalizedText? = nil, rate: ParameterID, progressRate: ParameterID? = nil,
    once: Bool = false, effects: [Effect], source: [String] = [], shock: ParameterID? = nil
  ) {
    self.name = name
    self.label = label
    self.rate = rate
    self.progressRate = progressRate
    self.once = once
    self.effects = effects
    self.source = source
    self.shock = shock
  }
}

extension Scenario {
  /// Per event: where its progress rate is kept, or -1; empty when none can be other than 0.
  var progressRates: [Int] {
    let touched = Set(events.flatMap(\.effects).map(\.target))
    let places = events.map { event in
      guard let id = event.progressRate, self[id].distribution != .constant(0) || touched.contains(id) else {
        return -1
      }
      return id.index
    }
    return places.contains { $0 >= 0 } ? places : []
  }
}
