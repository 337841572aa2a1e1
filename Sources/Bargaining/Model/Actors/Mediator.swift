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
  /// What it has ready, in the order in which it tables them.
  package var texts: [PreparedText] = []

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
    /// In [0, 1], scales every effect of the mediator on the party: where it begins. It is a belief
    /// with a memory, and moves with what happens (``gain``, ``loss``, ``Ratification/trustLoss``,
    /// events).
    ///
    /// A text that a party could live with is taken up if it trusts its mediator more than a number
    /// that is drawn once for the mediator, the party and the text. So a text is taken up with the
    /// probability of the trust, and tabled again it is again, or again not, until the trust
    /// changes.
    public var trust: ParameterID
    /// In [-1, 1]: the party's surplus counts 1 + bias when the mediator drafts; 0 is even-handed.
    public var bias: ParameterID
    /// K >= 0: added to the party's value of agreeing, in utility.
    public var carrot: ParameterID
    /// F >= 0: taken off the party's reservation, in utility.
    public var stick: ParameterID
    /// In [0, 1]: a text that is better for the party than the mediator's last one takes its trust
    /// that share of the way to 1; `nil` for 0.
    ///
    /// Steps in proportion to what is left: Bush, Mosteller 1951, doi:10.1037/h0054388.
    public var gain: ParameterID?
    /// In [0, 1]: a text that is worth less to the party than no agreement, or crosses a red line
    /// of its, takes its trust that share of the way to 0; and so does a deal on the mediator's
    /// text that another party's home turns down. `nil` for 0.
    ///
    /// Trust is lost more easily than won: Slovic 1993, doi:10.1111/j.1539-6924.1993.tb01329.x.
    public var loss: ParameterID?

    /// A relation of the given numbers.
    public init(
      trust: ParameterID, bias: ParameterID, carrot: ParameterID, stick: ParameterID,
      gain: ParameterID? = nil, loss: ParameterID? = nil
    ) {
      self.trust = trust
      self.bias = bias
      self.carrot = carrot
      self.stick = stick
      self.gain = gain
      self.loss = loss
    }
  }
}

/// What all mediators have in common.
public struct Mediation: Sendable, Equatable {
  /// sigma_0 >= 0: standard deviation, in utility, of a mediator's first estimate of a party.
  public var noise: ParameterID
  /// In [0, 1]: the share of that error that no talking takes away,
  /// `sigma = sigma_0 (floor + (1 - floor) prod(1 - f trust))`; `nil` for 0. Who has private
  /// information and reason to misrepresent it is never quite known (Fearon 1995,
  /// doi:10.1017/S0020818300033324).
  public var floor: ParameterID?
  /// In [0, 1]: how far a mediator's side follows it, the channel by which bias helps; `nil` for 0.
  ///
  /// With the lean of a mediator towards a party, half of the difference between its bias towards
  /// it and the mean of its biases towards the others that it meets:
  ///
  /// - its texts and its leverage reach a party that it leans to with the trust
  ///   `trust + allegiance lean (1 - trust)`;
  /// - with each text that brings such a party less than the most that it hopes for, what it hopes
  ///   for falls by `allegiance lean` of the difference: it is believed when it says that more is
  ///   not to be had. A party that concedes with time starts from what it hopes for.
  ///
  /// Who is on one's side is believed when it counsels restraint (Kydd 2003,
  /// doi:10.1111/1540-5907.00042), and mediators biased towards a government bring more settlements
  /// (Svensson 2007, doi:10.1177/0022343307075121).
  public var allegiance: ParameterID?
  /// In [0, 1]: how far a mediator's bias costs it the trust of the others, the channel by which
  /// bias harms: its texts are taken up by a party that it leans away from with the trust
  /// `trust (1 - suspicion |lean|)`; `nil` for 0.
  public var suspicion: ParameterID?
  /// Groups of mediators, by their indices, who coordinate. Those of a group who sit in a forum
  /// table one text there in a sitting, where one of them would have tabled one: drafted on what
  /// they know together (estimates weighted by the inverse of their variance), with the mean of
  /// their biases and of their weighted interests, across nobody's red line. Each party is told it
  /// by the one that it trusts most. A mediator is in at most one group.
  public var joint: [[Int]]
  /// kappa_c in [0, 1]: what disagreement among mediators costs their joint leverage.
  public var incoherence: ParameterID

  /// What mediators have in common, of the given numbers.
  public init(
    noise: ParameterID, incoherence: ParameterID, floor: ParameterID? = nil,
    allegiance: ParameterID? = nil, suspicion: ParameterID? = nil, joint: [[Int]] = []
  ) {
    self.joint = joint
    self.allegiance = allegiance
    self.suspicion = suspicion
    self.noise = noise
    self.floor = floor
    self.incoherence = incoherence
  }
}

extension Scenario {
  /// Whether a mediator can change nothing: its three strengths are certainly zero, no event
  /// touches them, and it has no text ready. Such a mediator is left out of the tables, which are
  /// then the same, byte for byte, as without it (Fey & Ramsay 2010,
  /// doi:10.1017/S0043887110000109).
  package func isInert(mediator index: Int) -> Bool {
    if !models.isEmpty { return models.allSatisfy { $0.scenario.isInert(mediator: index) } }
    let mediator = mediators[index]
    let strengths = [mediator.facilitate, mediator.formulate, mediator.manipulate]
    let touched = events.flatMap(\.effects).map(\.target)
    return mediator.texts.isEmpty
      && strengths.allSatisfy { self[$0].distribution == .constant(0) && !touched.contains($0) }
  }
}
