/// How an agreement is carried out, phase by phase, after it is signed; and why it may not be.
///
/// Phase j fails with the probability
///
///     logistic(base + temptation * T - continuation * C - monitoring * M_j - guarantee * G_j)
///
/// T and C are those of the most tempted party with a veto, the one for which
/// `temptation * T - continuation * C` is greatest. With `u_ij` what phase j brings party i,
/// `omega_ij` the weight for i of what the phase settles, `r_ij` what no agreement is worth to i by
/// then and `K_ij` the carrots still to be had:
///
///     T_ij = r_ij omega_ij - u_ij                            what i gains by not carrying out this phase
///     C_ij = sum_{l > j} (u_il - r_ij omega_il) + K_ij       i's surplus from the phases that are left
///
/// `T - C` is no agreement on all that is not yet carried out, less what i still has to get there;
/// for the first phase and full leverage it is the surplus of the whole deal with its sign turned.
/// The comparison of a gain now with what is lost later is that of the shadow of the future
/// (Axelrod 1984, *The Evolution of Cooperation*; Fearon 1998, doi:10.1162/002081898753162820);
/// that a party paid early has less to lose is the commitment problem (Fearon 1995,
/// doi:10.1017/S0020818300033324; Powell 2006, doi:10.1017/S0020818306060061); that monitors and
/// guarantors make agreements last, Walter 1997, doi:10.1162/002081897550384, and Fortna 2003,
/// doi:10.1017/S0020818303572046.
///
/// Mediators' carrots and sticks fade: before the n-th phase of a deal `(1 - leverageFade)^n` of
/// them is left, so that what only leverage had made acceptable is tempting to leave (Beardsley
/// 2008, doi:10.1111/j.1540-5907.2008.00339.x).
public struct Implementation: Sendable, Equatable {
  /// In the order in which they are carried out; 1 to 32.
  public var phases: [Phase]
  /// The coefficients of the log-odds that a phase fails.
  public var failure: Coefficients
  /// In [0, 1]: the share of the mediators' carrots and sticks that is lost from signature to the
  /// first phase and from phase to phase.
  public var leverageFade: ParameterID
  /// What the deal itself provides for its keeping; at most 30.
  public var provisions: [Provision]

  /// How agreements are carried out, phase after phase.
  public init(
    phases: [Phase], failure: Coefficients, leverageFade: ParameterID, provisions: [Provision] = []
  ) {
    self.phases = phases
    self.failure = failure
    self.leverageFade = leverageFade
    self.provisions = provisions
  }

  /// The coefficients b0 to b4 of the probability that a phase fails; b0 of either sign, the
  /// others >= 0.
  public struct Coefficients: Sendable, Equatable {
    /// b0: the log-odds of failure when nothing tempts, nothing holds and nobody watches.
    public var base: ParameterID
    /// Of what the most tempted party would gain by leaving, in utility.
    public var temptation: ParameterID
    /// Of what the phases to come are worth to that party, in utility.
    public var continuation: ParameterID
    /// Of the monitoring of the phase, in [0, 1].
    public var monitoring: ParameterID
    /// Of the guarantee of the phase, in [0, 1].
    public var guarantee: ParameterID

    /// Coefficients of the given numbers.
    public init(
      base: ParameterID, temptation: ParameterID, continuation: ParameterID, monitoring: ParameterID,
      guarantee: ParameterID
    ) {
      self.base = base
      self.temptation = temptation
      self.continuation = continuation
      self.monitoring = monitoring
      self.guarantee = guarantee
    }
  }

  /// Monitoring and guarantees that every phase of a deal gets, or loses, on a condition: a binding
  /// resolution, monitors on the ground.
  public struct Provision: Sendable, Equatable {
    /// The deals that bring it.
    public var condition: Condition
    /// Added to the monitoring of every phase, in [-1, 1]; the sum is kept in [0, 1].
    public var monitoring: ParameterID
    /// Added to the guarantee of every phase, likewise.
    public var guarantee: ParameterID

    /// A provision of the deals that meet a condition.
    public init(condition: Condition, monitoring: ParameterID, guarantee: ParameterID) {
      self.condition = condition
      self.monitoring = monitoring
      self.guarantee = guarantee
    }
  }
}
