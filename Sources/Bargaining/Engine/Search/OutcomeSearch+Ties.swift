extension OutcomeSearch {
  /// The best of a band by a key, and how many are as good.
  struct Preferred: BitwiseCopyable {
    var found = Found()
    var key = TieKey(repeating: .min)
    var count: UInt64 = 0
  }

  /// Among the outcomes of a band, one whose key is greatest.
  ///
  /// Entries of a half that are worth exactly the same form runs, of which only the best keys
  /// matter: sums of best keys are the best sums. So millions of tied outcomes cost no more than
  /// the entries of the halves. On the utility grid a band holds 281 different sums, so that each
  /// run of one half meets as many of the other at most, and in practice those few that rounding
  /// tells apart.
  /// - Parameter keys: per slot, what the option adds to the key of an outcome.
  mutating func preferred(in band: TieBand, by keys: Lane<TieKey>) -> Preferred {
    var best = Preferred()
    for index in 0..<pairs.count {
      eachRun(index, band, keys) { left, right, pair, search in
        let key = left.key &+ right.key
        if best.key.isGreater(than: key) { return }
        let count = UInt64(left.count) * UInt64(right.count)
        if key == best.key {
          best.count += count
        } else {
          best = Preferred(found: search.found(pair, left.first, right.first), key: key, count: count)
        }
      }
    }
    return best
  }

  /// Among the outcomes of a band whose key is the greatest, the one whose draw is least.
  ///
  /// - Parameters:
  ///   - key: the greatest key.
  ///   - words: per slot, random bits; the draw of an outcome is a mixture of their sum.
  mutating func drawn(in band: TieBand, by keys: Lane<TieKey>, key: TieKey, words: Lane<UInt64>) -> Found {
    var best = Found()
    var least = UInt64.max
    for index in 0..<pairs.count {
      eachRun(index, band, keys) { left, right, pair, search in
        guard left.key &+ right.key == key else { return }
        for i in left.range where search.left.sum(search.left.entry(pair.left, i), of: keys) == left.key {
          let word = search.left.sum(search.left.entry(pair.left, i), of: words)
          for j in right.range
          where search.right.sum(search.right.entry(pair.right, j), of: keys) == right.key {
            let draw = TieDraw.mixed(word &+ search.right.sum(search.right.entry(pair.right, j), of: words))
            if draw > least { continue }
            let found = search.found(pair, i, j)
            if draw < least || search.precedes(found, best) { (best, least) = (found, draw) }
          }
        }
      }
    }
    return best
  }

  /// Neighbouring entries of a class that are worth exactly the same: the greatest of their keys,
  /// how many have it, and the first that has.
  struct Run {
    var range = 0..<0
    var key = TieKey(repeating: .min)
    var count = 0
    var first = 0
  }

  /// Visits the pairs of runs of a pair of classes that lie in the band.
  @inline(__always)
  private mutating func eachRun(
    _ index: Int, _ band: TieBand, _ slotKeys: Lane<TieKey>,
    _ visit: (Run, Run, Pair, inout OutcomeSearch) -> Void
  ) {
    let pair = pairs[index]
    let (a, b) = keys(of: pair)
    var (begin, end) = (b.count, b.count)
    var i = 0
    while i < a.count, end > 0 {
      (begin, end) = BandWalk.range(base: a[i] + pair.bonus, b, band.low, band.high, begin, end)
      let last = Self.endOfRun(a, i, before: a.count)
      if begin < end {
        let run = left.run(pair.left, i..<last, slotKeys)
        var j = begin
        while j < end {
          let next = Self.endOfRun(b, j, before: end)
          visit(run, right.run(pair.right, j..<next, slotKeys), pair, &self)
          j = next
        }
      }
      i = last
    }
  }

  private static func endOfRun(_ keys: Lane<Double>, _ start: Int, before end: Int) -> Int {
    var place = start + 1
    while place < end, keys[place] == keys[start] { place += 1 }
    return place
  }

  /// What the entries of a pair of classes are worth.
  @inline(__always)
  func keys(of pair: Pair) -> (left: Lane<Double>, right: Lane<Double>) {
    (
      left.keys.slice(left.starts[pair.left], left.live[pair.left]),
      right.keys.slice(right.starts[pair.right], right.live[pair.right])
    )
  }

  /// The outcome of the i-th left and the j-th right entry of a pair of classes.
  @inline(__always)
  func found(_ pair: Pair, _ i: Int, _ j: Int) -> Found {
    let (a, b) = keys(of: pair)
    return Found(
      left: left.entry(pair.left, i), right: right.entry(pair.right, j), utility: a[i] + pair.bonus + b[j])
  }
}

extension HalfSpace {
  /// The i-th entry of a class, by what entries are worth.
  @inline(__always)
  func entry(_ kind: Int, _ i: Int) -> Int { Int(ids[starts[kind] + i]) }

  /// The sum over the half's issues of what the options of an entry have in a row of slots.
  func sum<Number: FixedWidthInteger>(_ entry: Int, of row: Lane<Number>) -> Number {
    var sum: Number = 0
    var rest = entry
    for j in stride(from: issues.count - 1, through: 0, by: -1) {
      sum &+= row[slots[firsts[j] + rest % counts[j]]]
      rest /= counts[j]
    }
    return sum
  }

  func sum(_ entry: Int, of row: Lane<TieKey>) -> TieKey {
    var sum = TieKey.zero
    var rest = entry
    for j in stride(from: issues.count - 1, through: 0, by: -1) {
      sum &+= row[slots[firsts[j] + rest % counts[j]]]
      rest /= counts[j]
    }
    return sum
  }

  func run(_ kind: Int, _ range: Range<Int>, _ keys: Lane<TieKey>) -> OutcomeSearch.Run {
    var run = OutcomeSearch.Run(range: range)
    for i in range {
      let key = sum(entry(kind, i), of: keys)
      if run.key.isGreater(than: key) { continue }
      if key == run.key {
        run.count += 1
      } else {
        (run.key, run.count, run.first) = (key, 1, i)
      }
    }
    return run
  }
}
