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

  /// The newest of `total`, each by how far back it lies.
  @inline(__always)
  init(total: Int, back entry: (Int) -> Double) {
    self.total = total
    for back in 0..<count { values[(total - 1 - back) % Self.capacity] = entry(back) }
  }
}

extension RecentUtilities: BitwiseCopyable {}
