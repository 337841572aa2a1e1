/// Scores of the entries of a half: sums over its issues, kept as two sums, one over its first
/// issues and one over the others.
///
/// That is two short rows to fill, where one with all entries would be as long as their product, of
/// which a search reads the corner alone.
struct HalfScores: BitwiseCopyable {
  /// How many of the half's issues come first.
  let split: Int
  /// Per way to settle the first issues, and per way to settle the others.
  let coarse: Lane<Int32>
  let fine: Lane<Int32>
  /// As in ``HalfSpace``: divides an entry, below 2^25, by the ways to settle the others, of which
  /// there are at most 2^15.
  private let reciprocal: UInt64
  private static let reciprocalBits: UInt64 = 40
  private static let mostFine = 1 << 15

  /// Per option of the half's issues, as in ``HalfSpace/slots``: the scores by which it was scored
  /// last, if it was since it was sorted.
  let slotScores: Lane<Int32>
  var isScored = false

  /// Per class, from its first place on: the places of the entries of which none that is worth as
  /// much or more scores as much or more, and what they score. The first is worth most, the last
  /// scores most.
  let stairs: Lane<Int32>
  let stairScores: Lane<Int32>
  /// Whether an entry of the class that scores the same is worth the same as the step, or less by
  /// no more than the tolerance.
  let isTied: Lane<Bool>
  /// Per class: how many of these were found, and how far down the class they were looked for.
  let found: Lane<Int>
  let reached: Lane<Int>

  /// - Parameters:
  ///   - counts: per issue of the half, its options.
  ///   - classes: how many classes it has.
  ///   - arena: what owns the memory.
  init(counts: [Int], classes: Int, arena: Arena) {
    let total = counts.reduce(1, *)
    var (split, fine) = (counts.count, 1)
    var product = 1
    for j in counts.indices.reversed() {
      product *= counts[j]
      if product > Self.mostFine { break }
      if product + total / product <= fine + total / fine { (split, fine) = (j, product) }
    }
    self.split = split
    coarse = arena.lane(total / fine, of: 0)
    self.fine = arena.lane(fine, of: 0)
    slotScores = arena.lane(counts.reduce(0, +), of: 0)
    stairs = arena.lane(total, of: 0)
    stairScores = arena.lane(total, of: 0)
    isTied = arena.lane(total, of: false)
    found = arena.lane(classes, of: 0)
    reached = arena.lane(classes, of: 0)
    reciprocal = ((1 << Self.reciprocalBits) - 1) / UInt64(fine) + 1
  }

  @inline(__always)
  subscript(entry: UInt32) -> Int32 {
    let entry = UInt64(entry)
    let place = (entry &* reciprocal) &>> Self.reciprocalBits
    let rest = entry &- place &* UInt64(truncatingIfNeeded: fine.count)
    return coarse[Int(truncatingIfNeeded: place)] &+ fine[Int(truncatingIfNeeded: rest)]
  }
}

extension HalfSpace {
  /// Gives every entry the sum of the scores of its options. Where these are as they were, what was
  /// found by them still holds: mostly one text differs from the one before in few issues.
  mutating func score(by slotScores: Lane<Int32>) {
    guard takeNew(slotScores) else { return }
    spread(scores.slotScores, over: 0..<scores.split, into: scores.coarse)
    spread(scores.slotScores, over: scores.split..<issues.count, into: scores.fine)
    scores.found.fill(0)
    for kind in 0..<classCount { scores.reached[kind] = live[kind] }
  }

  /// Takes over the scores of the half's slots; returns whether some are new.
  @inline(__always)
  private mutating func takeNew(_ row: Lane<Int32>) -> Bool {
    var isNew = !scores.isScored
    scores.isScored = true
    for place in 0..<slots.count {
      let score = row[slots[place]]
      isNew = scores.slotScores[place] != score || isNew
      scores.slotScores[place] = score
    }
    return isNew
  }

  /// Gives each way to settle some neighbouring issues the sum of what its options have in a row as
  /// long as ``slots``.
  @inline(__always)
  private func spread(_ row: Lane<Int32>, over range: Range<Int>, into result: Lane<Int32>) {
    result[0] = 0
    var length = 1
    for j in range {
      let (count, first) = (counts[j], firsts[j])
      // From the end, so that a prefix is read before its place is written.
      var prefix = length
      length *= count
      var place = length
      while prefix > 0 {
        prefix &-= 1
        let base = result[prefix]
        var option = count
        while option >= 4 {
          option &-= 4
          place &-= 4
          let scores: SIMD4<Int32> = row[wide: first &+ option]
          result[wide: place] = scores &+ base
        }
        while option > 0 {
          option &-= 1
          place &-= 1
          result[place] = base &+ row[first &+ option]
        }
      }
    }
  }

  /// Finds the stairs of a class among the entries worth at least so much, going on from where the
  /// last search stopped.
  @inline(__always)
  mutating func climbDown(_ kind: Int, to least: Double) {
    let start = starts[kind]
    var place = scores.reached[kind]
    guard place > 0, keys[start + place - 1] >= least else { return }
    var found = scores.found[kind]
    var most = found > 0 ? scores.stairScores[start + found - 1] : Int32.min
    var last = found > 0 ? keys[start + Int(scores.stairs[start + found - 1])] : .infinity
    repeat {
      place -= 1
      let score = scores[ids[start + place]]
      if score < most { continue }
      let key = keys[start + place]
      // Of entries that are alike, which stand in the order of their numbers, the one of lowest
      // rank.
      var isTied = false
      if score == most, found > 0 {
        if key < last {
          if key >= last - UtilityGrid.tolerance { scores.isTied[start + found - 1] = true }
          continue
        }
        found -= 1
        isTied = true
      }
      scores.stairs[start + found] = Int32(truncatingIfNeeded: place)
      scores.stairScores[start + found] = score
      scores.isTied[start + found] = isTied
      found += 1
      (most, last) = (score, key)
    } while place > 0 && keys[start + place - 1] >= least
    scores.found[kind] = found
    scores.reached[kind] = place
  }

  /// What a step of the stairs of a class is worth; the class starts there.
  @inline(__always)
  func key(ofStair step: Int, _ start: Int) -> Double { keys[start + Int(scores.stairs[start + step])] }
}
