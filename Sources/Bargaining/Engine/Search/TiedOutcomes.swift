/// Between which utilities outcomes are worth the same to a party as the one that a search found.
struct TieBand: BitwiseCopyable {
  var low = Double.infinity
  var high = -Double.infinity
  /// Whether the greatest score comes first (``OutcomeSearch/best(notBelow:)``); all in the band
  /// that reach the search's target are then no better scored than what was found.
  var isScored = false
  /// Whether only those of the band will do that suffice by Zeuthen's rule.
  var mustSuffice = false
}

/// What decides among tied outcomes: sums over issues, the first compared first, greater is better.
typealias TieKey = SIMD4<Int64>

extension TieKey {
  @inline(__always)
  func isGreater(than other: TieKey) -> Bool {
    for place in 0..<4 where self[place] != other[place] { return self[place] > other[place] }
    return false
  }
}

/// A walk through the outcomes of a band, pair of classes by pair of classes: the right entries
/// that belong to a left one are neighbours, and lie lower the more the left entry is worth.
struct BandWalk {
  let low: Double
  let high: Double
  private var pair = 0
  private var i = -1
  /// The right entries that go with left entry i: `begin ..< end`.
  private var begin = 0
  private var end = 0
  private var j = 0

  init(_ band: TieBand) {
    low = band.low
    high = band.high
  }

  /// The next outcome; `nil` after the last. Complexity: O(n + m) for all m outcomes of the band
  /// and n entries of the halves.
  mutating func next(in search: inout OutcomeSearch) -> OutcomeSearch.Found? {
    while pair < search.pairs.count {
      let classes = search.pairs[pair]
      let (a, b) = search.keys(of: classes)
      if i < 0 { (begin, end, j) = (b.count, b.count, b.count) }
      while j == end {
        i += 1
        guard i < a.count else { break }
        (begin, end) = Self.range(base: a[i] + classes.bonus, b, low, high, begin, end)
        j = begin
      }
      if i < a.count {
        j += 1
        return search.found(classes, i, j - 1)
      }
      pair += 1
      i = -1
    }
    return nil
  }

  /// The right entries that bring a left entry into the band, given those of the left entry before.
  @inline(__always)
  static func range(
    base: Double, _ b: Lane<Double>, _ low: Double, _ high: Double, _ begin: Int, _ end: Int
  ) -> (begin: Int, end: Int) {
    var (begin, end) = (begin, end)
    while end > 0, base + b[end - 1] > high { end -= 1 }
    begin = min(begin, end)
    while begin > 0, base + b[begin - 1] >= low { begin -= 1 }
    return (begin, end)
  }
}
