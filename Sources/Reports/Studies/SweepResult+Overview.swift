import Bargaining
import Experiments
import Tables

extension SweepResult {
  /// Cells of the bar of agreements.
  private static let bar = 10

  /// What a screen shows of the table: point, varied values as they were given, agreements in
  /// percent with their 95% interval and as a bar, the endings that occurred, the round by which
  /// half of the runs agree, counted from 1, where at some point half do; below it, where one
  /// number varies, agreements as a curve.
  ///
  /// - Parameters:
  ///   - width: cells of a line; `nil` leaves every point on a line of its own, however long.
  ///   - isASCII: whether nothing but ASCII can be shown.
  ///   - language: of the headings; `nil` for English.
  package func overview(width: Int? = nil, isASCII: Bool = false, in language: MessageWords? = nil)
    throws(TableError) -> String
  {
    func named(_ name: String) -> String {
      language.text(Message(whole: name)).replacing("_", with: " ")
    }
    let outcomes = points.map(\.outcome)
    func share(_ share: SweepShare) -> String? { share.share.map { Numerals.percent($0) } }
    let occurring = Ending.allCases.filter { ending in
      outcomes.contains { $0.endings[ending.rawValue].count > 0 }
    }
    let shares =
      [
        Column.text(named("agreement"), outcomes.map { share($0.agreement) }),
        .text("95%", outcomes.map { Numerals.interval($0.agreement.low, $0.agreement.high) }),
      ]
      + occurring.map { ending in
        .text(named(ending.name), outcomes.map { share($0.endings[ending.rawValue]) })
      }
    let bars = Column.text(
      named("0 to 100%"),
      outcomes.map { CellBar.bar($0.agreement.share ?? 0, cells: Self.bar, isASCII: isASCII) })
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
      columns: [.integer(named("point"), points.map { $0.index + 1 })] + names + keys.map(\.values)
        + shares.prefix(2) + [bars] + shares.dropFirst(2)
        + (outcomes.contains { $0.medianRound != nil }
          ? [.integer(named("half agree by round"), outcomes.map { $0.medianRound.map { $0 + 1 } })] : []))
    let numbers = Set((shares + keys.filter(\.isNumber).map(\.values)).map(\.name))
    guard let width else { return table.plainText(numbers: numbers) + curve(isASCII, in: language) }
    return table.plainText(fitting: width, keys: 1 + names.count + keys.count, numbers: numbers)
      + curve(isASCII, fitting: width, in: language)
  }

  /// Agreements along the one number that varies, in order of the design; empty where several do.
  private func curve(_ isASCII: Bool, fitting width: Int = .max, in language: MessageWords?) -> String {
    guard plan.design.paths.count == 1, plan.design.variants.count < 2, points.count > 2 else { return "" }
    let curve = CellBar.curve(points.map(\.outcome.agreement.share), isASCII: isASCII)
    let line = "\(language.text("agreement"))  \(curve)"
    return line.count <= width ? "\n\(line)\n" : ""
  }
}
