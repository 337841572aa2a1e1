/// The course of the talks as a whole: how they stall, resume and break down.
public struct Talks: Sendable, Equatable {
  /// Whether talks are suspended in round 0.
  public var startSuspended: Bool
  /// Suspended talks resume in a round with the probability
  /// `1 - exp(-(base + mediation * effort + pain * least accumulated cost))`.
  public var resume: Resumption
  /// Rounds without progress after which active talks are suspended; `nil` for never.
  public var suspendAfter: Int?
  /// epsilon >= 0: an offer counts as progress when it is better for a party than all before by
  /// more than this.
  public var progress: ParameterID
  /// q: probability per round that active talks collapse (breakdown risk: Binmore, Rubinstein,
  /// Wolinsky 1986, doi:10.2307/2555382).
  public var collapseWhileActive: ParameterID
  /// q_c: probability per round that suspended talks collapse.
  public var collapseWhileSuspended: ParameterID

  /// A day that all know, on which the talks end; `nil` for none, or where no party has a
  /// ``Party/horizon`` either, for the last round of the window (``Scenario/rounds``).
  public var deadline: Deadline?

  /// The coefficients a0, a1, a2 of the hazard that suspended talks resume; each >= 0.
  public struct Resumption: Sendable, Equatable {
    /// a0: the hazard per round without mediation or pain.
    public var base: ParameterID
    /// a1: what the mediators' effort adds.
    public var mediation: ParameterID
    /// a2: what the least of the parties' accumulated costs of delay adds.
    public var pain: ParameterID

    /// A hazard of the given coefficients.
    public init(base: ParameterID, mediation: ParameterID, pain: ParameterID) {
      self.base = base
      self.mediation = mediation
      self.pain = pain
    }
  }

  /// A course of the given numbers.
  public init(
    startSuspended: Bool, resume: Resumption, suspendAfter: Int?, progress: ParameterID,
    collapseWhileActive: ParameterID, collapseWhileSuspended: ParameterID, deadline: Deadline? = nil
  ) {
    self.startSuspended = startSuspended
    self.resume = resume
    self.suspendAfter = suspendAfter
    self.progress = progress
    self.collapseWhileActive = collapseWhileActive
    self.collapseWhileSuspended = collapseWhileSuspended
    self.deadline = deadline
  }
}
