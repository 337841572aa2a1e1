/// The points at which a sweep looks: every combination of the values of its axes, the first axis slowest.
///
/// A design is a plain list of points and knows nothing of running them.
public struct SweepDesign: Sendable, Equatable {
  /// At least one, no two with the same path.
  public let axes: [SweepAxis]
  /// The number of points, the product of the numbers of values.
  public let count: Int

  /// The most points that a design may have.
  public static let mostPoints = 10_000_000

  public init(axes: [SweepAxis]) throws(SweepDesignFault) {
    guard !axes.isEmpty else { throw .noAxes }
    var seen = Set<String>()
    for axis in axes where !seen.insert(axis.path).inserted { throw .repeatedPath(axis.path) }
    var count = 1
    for axis in axes {
      // Both factors are below 2^24, so the product cannot overflow.
      count *= axis.values.count
      guard count <= SweepDesign.mostPoints else { throw .tooManyPoints }
    }
    self.axes = axes
    self.count = count
  }

  /// The values at a point, 0 ..< ``count``, one for each axis.
  public subscript(point: Int) -> [String] {
    var rest = point
    let reversed = axes.reversed().map { axis in
      defer { rest /= axis.values.count }
      return axis.values[rest % axis.values.count]
    }
    return reversed.reversed()
  }
}

/// Why some axes do not make a design.
public enum SweepDesignFault: Error, Sendable, Equatable, CustomStringConvertible {
  case noAxes
  case repeatedPath(String)
  case tooManyPoints

  /// What to tell the user, without a capital and without a full stop.
  public var description: String {
    switch self {
    case .noAxes: "nothing is varied"
    case .repeatedPath(let path): "\(path) is varied twice"
    case .tooManyPoints: "the design has more than \(SweepDesign.mostPoints) points"
    }
  }
}
