/// What one thread needs to weigh partial texts on a sheet.
package final class DrawSheetScale: @unchecked Sendable {
  private let sheet: DrawSheet
  /// Per judge, per draw: what the issues settled bring; and what conditions can add.
  private let settled: Lane<Double>
  private let extra: Lane<Double>
  private let arena = Arena()
  private var prefix: [Int] = []
  private var bits: [UInt64] = []

  package init(_ sheet: DrawSheet) {
    self.sheet = sheet
    settled = arena.lane(sheet.judges.count * sheet.stride, of: 0)
    extra = arena.lane(sheet.judges.count * sheet.stride, of: 0)
  }

  /// Settles the first issues of the order.
  package func begin(_ prefix: [Int]) {
    self.prefix = prefix
    let (stride, slots) = (sheet.stride, sheet.slots)
    settled.fill(0)
    for j in sheet.judges.indices {
      for (level, option) in prefix.enumerated() {
        let row = (j * slots + sheet.offsets[sheet.order[level]] + option) * stride
        var d = 0
        while d < stride {
          settled[wide: j * stride + d] =
            settled[wide: j * stride + d] as SIMD8<Double> + sheet.worth[wide: row + d]
          d += 8
        }
      }
    }
    bits = sheet.judges.map { judge in
      prefix.enumerated().reduce(~0) { $0 & judge.met[sheet.offsets[sheet.order[$1.offset]] + $1.element] }
    }
  }

  /// In how many draws some text that settles one issue more in a way, the next of the order, could
  /// be acceptable; if it is the last issue, that text.
  package func count(_ option: Int) -> Int {
    typealias Wide = SIMD8<Double>
    let (stride, level) = (sheet.stride, prefix.count)
    let levels = sheet.order.count + 1
    let slot = sheet.offsets[sheet.order[level]] + option
    let open = sheet.order[(level + 1)...]
    for (j, judge) in sheet.judges.enumerated() {
      let held = bits[j] & judge.met[slot]
      let undecided = open.reduce(0) { $0 | judge.touching[$1] }
      if j < sheet.voters, held & ~undecided & judge.redLines != 0 { return 0 }
      addBonuses(of: j, held: held, undecided: undecided)
    }
    let slack = Wide(repeating: DrawSheet.slack)
    var count = 0
    var d = 0
    while d < stride {
      defer { d += 8 }
      var fits = SIMDMask<SIMD8<Int64>>(repeating: true)
      for v in 0..<sheet.voters {
        fits .&= worth(v, slot, d) + most(v, level + 1, levels, d)
          .>= sheet.needed[wide: v * stride + d] as Wide - slack
      }
      guard any(fits) else { continue }
      for (s, weights) in sheet.sums.enumerated() {
        var sum = most(sheet.judges.count + s, level + 1, levels, d)
        for v in 0..<sheet.voters where weights[v] > 0 { sum += weights[v] * worth(v, slot, d) }
        fits .&= sum .>= sheet.summedNeeds[wide: s * stride + d] as Wide - slack
      }
      guard any(fits) else { continue }
      var f = 0
      for home in sheet.ends.indices {
        var (accepted, total) = (Wide(repeating: 0), Wide(repeating: 0))
        while f < sheet.ends[home] {
          let (j, weight) = (sheet.voters + f, sheet.weights[wide: f * stride + d] as Wide)
          let takes =
            worth(j, slot, d) + most(j, level + 1, levels, d)
            .>= sheet.needed[wide: j * stride + d] as Wide - slack
          total += weight
          accepted += Wide(repeating: 0).replacing(with: weight, where: takes)
          f += 1
        }
        // A home without any weight has none that accepts.
        fits .&= accepted + slack .>= (sheet.quotas[wide: home * stride + d] as Wide - slack) * total
      }
      for lane in 0..<8 where fits[lane] { count += 1 }
    }
    return count
  }

  /// What the issues settled bring a judge, with one more.
  @inline(__always)
  private func worth(_ j: Int, _ slot: Int, _ d: Int) -> SIMD8<Double> {
    let stride = sheet.stride
    let sum =
      settled[wide: j * stride + d] as SIMD8<Double>
      + sheet.worth[wide: (j * sheet.slots + slot) * stride + d]
    return sheet.judges[j].bonuses > 0 ? sum + extra[wide: j * stride + d] : sum
  }

  @inline(__always)
  private func most(_ j: Int, _ level: Int, _ levels: Int, _ d: Int) -> SIMD8<Double> {
    sheet.rest[wide: (j * levels + level) * sheet.stride + d]
  }

  /// Bonuses that are certain, and of those undecided the positive ones.
  private func addBonuses(of j: Int, held: UInt64, undecided: UInt64) {
    guard sheet.judges[j].bonuses > 0 else { return }
    let stride = sheet.stride
    extra.slice(j * stride, stride).fill(0)
    for b in 0..<sheet.judges[j].bonuses where held >> UInt64(b) & 1 == 1 {
      let isCertain = undecided >> UInt64(b) & 1 == 0
      let row = (sheet.bonusStarts[j] + b) * stride
      for d in 0..<sheet.draws {
        let bonus = sheet.bonus[row + d]
        extra[j * stride + d] += isCertain ? bonus : max(0, bonus)
      }
    }
  }
}
