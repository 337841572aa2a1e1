/// All the ways to settle one half of the issues, sorted by what they are worth to one actor in one
/// run.
///
/// An **entry** is one such way, numbered in mixed radix by names: the half's first issue turns
/// slowest, each through its options in the order of their names. So entries that are worth the
/// same have the same order whichever that of the file is. Entries that cross a red line within the
/// half are left out for good, entries that a lock forbids for the run. Entries fall into
/// **classes** by which conditions across the halves they meet; each class is sorted for itself.
struct HalfSpace: BitwiseCopyable {
  /// The issues of this half, by name, and for each its options (1 if held).
  let issues: Lane<Int>
  let counts: Lane<Int>
  /// Per issue: where it starts in the next four, which have one issue after the other.
  let firsts: Lane<Int>
  /// The slots of the options by name, the options themselves, what they add to the rank of an
  /// outcome, and per option its place.
  let slots: Lane<Int>
  private let byName: Lane<UInt8>
  private let ranks: Lane<UInt64>
  let places: Lane<Int>
  /// Per issue: 2^40 divided by its options, rounded up. A product with it is a division for
  /// numbers below 2^25, which entries are (``NegotiationSize/mostEntries``), by up to 255: the
  /// error of the product is below 2^-40 2^25 2^8.
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
    let memberOptions = members.map { layout.held[$0] >= 0 ? [layout.held[$0]] : layout.optionsByName[$0] }
    let memberSlots = zip(members, memberOptions).map { k, options in options.map { layout.offsets[k] + $0 } }
    let memberCounts = memberOptions.map(\.count)
    let total = memberCounts.reduce(1, *)
    issues = arena.lane(members)
    counts = arena.lane(memberCounts)
    firsts = arena.lane(memberCounts.indices.map { memberCounts[..<$0].reduce(0, +) })
    slots = arena.lane(memberSlots.flatMap(\.self))
    byName = arena.lane(memberOptions.flatMap { $0.map { UInt8(truncatingIfNeeded: $0) } })
    ranks = arena.lane(
      zip(members, memberOptions).flatMap { k, options in
        options.map { UInt64($0) * layout.space.strides[k] }
      })
    places = arena.lane(
      memberOptions.flatMap { options in
        options.indices.map { option in options.firstIndex(of: option) ?? 0 }
      })
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
          memberSlots[j].map { prefix & table.met[$0] }
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
      let first = firsts[j]
      let open = openPlaces(j, locked)
      let radix = UInt32(truncatingIfNeeded: counts[j])
      // From the end, so that a prefix is read before its place is written.
      for prefix in stride(from: length - 1, through: 0, by: -1) {
        let (sum, id) = (spareKeys[prefix], spareIDs[prefix] &* radix)
        for digit in open {
          let place = prefix * open.count + digit - open.lowerBound
          spareKeys[place] = sum + worth[slots[first + digit]]
          spareIDs[place] = id &+ UInt32(truncatingIfNeeded: digit)
        }
      }
      length *= open.count
    }
    return length
  }

  /// Which options of an issue the locks leave open, by their places.
  @inline(__always)
  func openPlaces(_ j: Int, _ locked: Lane<Int>) -> Range<Int> {
    guard counts[j] > 1, locked[issues[j]] >= 0 else { return 0..<counts[j] }
    let place = places[firsts[j] + locked[issues[j]]]
    return place..<place + 1
  }

  /// Writes the options of an entry into an outcome.
  @inline(__always)
  mutating func write(_ entry: Int, to options: Lane<UInt8>) {
    var rest = UInt64(UInt32(truncatingIfNeeded: entry))
    var j = issues.count - 1
    while j >= 0 {
      let issue = issues[j]
      if counts[j] > 1 {
        let quotient = (rest &* reciprocals[j]) &>> Self.reciprocalBits
        let digit = rest &- quotient &* UInt64(truncatingIfNeeded: counts[j])
        options[issue] = byName[firsts[j] &+ Int(truncatingIfNeeded: digit)]
        rest = quotient
      } else {
        options[issue] = byName[firsts[j]]
      }
      j -= 1
    }
  }

  /// What an entry adds to the rank of an outcome.
  @inline(__always)
  func rank(_ entry: Int) -> UInt64 {
    var rest = entry
    var rank: UInt64 = 0
    for j in stride(from: issues.count - 1, through: 0, by: -1) {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: counts[j])
      rank &+= ranks[firsts[j] &+ digit]
      rest = quotient
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
