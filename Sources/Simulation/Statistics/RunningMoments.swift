import Tables

/// Mean and spread of a sample that is seen one value at a time and never kept.
///
/// Welford's recurrence (1962, doi:10.1080/00401706.1962.10490022), which does not cancel where a
/// sum of squares would; samples are joined by the pairwise rule of Chan, Golub and LeVeque (1979,
/// Stanford STAN-CS-79-773). A constant sample has a spread of exactly 0. Joining depends on the
/// order in the last bits: join in a fixed order.
public struct RunningMoments: Sendable, Equatable {
  /// How many numbers were added.
  public private(set) var count = 0
  /// The mean, 0 of no values.
  private(set) var centre = 0.0
  /// The sum of squared deviations from the mean.
  package private(set) var squaredDeviations = 0.0

  package init() {}

  /// A sample that was seen earlier, from what was kept of it.
  init(count: Int, centre: Double, squaredDeviations: Double) {
    self.count = count
    self.centre = centre
    self.squaredDeviations = squaredDeviations
  }

  package mutating func add(_ value: Double) {
    count += 1
    let before = value - centre
    centre += before / Double(count)
    squaredDeviations += before * (value - centre)
  }

  /// Makes this the sample of both.
  package mutating func merge(_ other: RunningMoments) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    let (n, m) = (Double(count), Double(other.count))
    let difference = other.centre - centre
    centre += difference * (m / (n + m))
    squaredDeviations += other.squaredDeviations + difference * difference * (n * m / (n + m))
    count += other.count
  }

  /// `nil` for no values.
  public var mean: Double? { count > 0 ? centre : nil }

  /// With n - 1 in the denominator; `nil` for fewer than two values.
  public var standardDeviation: Double? {
    count > 1 ? (squaredDeviations / Double(count - 1)).squareRoot() : nil
  }

  /// Of the mean, standard deviation / sqrt(n); `nil` for fewer than two values.
  public var standardError: Double? { standardDeviation.map { $0 / Double(count).squareRoot() } }
}

extension RunningMoments: OrderedSample {
  package func write(to record: inout WordWriter) {
    record.write(count)
    record.write(centre)
    record.write(squaredDeviations)
  }

  package init?(reading words: inout WordReader) {
    guard let count = words.count(), let centre = words.number(), centre.isFinite,
      let squaredDeviations = words.number(), squaredDeviations >= 0, squaredDeviations.isFinite,
      count > 1 || squaredDeviations == 0, count > 0 || centre == 0
    else { return nil }
    self.init(count: count, centre: centre, squaredDeviations: squaredDeviations)
  }
}
