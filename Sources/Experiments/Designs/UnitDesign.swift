/// Points in the unit cube at which a model is to be looked at, each had from its number alone.
///
/// A coordinate is a probability: `Distribution.quantile(_:)` turns it into a value of the number
/// that it stands for. A design knows nothing of running a model; what is run comes back as an
/// array of outcomes in the order of the points.
public protocol UnitDesign: Sendable {
  /// Coordinates of a point.
  var dimensions: Int { get }
  /// Points of the design.
  var count: Int { get }
  /// Point 0 ..< `count`: `dimensions` numbers in [0, 1].
  subscript(point: Int) -> [Double] { get }
}

extension UnitDesign {
  /// All points in order: `count` rows of `dimensions` numbers.
  public func rows() -> [[Double]] {
    (0..<count).map { self[$0] }
  }
}
