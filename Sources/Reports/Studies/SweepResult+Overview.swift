import Bargaining
import Experiments
import Tables

extension SweepResult {
  /// What a screen shows of the table: point, varied values as they were given, agreements in
  /// percent with their 95% interval, the endings that occurred, the median round.
  package func overview() throws(TableError) -> String {
    let outcomes = points.map(\.outcome)
    func share(_ share: SweepShare) -> String? { share.share.map { Numerals.percent($0) } }
    let occurring = Ending.allCases.filter { ending in
      outcomes.contains { $0.endings[ending.rawValue].count > 0 }
    }
    let shares =
      [
        Column.text("agreement", outcomes.map { share($0.agreement) }),
        .text("95%", outcomes.map { Numerals.interval($0.agreement.low, $0.agreement.high) }),
      ] + occurring.map { ending in .text(ending.name, outcomes.map { share($0.endings[ending.rawValue]) }) }
    let shown = points.map { plan.design.shown(at: $0.index) }
    let keys = zip(plan.design.paths, plan.design.columnKinds).enumerated().map { index, column in
      (values: Column.text(column.0, shown.map { $0[index] }), isNumber: column.1.isNumber)
    }
    let variants = plan.design.variants
    let names: [Column] =
      variants.isEmpty
      ? [] : [.text(SweepDesign.variantColumn, points.map { variants[plan.design.variant(at: $0.index)] })]
    let table = try Table(
      "overview",
      columns: [.integer("point", points.map { $0.index + 1 })] + names + keys.map(\.values) + shares
        + [.integer("median_round", outcomes.map(\.medianRound))])
    return table.plainText(numbers: Set((shares + keys.filter(\.isNumber).map(\.values)).map(\.name)))
  }
}
