/// Something that may happen while the talks go on: in each round with a probability.
public struct Event: Sendable, Equatable {
  public var name: String
  public var label: LocalizedText?
  /// Probability per round, in [0, 1].
  public var rate: ParameterID
  /// Whether it can happen at most once in a run.
  public var once: Bool
  public var effects: [Effect]
  public var source: [String]

  /// What an event does to one number, of either sign. Changes add up (or multiply) and the number is then
  /// clamped to its range.
  public struct Effect: Sendable, Equatable {
    public enum Change: Sendable, Equatable {
      case add(ParameterID)
      case multiply(ParameterID)
    }

    public var target: ParameterID
    public var change: Change
    /// How many rounds it lasts, the round of the event included; `nil` for good.
    public var rounds: Int?

    public init(target: ParameterID, change: Change, rounds: Int? = nil) {
      self.target = target
      self.change = change
      self.rounds = rounds
    }
  }

  public init(
    name: String, label: LocalizedText? = nil, rate: ParameterID, once: Bool = false,
    effects: [Effect], source: [String] = []
  ) {
    self.name = name
    self.label = label
    self.rate = rate
    self.once = once
    self.effects = effects
    self.source = source
  }
}
