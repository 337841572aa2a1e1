/// The course of the talks as a whole: how they stall, resume and break down.
public struct Talks: Sendable, Equatable {
  /// Whether talks are suspended in round 0.
  public var startSuspended: Bool
  /// Suspended talks resume in a round with the probability
  /// `1 - exp(-(base + mediation * effort + pain * least accumulated cost))`, but for
  /// ``resumptionTerms``.
  public var resume: Resumption
  /// Rounds without progress after which active talks are suspended; `nil` for never.
  public var suspendAfter: Int?
  /// epsilon >= 0: an offer counts as progress when it is better for a party than all before by
  /// more than this.
  public var progress: ParameterID
  /// q: probability per round that active talks collapse, but for ``collapseTerms`` (breakdown
  /// risk: Binmore, Rubinstein, Wolinsky 1986, doi:10.2307/2555382).
  public var collapseWhileActive: ParameterID
  /// q_c: probability per round that suspended talks collapse.
  public var collapseWhileSuspended: ParameterID

  /// What moves both of these.
  public var collapseTerms: HazardTerms
  /// What moves the hazard that suspended talks resume; pain is a part of ``Resumption``.
  public var resumptionTerms: HazardTerms
  /// H > 0: after so many rounds a shock counts half; `nil` for 7.
  public var shockHalfLife: ParameterID?

  /// A week where a round is a day: answers to violence fall off within about two (Jaeger, Paserman
  /// 2008, doi:10.1257/aer.98.4.1591).
  package static let standardHalfLife = 7.0

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
    collapseWhileActive: ParameterID, collapseWhileSuspended: ParameterID, deadline: Deadline? = nil,
    collapseTerms: HazardTerms = HazardTerms(), resumptionTerms: HazardTerms = HazardTerms(),
    shockHalfLife: ParameterID? = nil
  ) {
    self.startSuspended = startSuspended
    self.resume = resume
    self.suspendAfter = suspendAfter
    self.progress = progress
    self.collapseWhileActive = collapseWhileActive
    self.collapseWhileSuspended = collapseWhileSuspended
    self.deadline = deadline
    self.collapseTerms = collapseTerms
    self.resumptionTerms = resumptionTerms
    self.shockHalfLife = shockHalfLife
  }
}
