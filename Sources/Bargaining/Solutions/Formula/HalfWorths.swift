/// What the halves of texts are worth to one party in one draw, and which conditions they leave
/// open.
struct HalfWorths: BitwiseCopyable {
  let table: UtilityTable
  /// Per first half, per rest: the conditions that hold as far as it is concerned.
  let firstBits: Lane<UInt64>
  let restBits: Lane<UInt64>
  /// Per first half, per rest: what its options are worth.
  let first: Lane<Double>
  let rest: Lane<Double>
  /// Per rest: what it brings together with the first half at hand, -infinity where a red line is
  /// crossed.
  let joined: Lane<Double>
  let hasConditions: Bool

  init(_ table: UtilityTable, _ texts: TextSpace, arena: Arena) {
    self.table = table
    let conditions = table.interactionBits | table.redLineBits
    hasConditions = conditions != 0
    firstBits = arena.lane(texts.firstCount, of: 0)
    restBits = arena.lane(texts.restCount, of: 0)
    first = arena.lane(texts.firstCount, of: 0)
    rest = arena.lane(texts.restStride, of: -.infinity)
    joined = hasConditions ? arena.lane(texts.restStride, of: -.infinity) : rest
    texts.spread(texts.firstIssues, table.offsets, from: conditions, into: firstBits) { $0 & table.met[$1] }
    texts.spread(texts.restIssues, table.offsets, from: conditions, into: restBits) { $0 & table.met[$1] }
  }

  /// Takes what options are worth now.
  func fill(_ texts: TextSpace) {
    texts.spread(texts.firstIssues, table.offsets, from: 0, into: first) { $0 + table.worth[$1] }
    texts.spread(texts.restIssues, table.offsets, from: 0, into: rest) { $0 + table.worth[$1] }
  }

  /// Joins every rest with first halves that leave those conditions open.
  func join(_ open: UInt64) {
    guard hasConditions else { return }
    for place in 0..<restBits.count {
      let holding = open & restBits[place]
      joined[place] =
        holding == 0
        ? rest[place]
        : holding & table.redLineBits != 0
          ? -.infinity : rest[place] + table.bonuses(holding & table.interactionBits)
    }
  }

  /// What a text is worth; -infinity where it crosses a red line. Sums on the utility grid are
  /// exact in any order, so that this is the utility that a run has.
  @inline(__always)
  func utility(_ first: Int, _ rest: Int) -> Double {
    var sum = self.first[first] + self.rest[rest]
    guard hasConditions else { return sum }
    let holding = firstBits[first] & restBits[rest]
    if holding & table.redLineBits != 0 { return -.infinity }
    if holding != 0 { sum += table.bonuses(holding) }
    return sum
  }
}
