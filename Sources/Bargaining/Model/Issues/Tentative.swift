/// An issue that the talks had settled for the time being.
public struct Tentative: Sendable, Equatable {
  /// Index into the options.
  public var option: Int
  /// In [0, 1]: how firm the settlement is; itself drawn anew in each run when uncertain.
  public var firmness: ParameterID
  /// What it takes to go beyond it.
  public var reopening: Reopening

  /// What it takes to settle the issue otherwise than it was.
  public enum Reopening: Sendable, Equatable {
    /// Nothing does, in a run in which the settlement holds, which it does with the probability
    /// ``Tentative/firmness``; in the others the issue is open again. For what is signed.
    case never
    /// The issue is open, and the settlement an **anchor**: what each takes as given. An option
    /// that is worse for a party than the anchor loses `firmness * cost` times its loss more, as a
    /// breach,
    ///
    ///     w_k v_k(x) - firmness * cost * max(0, w_k v_k(anchor) - w_k v_k(x)),
    ///
    /// with the weights and values of the party or, at its home, of the faction. A change by which
    /// nobody loses is free, and mediators bear no cost. That losses loom larger than gains about
    /// a reference point, by about as much again, is loss aversion (Tversky, Kahneman 1991,
    /// doi:10.2307/2937956, who find about twice the weight of a gain): hence the default cost of
    /// 1. Agreements as reference points: Hart, Moore 2008, doi:10.1162/qjec.2008.123.1.1.
    case cost(ParameterID)
  }

  /// The values that a cost may have: sums of what options are worth stay exact on the utility
  /// grid.
  package static let costs = 0.0...5.0
  /// As much again as the loss itself.
  package static let standardCost = 1.0

  /// A settlement at an option, by its index in the issue.
  public init(option: Int, firmness: ParameterID, reopening: Reopening) {
    self.option = option
    self.firmness = firmness
    self.reopening = reopening
  }
}
