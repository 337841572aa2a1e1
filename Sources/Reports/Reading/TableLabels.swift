import Bargaining
import Tables

/// What tables for readers call what is in them: names by their labels, columns by the words of
/// pages, in one language.
package struct TableLabels: Sendable {
  package let language: TellingLanguage
  private let cells: PageCells?

  /// - Parameter scenario: whose names they are; `nil` where it cannot be read any more, and names
  ///   stay as they are.
  package init(_ scenario: Scenario?, language: TellingLanguage = .english) {
    self.language = language
    cells = scenario.map { PageCells($0, language.page) }
  }

  private var words: any PageWords { language.page }

  /// What a cell is called.
  ///
  /// - Parameters:
  ///   - text: what stands in it.
  ///   - column: the name of its column.
  ///   - row: its row, whose issue says what an option is of.
  ///   - table: the whole.
  func label(_ text: String, in column: String, row: Int, of table: Table) -> String {
    var issue = ""
    if case .text(let name)? = table["issue"]?[row] { issue = name }
    let label = cells?.text(text, in: column, issue: issue) ?? text
    guard label == text, ["measure", "part", "rests_on", "kind"].contains(column) else { return label }
    let told = words.value(text)
    return told == text ? TableLabels.words(text, isHeading: false) : Label.plain(told)
  }

  /// What a column is called.
  func heading(_ column: String, of table: String) -> String {
    let column = Self.own[column] ?? column
    let head = Label.plain(cells?.head(column, of: table) ?? words.column(column))
    return head.capitalisedFirst
  }

  /// Differences of shares, which pages show in points and tables for readers in percent, and the
  /// rank, which needs no head on a page.
  private static let own = ["gain": "gain_share", "shapley": "shapley_share", "rank": "rank_shown"]

  /// What a table is and how it was made, in sentences.
  ///
  /// - Parameters:
  ///   - table: its name.
  ///   - meaning: what it holds, in English; `nil` where that is not known.
  ///   - origin: how it was made, a sentence in the language.
  func caption(
    _ table: String, _ meaning: String?, origin: String, hasRounds: Bool, hasIntervals: Bool
  ) -> String {
    let what = language == .english ? meaning : nil
    return [
      what ?? "\(TableLabels.words(Label.plain(words.table(table)))).", origin,
      hasRounds ? words.roundsFromZero : "", hasIntervals ? words.inParentheses : "",
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// A name with blanks in place of underscores; a path stays as it is.
  static func words(_ name: String, isHeading: Bool = true) -> String {
    guard !name.contains(".") || name.hasSuffix(".") else { return name }
    let words = name.split(separator: "_").joined(separator: " ")
    return isHeading ? words.capitalisedFirst : words
  }
}
