import Tables

/// A column of a table as a page shows it: figures with their intervals, in percent or points where
/// they are shares.
struct PageColumn {
  let head: PageLayout.Head
  let cell: (TableRows.Row) -> Markup

  /// Names, as they are or under a label.
  static func words(
    _ column: String, _ words: any PageWords, label: ((String) -> String)? = nil
  ) -> PageColumn {
    PageColumn(head: .words(words.column(column))) { row in
      let text = row.text(column)
      return text.isEmpty ? .text("") : .label(label?(text) ?? text)
    }
  }

  /// - Parameter head: of the column; that of the words of the page unless given.
  static func number(
    _ column: String, _ words: any PageWords, head: String? = nil, places: Int? = nil
  ) -> PageColumn {
    PageColumn(head: .number(head ?? words.column(column))) { row in
      guard let value = row.real(column) else { return .text("") }
      if let whole = row.whole(column) { return .text(Numerals.count(whole)) }
      return figure(places.map { Numerals.fixed(value, $0) } ?? Numerals.brief(value))
    }
  }

  static func share(_ column: String, _ low: String, _ high: String, _ words: any PageWords) -> PageColumn {
    estimate(column, low, high, words, { Numerals.percent($0) }, { Numerals.figures($0) })
  }

  static func percent(_ column: String, _ words: any PageWords) -> PageColumn {
    PageColumn(head: .number(words.column(column))) { row in
      row.real(column).map { .text(Numerals.percent($0)) } ?? .text("")
    }
  }

  static func points(_ column: String, _ low: String, _ high: String, _ words: any PageWords) -> PageColumn {
    estimate(
      column, low, high, words, Numerals.points)
  }

  /// - Parameter isShare: whether it is cut at 0 and 1.
  static func index(
    _ column: String, _ low: String, _ high: String, _ words: any PageWords,
    isShare: Bool = false
  ) -> PageColumn {
    estimate(
      column, low, high, words,
      { Numerals.fixed(isShare ? $0.asShare : $0, 3) })
  }

  /// A probability, which is never told to be nothing.
  static func probability(_ column: String, _ words: any PageWords) -> PageColumn {
    PageColumn(head: .number(words.column(column))) { row in
      row.real(column).map { figure($0 < 0.001 ? "<\(Numerals.fixed(0.001, 3))" : Numerals.fixed($0, 3)) }
        ?? .text("")
    }
  }

  /// An amount of which what is begun does not count.
  static func whole(_ column: String, _ words: any PageWords) -> PageColumn {
    PageColumn(head: .number(words.column(column))) { row in
      row.real(column).map { .text(Numerals.count(Int($0.rounded(.down)))) } ?? .text("")
    }
  }

  /// A difference of amounts, to what its interval supports.
  static func amount(_ column: String, _ low: String, _ high: String, _ words: any PageWords) -> PageColumn {
    PageColumn(head: .number(words.column(column))) { row in
      let half = Numerals.half(from: row.real(low), to: row.real(high))
      return estimate(column, low, high, words) { Numerals.withSign(Numerals.amount($0, within: half)) }.cell(
        row)
    }
  }

  /// - Parameters:
  ///   - one: how the number is spelt.
  ///   - end: how either end of its interval is; as the number unless given.
  private static func estimate(
    _ column: String, _ low: String, _ high: String, _ words: any PageWords,
    _ one: @escaping (Double) -> String, _ end: ((Double) -> String)? = nil
  ) -> PageColumn {
    let end = end ?? one
    return PageColumn(head: .number(words.column(column))) { row in
      guard let value = row.real(column) else { return .text("") }
      guard let low = row.real(low), let high = row.real(high) else { return figure(one(value)) }
      return .tag(
        "span", [:],
        [
          figure(one(value)),
          .tag("small", [:], [.text(" ("), .interval(words.spans.text(end(low), end(high))), .text(")")]),
        ])
    }
  }

  private static func figure(_ text: String) -> Markup { .tag("bdi", ["dir": "ltr"], text: text) }
}
