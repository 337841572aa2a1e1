/// Points in the space of utilities, each with the rank of its outcome: V doubles and one word per
/// point.
///
/// Keeps its memory when emptied, so that a list in use again and again allocates nothing once it
/// has grown.
final class PointList {
  private struct State: BitwiseCopyable {
    var values: UnsafeMutablePointer<Double>
    var ranks: UnsafeMutablePointer<UInt64>
    var capacity: Int
    var count: Int
  }

  let dimensions: Int
  /// Not properties of the class, each access to which would be checked.
  private let state: UnsafeMutablePointer<State>

  var values: UnsafeMutablePointer<Double> { state.pointee.values }
  var ranks: UnsafeMutablePointer<UInt64> { state.pointee.ranks }
  var count: Int {
    get { state.pointee.count }
    set { state.pointee.count = newValue }
  }

  init(dimensions: Int) {
    self.dimensions = dimensions
    state = .allocate(capacity: 1)
    state.initialize(
      to: State(
        values: .allocate(capacity: 64 * max(dimensions, 1)), ranks: .allocate(capacity: 64), capacity: 64,
        count: 0))
  }

  deinit {
    values.deallocate()
    ranks.deallocate()
    state.deallocate()
  }

  /// Makes room for that many points in all; those that are there stay.
  func reserve(_ needed: Int) {
    guard needed > state.pointee.capacity else { return }
    let larger = max(needed, state.pointee.capacity * 2)
    let newValues = UnsafeMutablePointer<Double>.allocate(capacity: larger * max(dimensions, 1))
    let newRanks = UnsafeMutablePointer<UInt64>.allocate(capacity: larger)
    newValues.update(from: values, count: count * dimensions)
    newRanks.update(from: ranks, count: count)
    values.deallocate()
    ranks.deallocate()
    state.pointee = State(values: newValues, ranks: newRanks, capacity: larger, count: count)
  }

  /// Appends all points of another list.
  func append(_ other: PointList) {
    reserve(count + other.count)
    (values + count * dimensions).update(from: other.values, count: other.count * dimensions)
    (ranks + count).update(from: other.ranks, count: other.count)
    count += other.count
  }
}
