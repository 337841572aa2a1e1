/// One mediator: its own interests and its mixture of Bercovitch's three styles, each with a
/// strength in [0, 1] (Beardsley, Quinn, Biswas, Wilkenfeld 2006, doi:10.1177/0022002705282862).
public struct Mediator: Sendable, Equatable {
  /// The machine name: the key in the scenario file.
  public var name: String
  /// What people call it, in one or several languages; `nil` for the machine name.
  public var label: LocalizedText?
  /// May be indifferent to every issue.
  public var preferences: Preferences
  /// Communication: how fast its estimates of the parties narrow, and its effort to resume
  /// suspended talks.
  public var facilitate: ParameterID
  /// Formulation: the probability that it tables a text when a forum sits.
  public var formulate: ParameterID
  /// Manipulation: the share of its carrots and sticks that it brings to bear.
  public var manipulate: ParameterID
  /// gamma >= 0: how much its own utility counts beside the parties' surpluses when it drafts.
  public var ownInterest: ParameterID
  /// One entry per party of the scenario.
  public var toward: [Relation]
  /// How it comes to its estimates of the parties: `nil` when they tell it what they want, which it
  /// sees with an error (``Mediation/noise``); else from the offers made in the forums that it sits
  /// in.
  ///
  /// One that learns knows neither reservations nor interactions: it counts surpluses from 0, as if
  /// no agreement were worth to everybody what the worst outcome is.
  public var estimates: OpponentModel?

  /// A mediator of the given numbers; `toward` has one entry per party of the scenario.
  public init(
    name: String, label: LocalizedText? = nil, preferences: Preferences, facilitate: ParameterID,
    formulate: ParameterID, manipulate: ParameterID, ownInterest: ParameterID, toward: [Relation],
    estimates: OpponentModel? = nil
  ) {
    self.name = name
    self.label = label
    self.preferences = preferences
    self.facilitate = facilitate
    self.formulate = formulate
    self.manipulate = manipulate
    self.ownInterest = ownInterest
    self.toward = toward
    self.estimates = estimates
  }

  /// How a mediator stands to one party.
  public struct Relation: Sendable, Equatable, BitwiseCopyable {
    /// In [0, 1], scales every effect of the mediator on the party.
    public var trust: ParameterID
    /// In [-1, 1]: the party's surplus counts 1 + bias when the mediator drafts; 0 is even-handed.
    public var bias: ParameterID
    /// K >= 0: added to the party's value of agreeing, in utility.
    public var carrot: ParameterID
    /// F >= 0: taken off the party's reservation, in utility.
    public var stick: ParameterID

    /// A relation of the given numbers.
    public init(trust: ParameterID, bias: ParameterID, carrot: ParameterID, stick: ParameterID) {
      self.trust = trust
      self.bias = bias
      self.carrot = carrot
      self.stick = stick
    }
  }
}

/// What all mediators have in common.
public struct Mediation: Sendable, Equatable {
  /// sigma_0 >= 0: standard deviation, in utility, of a mediator's first estimate of a party.
  public var noise: ParameterID
  /// kappa_c in [0, 1]: what disagreement among mediators costs their joint leverage.
  public var incoherence: ParameterID

  /// What mediators have in common, of the given numbers.
  public init(noise: ParameterID, incoherence: ParameterID) {
    self.noise = noise
    self.incoherence = incoherence
  }
}

extension Scenario {
  /// Whether a mediator can change nothing: its three strengths are certainly zero and no event
  /// touches them. Such a mediator is left out of the tables, which are then the same, byte for
  /// byte, as without it (Fey & Ramsay 2010, doi:10.1017/S0043887110000109).
  package func isInert(mediator index: Int) -> Bool {
    if !models.isEmpty { return models.allSatisfy { $0.scenario.isInert(mediator: index) } }
    let mediator = mediators[index]
    let strengths = [mediator.facilitate, mediator.formulate, mediator.manipulate]
    let touched = events.flatMap(\.effects).map(\.target)
    return strengths.allSatisfy { self[$0].distribution == .constant(0) && !touched.contains($0) }
  }
}
