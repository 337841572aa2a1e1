import Experiments
import Tables

/// Which uncertain numbers decide a result, for a terminal.
package struct SensitivityText: Sendable {
  private let result: SensitivityResult
  private let words: SensitivityWords
  private let top: Int
  private let width: Int

  /// - Parameters:
  ///   - result: what was found.
  ///   - top: how many numbers are told.
  ///   - width: of the lines.
  package init(_ result: SensitivityResult, top: Int, width: Int) {
    self.result = result
    words = SensitivityWords(result)
    self.top = top
    self.width = width
  }

  /// Every line ended by a newline.
  package var text: String {
    var text = Prose.wrapped(words.opening, width: width) + "\n\n"
    if let split = words.split { text += Prose.wrapped(split, width: width) + "\n\n" }
    for finding in result.findings.prefix(top) {
      text +=
        DisplayWidth.padded(words.rank(of: finding), to: 5, flush: .right) + " "
        + line(words.path(of: finding))
      text += "      " + line(words.figures(of: finding))
      text += "      " + line(words.ground(of: finding))
    }
    if result.findings.count > top {
      text +=
        "\nand \(Numerals.count(result.findings.count - top)) more, none of them stronger; --top prints them\n"
    }
    text += "\n"
    for part in [words.ties, words.ledger, words.unresolved(among: top)].compactMap(\.self) {
      text += Prose.wrapped(part, width: width) + "\n\n"
    }
    return text + (words.noise.map { Prose.wrapped($0, width: width) + "\n" } ?? "")
  }

  private func line(_ text: String) -> String { Prose.wrapped(text, width: width, indent: 6) + "\n" }
}
