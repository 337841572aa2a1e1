import Bargaining

/// The texts that no other betters on everything that anybody looks at: how often a text is
/// acceptable, how likely it is carried out to its end, and what each party gains by it on the
/// mean.
///
/// Texts that are never acceptable stand outside. The others are compared in the order of how often
/// they are, each with the efficient ones among those before it; what bettered one last is tried
/// first, as it betters many.
struct TextFrontier {
  /// By less than this two means are not told apart.
  private static let tolerance = 1e-9
  /// Comparisons of two texts, at most; some ten seconds of them.
  static let mostComparisons = 2_000_000_000

  /// The efficient ones, as places in the pool, in the order of texts.
  let places: [Int]
  /// Texts that were compared: all that are ever acceptable, or where that would take too many
  /// comparisons those most often acceptable.
  let compared: Int

  init(_ order: TextOrder, mostComparisons: Int = TextFrontier.mostComparisons) {
    let (tally, pool) = (order.tally, order.pool)
    let (means, parties) = (order.means, order.scenario.parties.indices)
    let texts = (0..<pool.count).filter { tally.acceptances(of: $0) > 0 }
      .sorted { (-tally.acceptances(of: $0), $0) < (-tally.acceptances(of: $1), $1) }
    let size = parties.count + 2
    var kept: [Int] = []
    /// The figures of the texts kept, one text after the other.
    var figures: [Double] = []
    var point = [Double](repeating: 0, count: size)
    var (comparisons, compared) = (0, 0)
    for text in texts {
      guard comparisons <= mostComparisons else { break }
      compared += 1
      let options = pool.options(at: text)
      point[0] = Double(tally.acceptances(of: text)) / Double(tally.draws)
      point[1] = tally.durability(of: text) ?? 0
      for party in parties { point[2 + party] = means.surplus(of: options, to: party) }
      var place = 0
      while place < kept.count, !Self.betters(figures, place * size, point, 0, size) { place += 1 }
      comparisons += min(place + 1, kept.count)
      if place < kept.count {
        if place > 0 { Self.swap(&kept, &figures, place, place / 2, size) }
        continue
      }
      place = 0
      comparisons += kept.count
      while place < kept.count {
        guard Self.betters(point, 0, figures, place * size, size) else {
          place += 1
          continue
        }
        Self.swap(&kept, &figures, place, kept.count - 1, size)
        kept.removeLast()
        figures.removeLast(size)
      }
      kept.append(text)
      figures += point
    }
    places = order.sorted(kept, by: tally.acceptances)
    self.compared = compared
  }

  private static func betters(_ a: [Double], _ i: Int, _ b: [Double], _ j: Int, _ size: Int) -> Bool {
    var isBetter = false
    for place in 0..<size {
      if a[i + place] < b[j + place] - tolerance { return false }
      if a[i + place] > b[j + place] + tolerance { isBetter = true }
    }
    return isBetter
  }

  private static func swap(_ kept: inout [Int], _ figures: inout [Double], _ a: Int, _ b: Int, _ size: Int) {
    guard a != b else { return }
    kept.swapAt(a, b)
    for place in 0..<size { figures.swapAt(a * size + place, b * size + place) }
  }
}
