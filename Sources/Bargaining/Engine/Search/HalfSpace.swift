/// All the ways to settle one half of the issues, sorted by what they are worth to one actor in one
/// run.
///
/// An **entry** is one such way, numbered in mixed radix, the half's first issue turning slowest.
/// Entries that cross a red line within the half are left out for good, entries that a lock forbids
/// for the run. Entries fall into **classes** by which conditions across the halves they meet; each
/// class is sorted for itself.
struct HalfSpace: BitwiseCopyable {
  /// The issues of this half, ascending, and for each its options (1 if held) and first slot.
  let issues: Lane<Int>
  let counts: Lane<Int>
  let slots: Lane<Int>
  /// Per issue: 2^40 divided by its options, rounded up. A product with it is a division for
  /// numbers below 2^25, which entries are (``Negotiation/mostEntries``), by up to 255: the error
  /// of the product is below 2^-40 2^25 2^8.
  private let reciprocals: Lane<UInt64>
  private static let reciprocalBits: UInt64 = 40
  let entryCount: Int
  /// Per entry: the conditions that its options do not rule out. Empty when the actor has no
  /// conditions.
  let bits: Lane<UInt64>
  /// Per entry: its class, or -1 if it is left out for good. Empty when the actor has no
  /// conditions.
  let classes: Lane<Int32>
  let classCount: Int
  /// Class c occupies positions `starts[c] ..< starts[c] + live[c]` of `keys` and `ids`, ascending
  /// by key.
  let starts: Lane<Int>
  /// Entries per class in a run without locks.
  let sizes: Lane<Int>
  let live: Lane<Int>
  let keys: Lane<Double>
  let ids: Lane<UInt32>
  /// What entries score, and which of them matter.
  var scores: HalfScores
  let spareKeys: Lane<Double>
  let spareIDs: Lane<UInt32>
  /// Interactions that lie within this half.
  let ownInteractions: UInt64

  init(
    issues members: [Int], table: UtilityTable, layout: IssueLayout, across: UInt64,
    own: UInt64, arena: Arena
  ) {
    let memberCounts = members.map { layout.held[$0] >= 0 ? 1 : layout.optionCounts[$0] }
    let memberSlots = members.map { layout.offsets[$0] + max(layout.held[$0], 0) }
    let total = memberCounts.reduce(1, *)
    issues = arena.lane(members)
    counts = arena.lane(memberCounts)
    slots = arena.lane(memberSlots)
    reciprocals = arena.lane(memberCounts.map { ((1 << Self.reciprocalBits) - 1) / UInt64($0) + 1 })
    entryCount = total
    ownInteractions = own & table.interactionBits

    var entryBits: [UInt64] = []
    var entryClasses: [Int32] = []
    var patterns: [UInt64] = []
    var sizes: [Int] = []
    if table.interactionBits | table.redLineBits != 0 {
      entryBits = [~0]
      for j in members.indices {
        entryBits = entryBits.flatMap { prefix in
          (0..<memberCounts[j]).map { prefix & table.met[memberSlots[j] + $0] }
        }
      }
      var numbers: [UInt64: Int32] = [:]
      for bits in entryBits {
        guard bits & own & table.redLineBits == 0 else {
          entryClasses.append(-1)
          continue
        }
        let pattern = bits & across
        let number = numbers[pattern] ?? Int32(patterns.count)
        if numbers.updateValue(number, forKey: pattern) == nil {
          patterns.append(pattern)
          sizes.append(0)
        }
        sizes[Int(number)] += 1
        entryClasses.append(number)
      }
    } else {
      patterns = [~0]
      sizes = [total]
    }
    bits = arena.lane(entryBits)
    classes = arena.lane(entryClasses)
    classCount = patterns.count
    classPatterns = arena.lane(patterns)
    self.sizes = arena.lane(sizes)
    var ends = 0
    starts = arena.lane(
      sizes.map { size in
        ends += size
        return ends - size
      })
    live = arena.lane(patterns.count, of: 0)
    keys = arena.lane(total, of: 0)
    ids = arena.lane(total, of: 0)
    scores = HalfScores(counts: memberCounts, classes: patterns.count, arena: arena)
    spareKeys = arena.lane(total, of: 0)
    spareIDs = arena.lane(total, of: 0)
  }

  /// Per class: which conditions across the halves its entries do not rule out.
  let classPatterns: Lane<UInt64>

  /// Takes the worths of a run and sorts every class.
  ///
  /// - Parameter locked: per issue, the option it is locked to in this run, or -1.
  mutating func sort(by table: UtilityTable, locked: Lane<Int>) {
    scores.isScored = false
    guard isSum(table.worth) else { return sortAnew(by: table, locked: locked) }
    let count = mergeSums(table.worth, locked: locked)
    guard classes.count > 0 else {
      live[0] = count
      return
    }
    live.fill(0)
    for i in 0..<count { place(Int(spareIDs[i]), spareKeys[i]) }
  }

  /// Puts an entry behind those that its class has already, unless it is left out for good.
  @inline(__always)
  private mutating func place(_ entry: Int, _ key: Double) {
    let kind = classes.count == 0 ? 0 : Int(classes[entry])
    guard kind >= 0 else { return }
    let place = starts[kind] + live[kind]
    live[kind] += 1
    keys[place] = key
    ids[place] = UInt32(truncatingIfNeeded: entry)
  }

  /// The same where interactions within the half make the worth of an entry more than a sum over
  /// issues, or worths are negative.
  ///
  /// Complexity: O(n log n) in the number of entries.
  private mutating func sortAnew(by table: UtilityTable, locked: Lane<Int>) {
    let count = listOpen(table.worth, locked: locked)
    live.fill(0)
    for i in 0..<count {
      let entry = Int(spareIDs[i])
      let held = ownInteractions == 0 ? 0 : bits[entry] & ownInteractions
      place(entry, spareKeys[i] + table.bonuses(held))
    }
    for kind in 0..<classCount { sortClass(starts[kind], live[kind]) }
  }

  /// Lists the entries that the locks leave open in the order of their numbers, with the sums of
  /// the worths of their options, in the spare lanes; returns how many there are.
  private mutating func listOpen(_ worth: Lane<Double>, locked: Lane<Int>) -> Int {
    spareKeys[0] = 0
    spareIDs[0] = 0
    var length = 1
    for j in 0..<issues.count {
      let lock = counts[j] > 1 ? locked[issues[j]] : 0
      let options = lock >= 0 ? lock..<lock + 1 : 0..<counts[j]
      let radix = UInt32(truncatingIfNeeded: counts[j])
      // From the end, so that a prefix is read before its place is written.
      for prefix in stride(from: length - 1, through: 0, by: -1) {
        let (sum, id) = (spareKeys[prefix], spareIDs[prefix] &* radix)
        for option in options {
          let place = prefix * options.count + option - options.lowerBound
          spareKeys[place] = sum + worth[slots[j] + option]
          spareIDs[place] = id &+ UInt32(truncatingIfNeeded: option)
        }
      }
      length *= options.count
    }
    return length
  }

  /// Writes the options of an entry into an outcome.
  @inline(__always)
  mutating func write(_ entry: Int, to options: Lane<UInt8>, held: Lane<Int>) {
    var rest = UInt64(UInt32(truncatingIfNeeded: entry))
    var j = issues.count - 1
    while j >= 0 {
      let issue = issues[j]
      if counts[j] > 1 {
        let quotient = (rest &* reciprocals[j]) &>> Self.reciprocalBits
        options[issue] = UInt8(truncatingIfNeeded: rest &- quotient &* UInt64(truncatingIfNeeded: counts[j]))
        rest = quotient
      } else {
        options[issue] = UInt8(truncatingIfNeeded: max(held[issue], 0))
      }
      j -= 1
    }
  }

  /// What an entry adds to the rank of an outcome.
  @inline(__always)
  func rank(_ entry: Int, strides: Lane<UInt64>, held: Lane<Int>) -> UInt64 {
    var rest = entry
    var rank: UInt64 = 0
    for j in stride(from: issues.count - 1, through: 0, by: -1) {
      let option = counts[j] > 1 ? rest % counts[j] : max(held[issues[j]], 0)
      rank += UInt64(option) * strides[issues[j]]
      rest /= counts[j]
    }
    return rank
  }

  /// Stable merge sort of one class, from runs of 16 that insertion has sorted.
  private mutating func sortClass(_ start: Int, _ count: Int) {
    let runLength = 16
    var low = start
    while low < start + count {
      insertionSort(low, min(low + runLength, start + count))
      low += runLength
    }
    var width = runLength
    while width < count {
      var low = start
      while low + width < start + count {
        merge(low, low + width, min(low + 2 * width, start + count))
        low += 2 * width
      }
      width *= 2
    }
  }

  private mutating func insertionSort(_ low: Int, _ high: Int) {
    guard low + 1 < high else { return }
    for i in (low + 1)..<high {
      let (key, id) = (keys[i], ids[i])
      var j = i - 1
      while j >= low, keys[j] > key {
        keys[j + 1] = keys[j]
        ids[j + 1] = ids[j]
        j -= 1
      }
      keys[j + 1] = key
      ids[j + 1] = id
    }
  }

  /// Merges two neighbouring sorted ranges; of equal keys the left one comes first.
  private mutating func merge(_ low: Int, _ middle: Int, _ high: Int) {
    let leftCount = middle - low
    spareKeys.slice(0, leftCount).copy(from: keys.slice(low, leftCount))
    spareIDs.slice(0, leftCount).copy(from: ids.slice(low, leftCount))
    var (left, right, out) = (0, middle, low)
    while left < leftCount {
      if right < high, keys[right] < spareKeys[left] {
        (keys[out], ids[out]) = (keys[right], ids[right])
        right += 1
      } else {
        (keys[out], ids[out]) = (spareKeys[left], spareIDs[left])
        left += 1
      }
      out += 1
    }
  }
}
