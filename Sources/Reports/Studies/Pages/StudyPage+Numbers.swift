import Tables

/// Numbers of a scenario by their names in words, the path in small print.
extension StudyPage {
  /// What a number is called: whose it is, then what of them. The path itself where there is no
  /// scenario, as on a page of scores.
  func number(_ path: String) -> String {
    guard let labels, !path.contains("*") else { return path }
    return NumberName(labels).full(path: path).capitalisedFirst
  }

  /// Whether the runs were there before, and nothing was moved in them.
  var isKept: Bool { source.manifest.commandLine.contains { $0 == "--from" || $0.hasPrefix("--from=") } }

  /// How many runs a figure rests on.
  var atEachPoint: String {
    isKept
      ? studies.kept(source.manifest.runs, seed: source.manifest.seed)
      : words.atEachPoint(source.manifest.runs, seed: source.manifest.seed)
  }

  /// A column of such numbers.
  ///
  /// - Parameter note: what stands under one in a row; empty for nothing.
  func numbered(_ column: String, note: @escaping (TableRows.Row) -> String = { _ in "" }) -> PageColumn {
    PageColumn(head: .words(words.column(column))) { row in
      let path = row.text(column)
      let name = number(path)
      let code = PageLayout.path(path)
      let note = note(row)
      guard name != path || !note.isEmpty else { return code }
      return .tag(
        "span", ["class": "named"],
        (name == path ? [] : [.label(name)]) + [code]
          + (note.isEmpty ? [] : [.tag("small", [:], Markup.sentence(note))]))
    }
  }
}

extension PageLayout {
  /// A path, which may be broken after each dot.
  static func path(_ path: String) -> Markup {
    let keys = Label.plain(path).split(separator: ".", omittingEmptySubsequences: false)
    return .tag(
      "code", ["dir": "ltr"],
      keys.enumerated().flatMap { place, key in
        place + 1 < keys.count ? [Markup.text("\(key)."), .tag("wbr")] : [.text(String(key))]
      })
  }
}
