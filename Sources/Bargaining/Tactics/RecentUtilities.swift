/// The last utilities of a sequence of offers, newest first: the last ``capacity`` of them. Nothing
/// is allocated.
public struct RecentUtilities: Sendable, Equatable {
  /// How many are remembered.
  public static let capacity = 16

  private var values = SIMD16<Double>()
  /// How many there ever were.
  public private(set) var total = 0

  /// Nothing seen yet.
  public init() {}

  /// From the oldest to the newest.
  public init(_ utilities: some Sequence<Double>) {
    for utility in utilities { append(utility) }
  }

  /// How many are remembered.
  public var count: Int { min(total, Self.capacity) }

  /// The utility of the offer made `back` offers before the last: 0 is the last. `nil` where none
  /// is remembered.
  public subscript(back: Int) -> Double? {
    back >= 0 && back < count ? values[(total - 1 - back) % Self.capacity] : nil
  }

  /// Adds a newer one. Complexity: O(1).
  package mutating func append(_ utility: Double) {
    values[total % Self.capacity] = utility
    total += 1
  }

  /// Entry by entry the mean of `several`, as far back as all of them reach.
  ///
  /// - Parameters:
  ///   - several: what is averaged.
  ///   - isCounted: which of them count.
  static func mean(of several: Lane<RecentUtilities>, where isCounted: (Int) -> Bool) -> RecentUtilities {
    var reach = Int.max
    var counted = 0
    var last = 0
    for index in 0..<several.count where isCounted(index) {
      reach = min(reach, several[index].total)
      counted += 1
      last = index
    }
    if counted <= 1 { return counted == 0 ? RecentUtilities() : several[last] }
    var mean = RecentUtilities()
    mean.total = reach
    for back in 0..<mean.count {
      var sum = 0.0
      for index in 0..<several.count where isCounted(index) { sum += several[index][back] ?? 0 }
      mean.values[(reach - 1 - back) % Self.capacity] = sum / Double(counted)
    }
    return mean
  }
}

extension RecentUtilities: BitwiseCopyable {}
