import Experiments
import Tables

/// Which uncertain numbers decide a result, for a terminal.
package struct SensitivityText: Sendable {
  private let result: SensitivityResult
  private let words: SensitivityWords
  private let top: Int
  private let width: Int
  private let language: MessageWords?

  /// - Parameters:
  ///   - result: what was found.
  ///   - top: how many numbers are told.
  ///   - width: of the lines.
  ///   - language: `nil` for English.
  package init(_ result: SensitivityResult, top: Int, width: Int, in language: MessageWords? = nil) {
    self.result = result
    words = SensitivityWords(result)
    self.top = top
    self.width = width
    self.language = language
  }

  /// Every line ended by a newline.
  package var text: String {
    var text = paragraph(words.opening) + "\n\n"
    if let split = words.split { text += paragraph(split) + "\n\n" }
    for finding in result.findings.prefix(top) {
      text +=
        DisplayWidth.padded(words.rank(of: finding), to: 5, flush: .right) + " "
        + line("\(words.path(of: finding))")
      text += "      " + line(words.figures(of: finding))
      text += "      " + line(words.ground(of: finding))
    }
    if result.findings.count > top {
      text +=
        "\n"
        + language.text(
          "and \(Numerals.count(result.findings.count - top)) more, none of them stronger; --top prints them")
        + "\n"
    }
    text += "\n"
    for part in [words.ties, words.ledger, words.unresolved(among: top)].compactMap(\.self) {
      text += paragraph(part) + "\n\n"
    }
    return text + (words.noise.map { paragraph($0) + "\n" } ?? "")
  }

  private func line(_ text: Message) -> String {
    Prose.wrapped(language.text(text), width: width, indent: 6) + "\n"
  }

  private func paragraph(_ text: Message) -> String { Prose.wrapped(language.text(text), width: width) }
}
