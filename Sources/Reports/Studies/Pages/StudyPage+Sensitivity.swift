import Tables

extension ToldDifference {
  /// Whether the interval of a share of the variance is too wide to tell anything, or leaves what a
  /// share can be by more than an estimate near either end does.
  fileprivate var isVague: Bool { high - low > 0.5 || low < -0.05 || high > 1.05 }
}

extension StudyPage {
  var sensitivityStory: Story {
    let rows = source.rows("sensitivity")
    let (method, columns) = Self.estimates(in: source["sensitivity"])
    let told = rows.compactMap { row in
      row.difference(columns.0, columns.1, columns.2).map { (path: number(row.text("parameter")), index: $0) }
    }
    // A number whose share may be nothing is not told as one that decides.
    let first = Array(told.filter { $0.index.low > 0 }.prefix(3))
    var story = Story(next: [.levers, .run], shown: ["sensitivity", "variance"])
    story.picture = sensitivityPicture.map {
      layout.exhibit($0, caption: studies.sensitivityCaption(method), source["sensitivity"])
    }
    story.remarks = [atEachPoint]
    let isVague = (first.isEmpty ? told : first).contains(where: \.index.isVague)
    if isVague { story.answer.append(studies.tooFewRuns) }
    if method != .morris, let strongest = first.first?.index, strongest.value < Self.weak {
      story.answer.append(studies.noneDecides)
    }
    if first.isEmpty, !told.isEmpty {
      story.answer.append(varies ? studies.noneStands : studies.nothingVaries)
    }
    if !first.isEmpty, !isVague { story.answer.append(studies.strongest(first, by: method)) }
    if !isVague, !first.isEmpty, let last = rows.first?.whole("rank_to"), last > 1 {
      story.answer.append(studies.unordered)
    }
    let parts = source.rows("variance")
    if let luck = parts.first(where: { $0.text("part") == "luck" })?.difference("share", "low", "high"),
      !luck.isVague, luck.high > 0
    {
      story.answer.append(studies.luck(luck))
    }
    let isShare = method != .morris
    var shown: [PageColumn] = [
      .number("rank", words),
      numbered("parameter", note: { ($0.real(columns.1) ?? 1) > 0 ? "" : studies.mayBeLuck }),
      .index(columns.0, columns.1, columns.2, words, isShare: isShare),
    ]
    if method == .sobol {
      let first = PageColumn.index("first", "first_low", "first_high", words, isShare: true)
      shown.append(PageColumn(head: .number(words.column("first", of: "sensitivity")), cell: first.cell))
    }
    if method == .morris { shown += [.number("mu", words, places: 3), .number("sigma", words, places: 3)] }
    shown.append(.words("rests_on", words, label: words.value))
    story.sections = [
      section("sensitivity", shown, notes: isShare && isCut(columns) ? [studies.cut] : []),
      section(
        "variance",
        [.words("part", words, label: words.value), .index("share", "low", "high", words, isShare: true)]),
    ].compactMap(\.self)
    return story
  }

  /// A number that brings about less of the variance than this decides little by itself.
  private static let weak = 0.1

  /// Whether any number, or luck, moves the result at all, as far as the tables say it.
  private var varies: Bool {
    let shares = source.rows("sensitivity").flatMap { row in
      ["total_high", "first_high", "mu_star_high", "high", "total", "first", "mu_star", "share"].map {
        row.real($0)
      }
    }
    return (shares + source.rows("variance").map { $0.real("share") }).contains { ($0 ?? 0) != 0 }
  }

  /// Whether an interval of a share goes beyond what a share can be.
  private func isCut(_ columns: (String, String, String)) -> Bool {
    source.rows("sensitivity").contains { row in
      [columns, ("first", "first_low", "first_high")].contains { columns in
        row.difference(columns.0, columns.1, columns.2).map { $0.low < 0 || $0.high > 1 } ?? false
      }
    }
  }

  /// What the table estimates, and the columns of it and of its interval.
  private static func estimates(
    in table: Table?
  ) -> (method: SensitivityMethod, columns: (String, String, String)) {
    if table?["total"] != nil { return (.sobol, ("total", "total_low", "total_high")) }
    if table?["mu_star"] != nil { return (.morris, ("mu_star", "mu_star_low", "mu_star_high")) }
    return (.given, ("share", "low", "high"))
  }
}
