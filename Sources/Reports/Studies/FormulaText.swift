import Experiments
import Tables

/// Which texts all could accept, for a terminal.
package struct FormulaText: Sendable {
  private let result: FormulaResult
  private let words: FormulaWords
  private let width: Int

  /// Texts that are told one by one.
  private static let most = 5

  package init(_ result: FormulaResult, language: TellingLanguage, width: Int) {
    self.result = result
    words = FormulaWords(result, language: language)
    self.width = width
  }

  /// Every line ended by a newline.
  package var text: String {
    var parts = [paragraph(words.opening), paragraph(words.nothing ?? words.open)]
    let told = result.texts.filter { $0.accepted.count > 0 }.prefix(FormulaText.most)
    if !told.isEmpty { parts.append(told.map(item).joined(separator: "\n")) }
    if let ties = words.ties { parts.append(paragraph(ties)) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func item(_ text: TextStanding) -> String {
    let rank = DisplayWidth.padded("\(text.rank).", to: 4, flush: .right) + " "
    let lines = [
      words.acceptability(of: text), words.terms(of: text.options), words.figures(of: text),
    ].map { Prose.wrapped($0, width: width, indent: 5) }
    return rank + lines.joined(separator: "\n     ")
  }

  private func paragraph(_ text: String) -> String { Prose.wrapped(text, width: width) }
}
