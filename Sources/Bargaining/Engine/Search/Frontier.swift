/// Where the search for the lowest outcome not below a target stands, carried from target to target
/// as they fall.
///
/// For each left entry of a pair of classes that reaches the target with some right entry, it keeps
/// the first right entry that does, and what the left entry is worth with the one before that. When
/// the target falls a little, few left entries move, and one pass over a row of numbers finds them;
/// the lowest outcome is among them, since all others are worth at least the last target. When it
/// falls so much that many move, all are looked at.
struct Frontier: BitwiseCopyable {
  /// Of one pair of classes.
  struct Edge: BitwiseCopyable {
    /// Where its left entries start in the rows.
    let start: Int
    /// The first left entry that reaches the last target.
    var first = 0
    /// Whether so many entries moved with the last target that it is better to look at all.
    var isFast = true
  }

  let edges: Lane<Edge>
  /// Per left entry: the first right entry that reaches the target.
  let places: Lane<Int32>
  /// Per left entry: utility with the right entry before that, -infinity if there is none.
  let next: Lane<Double>
  /// One element: the last target and the answer to it.
  let last: Lane<Last>

  struct Last: BitwiseCopyable {
    var target = Double.infinity
    /// Of utility +infinity while there is none.
    var found = OutcomeSearch.Found(utility: .infinity)
    var rival = Double.infinity
  }

  /// Where there are so many pairs of classes that the rows would be longer than this many times
  /// the longer half, nothing is carried.
  static let mostRows = 8

  /// - Parameters:
  ///   - sizes: per pair of classes, how many left entries it has at most.
  ///   - entries: how many entries the longer half has.
  ///   - arena: what owns the memory.
  init(sizes: [Int], entries: Int, arena: Arena) {
    var total = 0
    var edges: [Edge] = []
    for size in sizes {
      edges.append(Edge(start: total))
      total += size
    }
    let isKept = total <= Self.mostRows * entries
    self.edges = arena.lane(isKept ? edges : [])
    places = arena.lane(isKept ? total : 0, of: 0)
    next = arena.lane(isKept ? total : 0, of: 0)
    last = arena.lane(1, of: Last())
  }

  var isKept: Bool { edges.count > 0 }
}

/// The frontier of one pair of classes, and what it runs through.
struct FrontierRow {
  /// Keys of the left and the right class.
  let a: Lane<Double>
  let b: Lane<Double>
  let bonus: Double
  let places: Lane<Int32>
  let next: Lane<Double>

  @inline(__always)
  func utility(_ i: Int, _ j: Int) -> Double { a[i] + bonus + b[j] }

  /// Puts left entry i at right entry j.
  @inline(__always)
  func put(_ i: Int, at j: Int) {
    places[i] = Int32(truncatingIfNeeded: j)
    next[i] = j > 0 ? utility(i, j - 1) : -.infinity
  }

  /// How many right entries are looked at together.
  static let width = 4

  /// How many of four right entries from `start` on reach a target with a left entry that is worth
  /// `base`, bonus included.
  @inline(__always)
  func reaching(_ target: Double, base: Double, from start: Int) -> Int {
    let reach = unsafeBitCast((base + b.four(at: start)) .>= target, to: SIMD4<Int64>.self)
    return 0 &- Int(truncatingIfNeeded: reach.wrappedSum())
  }
}

extension Lane<Double> {
  /// Four neighbours; a load of 32 bytes that are in the lane.
  @inline(__always)
  func four(at start: Int) -> SIMD4<Double> {
    assert(start >= 0 && start + 4 <= count, "neighbours outside the lane")
    return UnsafeRawPointer(base + start).loadUnaligned(as: SIMD4<Double>.self)
  }
}
