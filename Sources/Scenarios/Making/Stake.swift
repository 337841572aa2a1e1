import Randomness

/// What an issue is to a party of a scenario made in code: a weight, and the worth of its options.
///
/// ```swift
/// let land = Stake(weight: 2, .increasing)
/// let water = Stake.options(["none": 0, "shared": 0.6, "all": 1])
/// ```
public struct Stake: Sendable, Equatable {
  /// How the options are valued, each in [0, 1]; as `Valuation` has them, the numbers written out.
  public enum Worth: Sendable, Equatable {
    /// Numeric issues: from 0 at the least option to 1 at the greatest.
    case increasing
    /// Numeric issues: from 1 at the least option to 0 at the greatest.
    case decreasing
    /// Numeric issues: 1 at the peak, falling to 0 at the farther end.
    case peak(Distribution)
    /// Numeric issues: 1 at or above the threshold, else 0.
    case threshold(Distribution)
    /// Option by option, every one of them.
    case options([String: Distribution])
  }

  /// At least 0; the weights of a party are divided by their sum.
  public var weight: Distribution
  /// How the options are valued.
  public var worth: Worth

  /// A stake with this weight.
  public init(weight: Distribution = 1, _ worth: Worth) {
    self.weight = weight
    self.worth = worth
  }

  /// The more, the better; weight 1.
  public static let increasing = Stake(.increasing)

  /// The less, the better; weight 1.
  public static let decreasing = Stake(.decreasing)

  /// A worth in [0, 1] for every option of an issue, by name.
  public static func options(_ values: [String: Distribution], weight: Distribution = 1) -> Stake {
    Stake(weight: weight, .options(values))
  }
}
