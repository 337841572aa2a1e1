import Tables

extension Picture {
  /// The most frequent agreements as a matrix: a row for each issue, a column for each agreement, a
  /// letter for each option; what differs from the most frequent agreement is filled.
  package static func packages(of content: ReportContent, in language: PictureLanguage? = nil) -> Picture {
    let language = language ?? PictureLanguage(of: content)
    let packages = Array(content.packages.prefix(ReportContent.packageLimit))
    let told = packages.enumerated().map { index, package in
      let terms = package.terms.map { "\(Label.plain($0.issue)): \(Label.plain($0.option))" }
      return
        "\(index + 1). \(Numerals.estimate(package.share, in: language.words.intervals)): \(terms.joined(separator: "; "))."
    }
    return Picture(
      name: "packages", title: language.words.packages, summary: told.joined(separator: " "), in: language
    ) { sheet in
      let matrix = PackageMatrix(packages: packages, sheet: sheet)
      return Drawing(stacking: [matrix.head] + matrix.rows, on: sheet)
    }
  }

  /// The same, each issue as a picture of its own, so that a sheet of paper may end between two;
  /// what all of it says is said by the first, under the ranks.
  static func packageParts(of content: ReportContent) -> [Picture] {
    let language = PictureLanguage(of: content)
    let packages = Array(content.packages.prefix(ReportContent.packageLimit))
    let whole = Picture.packages(of: content, in: language)
    return (packages.first?.terms ?? []).enumerated().map { row, term in
      Picture(
        name: row == 0 ? "packages" : "packages-\(row + 1)",
        title: "\(whole.title): \(Label.plain(term.issue))",
        summary: row == 0
          ? whole.summary
          : packages.enumerated().map { "\($0 + 1). \(Label.plain($1.terms[row].option))." }
            .joined(separator: " "), in: language
      ) { sheet in
        let matrix = PackageMatrix(packages: packages, sheet: sheet)
        return Drawing(stacking: (row == 0 ? [matrix.head] : []) + [matrix.rows[row]], on: sheet)
      }
    }
  }
}

private struct PackageMatrix {
  let packages: [ReportContent.Package]
  let sheet: Sheet

  private var cell: Double { sheet.isNarrow ? min(38, sheet.width / Double(max(packages.count, 1))) : 38 }
  /// Where the columns begin.
  private var left: Double {
    sheet.isNarrow ? 0 : sheet.width - cell * Double(packages.count)
  }
  private var labels: Double { sheet.isNarrow ? sheet.width : left - 16 }

  /// One for each issue.
  var rows: [(Double) -> (shapes: [Shape], height: Double)] {
    (0..<(packages.first?.terms.count ?? 0)).map { row in { drawn(row, y: $0) } }
  }

  private func x(_ column: Int) -> Double { left + cell * (Double(column) + 0.5) }

  /// Ranks and shares.
  func head(_ y: Double) -> (shapes: [Shape], height: Double) {
    let shapes = packages.enumerated().flatMap { index, package -> [Shape] in
      let share =
        (0..<0.01).contains(package.share.share) && package.share.count > 0
        ? "<1%" : Numerals.percent(package.share.share, places: 0)
      return [
        .told(
          "\(index + 1): \(Numerals.estimate(package.share, in: sheet.words.intervals))",
          [
            .text("\(index + 1)", x(index), y + 14, .middle, class: "strong"),
            .text(share, x(index), y + 30, .middle, class: "faint"),
          ])
      ]
    }
    return (shapes, 38)
  }

  /// A for the option of the first agreement, and on in the order in which others come.
  private func letters(_ row: Int) -> [(option: String, letter: String)] {
    var options: [String] = []
    for package in packages where package.terms.indices.contains(row) {
      let option = Label.plain(package.terms[row].option)
      if !options.contains(option) { options.append(option) }
    }
    let signs = sheet.words.letters.split(separator: " ").map(String.init)
    return options.enumerated().map {
      (option: $1, letter: signs.indices.contains($0) ? signs[$0] : "\($0 + 1)")
    }
  }

  private func drawn(_ row: Int, y top: Double) -> (shapes: [Shape], height: Double) {
    let letters = letters(row)
    let issue = Label.plain(packages[0].terms[row].issue)
    let name = sheet.lines(issue, x: 0, y: top + 4, width: labels, class: "strong")
    var (shapes, y) = (name.shapes, top + name.height)
    for entry in letters {
      shapes.append(.text(entry.letter, 9, y + 14, .middle, class: "strong faint"))
      let text = sheet.lines(entry.option, x: 24, y: y, width: labels - 24, class: "faint")
      shapes += text.shapes
      y += text.height - 2
    }
    let cells = cells(row, letters, y: sheet.isNarrow ? y + 4 : top + 6)
    let bottom = sheet.isNarrow ? y + 4 + 26 : max(y, top + 6 + 26)
    let rule = Shape.line(x1: 0, y1: top, x2: sheet.width, y2: top, class: "grid")
    return ([rule] + shapes + cells, bottom - top + 8)
  }

  private func cells(_ row: Int, _ letters: [(option: String, letter: String)], y: Double) -> [Shape] {
    packages.enumerated().compactMap { column, package in
      guard package.terms.indices.contains(row) else { return nil }
      let option = Label.plain(package.terms[row].option)
      let differs = option != letters[0].option
      let letter = letters.first { $0.option == option }?.letter ?? ""
      return .told(
        "\(column + 1): \(option)",
        [
          .rectangle(
            x: x(column) - cell / 2 + 2, y: y, width: cell - 4, height: 24,
            class: differs ? "differs" : "cell"),
          .text(letter, x(column), y + 17, .middle, class: differs ? "on-main" : "faint"),
        ])
    }
  }
}
