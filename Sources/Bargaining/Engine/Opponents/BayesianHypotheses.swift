/// The hypotheses of ``OpponentModel/bayesian`` about the issues of a scenario: the same for every
/// actor and every run.
struct BayesianHypotheses: BitwiseCopyable {
  /// How many triangles a numeric issue has at most.
  static let mostTriangles = 9

  /// The issues that are bargained over, in the order of their names; for each its number of
  /// options and first slot.
  let issues: Lane<Int>
  let optionCounts: Lane<Int>
  let slots: Lane<Int>
  /// Per issue, then one past the last: its first shape.
  let firstShapes: Lane<Int>
  /// Per shape: where its row of values begins, one value per option.
  let rows: Lane<Int>
  let values: Lane<Double>
  /// Per rank from the lowest: the weight that goes with it.
  let rankWeights: Lane<Double>
  let slotCount: Int

  var shapeCount: Int { rows.count }

  init(layout: IssueLayout, arena: Arena) {
    let open = layout.byName.filter { layout.held[$0] < 0 }
    var firsts = [0]
    var rows: [Int] = []
    var values: [Double] = []
    for k in open {
      for shape in layout.isNumeric[k]
        ? Self.shapes(of: Self.places(of: k, layout)) : Self.shapes(of: k, layout)
      {
        rows.append(values.count)
        values += shape
      }
      firsts.append(rows.count)
    }
    issues = arena.lane(open)
    optionCounts = arena.lane(open.map { layout.optionCounts[$0] })
    slots = arena.lane(open.map { layout.offsets[$0] })
    firstShapes = arena.lane(firsts)
    self.rows = arena.lane(rows)
    self.values = arena.lane(values)
    let issueCount = open.count
    let total = Double(issueCount * (issueCount + 1))
    rankWeights = arena.lane((0..<issueCount).map { 2 * Double($0 + 1) / total })
    slotCount = layout.slotCount
  }

  /// Of categories, which have no order: one is best, or one is worst, and the others are worth
  /// what they are on average when nothing is known of how they rank. Of two categories, the best
  /// alone says it all.
  private static func shapes(of k: Int, _ layout: IssueLayout) -> [[Double]] {
    let count = layout.optionCounts[k]
    let shapes = [(top: 1.0, others: Double(count - 2)), (top: 0, others: Double(count))]
    return shapes.prefix(count > 2 ? 2 : 1).flatMap { shape in
      layout.optionsByName[k].map { singled in
        (0..<count).map { $0 == singled ? shape.top : shape.others / Double(2 * (count - 1)) }
      }
    }
  }

  /// Where the options of a numeric issue stand between 0 and 1.
  private static func places(of k: Int, _ layout: IssueLayout) -> [Double] {
    let (least, greatest) = layout.ends[k]
    return (0..<layout.optionCounts[k]).map {
      (layout.optionValues[layout.offsets[k] + $0] - least) / (greatest - least)
    }
  }

  /// Uphill, downhill, and triangles with their peaks at equal distances between the ends.
  private static func shapes(of places: [Double]) -> [[Double]] {
    let triangles = min(places.count - 2, mostTriangles)
    var shapes = [places, places.map { 1 - $0 }]
    for j in 0..<max(triangles, 0) {
      let peak = Double(j + 1) / Double(triangles + 1)
      shapes.append(places.map { $0 <= peak ? $0 / peak : (1 - $0) / (1 - peak) })
    }
    return shapes
  }
}
