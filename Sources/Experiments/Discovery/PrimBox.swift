/// A box of conditions, and how well it tells the cases of interest from the others.
public struct PrimBox: Sendable, Equatable {
  /// One for each input, in its order; an input that is not restricted has the limit of all cases.
  public let limits: [PrimLimit]
  /// Cases inside.
  public let cases: Int
  /// Cases of interest inside.
  public let interesting: Int
  /// The share of all cases of interest that are inside.
  public let coverage: Double
  /// The share of the cases inside that are of interest.
  public let density: Double
  /// The share of all cases that are inside.
  public let mass: Double
  /// The sides on which the box is narrower than all cases, input by input, low before high.
  public let restrictions: [Restriction]

  /// How many inputs the box restricts: the fewer, the easier it is to say.
  public var restrictedInputs: Int { Set(restrictions.map(\.input)).count }

  /// One side of a box.
  public struct Restriction: Sendable, Equatable {
    /// From 0.
    public let input: Int
    /// What of the input is left in the box.
    public let side: Side
    /// The quasi-p-value (Bryant and Lempert 2010, doi:10.1016/j.techfore.2009.08.002): the
    /// probability of at least as many cases of interest among as many cases as the box holds, were
    /// their share what it is when this one side is let go: P(X >= H), X binomial of T and H'/T'.
    /// Small when the side does something. The side was chosen by the same cases, which makes the
    /// value too small: hence its name.
    public let quasiP: Double
  }

  /// Which side of an input's limit.
  public enum Side: Sendable, Hashable {
    /// The lower end of a numeric input: values below it are outside.
    case low
    /// The upper end of a numeric input: values above it are outside.
    case high
    /// The categories of an input that are left inside; there are no two ends to tell apart.
    case categories
  }
}
