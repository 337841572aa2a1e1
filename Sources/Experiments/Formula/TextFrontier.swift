import Bargaining

/// The texts that no other betters on everything that anybody looks at: how often a text is
/// acceptable, how likely it is carried out to its end, and what each party gains by it on the
/// mean.
enum TextFrontier {
  /// Texts among which the frontier is found: those most often acceptable.
  static let candidates = 20_000

  /// By less than this two means are not told apart.
  private static let tolerance = 1e-9

  /// The efficient ones, in their order.
  ///
  /// - Parameter standings: texts in the order of how often they are acceptable.
  static func efficient(_ standings: [TextStanding]) -> [TextStanding] {
    let points = standings.map { text in
      [text.accepted.share ?? 0, text.durability ?? 0] + text.surpluses
    }
    var kept: [Int] = []
    for place in points.indices where !kept.contains(where: { dominates(points[$0], points[place]) }) {
      kept.removeAll { dominates(points[place], points[$0]) }
      kept.append(place)
    }
    return kept.map { standings[$0] }
  }

  private static func dominates(_ a: [Double], _ b: [Double]) -> Bool {
    var isBetter = false
    for index in a.indices {
      if a[index] < b[index] - tolerance { return false }
      if a[index] > b[index] + tolerance { isBetter = true }
    }
    return isBetter
  }
}
