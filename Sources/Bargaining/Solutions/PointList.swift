/// Points in the space of utilities, each with the rank of its outcome: V doubles and one word per
/// point.
///
/// Keeps its memory when emptied, so that a list in use again and again allocates nothing once it
/// has grown.
final class PointList {
  let dimensions: Int
  private(set) var values: UnsafeMutablePointer<Double>
  private(set) var ranks: UnsafeMutablePointer<UInt64>
  private var capacity: Int
  var count = 0

  init(dimensions: Int) {
    self.dimensions = dimensions
    capacity = 64
    values = .allocate(capacity: 64 * max(dimensions, 1))
    ranks = .allocate(capacity: 64)
  }

  deinit {
    values.deallocate()
    ranks.deallocate()
  }

  /// Makes room for that many points in all; those that are there stay.
  func reserve(_ needed: Int) {
    guard needed > capacity else { return }
    let larger = max(needed, capacity * 2)
    let newValues = UnsafeMutablePointer<Double>.allocate(capacity: larger * max(dimensions, 1))
    let newRanks = UnsafeMutablePointer<UInt64>.allocate(capacity: larger)
    newValues.update(from: values, count: count * dimensions)
    newRanks.update(from: ranks, count: count)
    values.deallocate()
    ranks.deallocate()
    (values, ranks, capacity) = (newValues, newRanks, larger)
  }

  /// Appends all points of another list.
  func append(_ other: PointList) {
    reserve(count + other.count)
    (values + count * dimensions).update(from: other.values, count: other.count * dimensions)
    (ranks + count).update(from: other.ranks, count: other.count)
    count += other.count
  }
}
