/// The hypotheses of ``OpponentModel/bayesian`` about the issues of a scenario: the same for every
/// actor and every run.
struct BayesianHypotheses: BitwiseCopyable {
  /// How many triangles an issue has at most.
  static let mostTriangles = 9

  /// The issues that are bargained over; for each its number of options and first slot.
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
    let open = layout.optionCounts.indices.filter { layout.held[$0] < 0 }
    var firsts = [0]
    var rows: [Int] = []
    var values: [Double] = []
    for k in open {
      for shape in Self.shapes(of: Self.places(of: k, layout)) {
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

  /// Where the options of an issue stand between 0 and 1: by their numbers, or in equal steps.
  private static func places(of k: Int, _ layout: IssueLayout) -> [Double] {
    let count = layout.optionCounts[k]
    guard layout.isNumeric[k] else { return (0..<count).map { Double($0) / Double(count - 1) } }
    let (least, greatest) = layout.ends[k]
    return (0..<count).map { (layout.optionValues[layout.offsets[k] + $0] - least) / (greatest - least) }
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
