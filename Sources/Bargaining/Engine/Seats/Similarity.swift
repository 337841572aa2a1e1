/// How alike the options of an issue are: 1 for the same, for numeric issues falling linearly to 0
/// at opposite ends; different categorical options are not alike at all. Outcomes are as alike as
/// their issues are on average (Faratin, Sierra, Jennings 2002, doi:10.1016/S0004-3702(02)00290-4,
/// with equal weights: a party does not know the other's).
struct Similarity {
  private let offsets: Lane<Int>
  private let counts: Lane<Int>
  /// Per slot: first place of its row in `rows`.
  private let starts: Lane<Int>
  private let rows: Lane<Int32>

  init(layout: IssueLayout, arena: Arena) {
    offsets = arena.lane(layout.offsets)
    counts = arena.lane(layout.optionCounts)
    var starts: [Int] = []
    var rows: [Int32] = []
    for k in layout.optionCounts.indices {
      let (least, greatest) = layout.ends[k]
      for a in 0..<layout.optionCounts[k] {
        starts.append(rows.count)
        let x = layout.optionValues[layout.offsets[k] + a]
        for b in 0..<layout.optionCounts[k] {
          let y = layout.optionValues[layout.offsets[k] + b]
          let alike = layout.isNumeric[k] ? 1 - abs(x - y) / (greatest - least) : (a == b ? 1 : 0)
          rows.append(Int32((alike * FrequencyEstimate.scale + 0.5).rounded(.down)))
        }
      }
    }
    self.starts = arena.lane(starts)
    self.rows = arena.lane(rows)
  }

  /// Per slot: the similarity to the option of `target` on the slot's issue, in 2^-20.
  func score(to target: Lane<UInt8>, into scores: Lane<Int32>) {
    for k in 0..<counts.count {
      let offset = offsets[k]
      let row = starts[offset &+ Int(target[k])]
      for option in 0..<counts[k] { scores[offset &+ option] = rows[row &+ option] }
    }
  }
}
