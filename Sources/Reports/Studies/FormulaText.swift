import Experiments
import Tables

/// Which texts all could accept, for a terminal.
package struct FormulaText: Sendable {
  private let result: FormulaResult
  private let words: FormulaWords
  private let width: Int

  /// Texts, and questions, that are told one by one.
  private static let most = 5

  package init(_ result: FormulaResult, language: TellingLanguage, width: Int) {
    self.result = result
    words = FormulaWords(result, language: language, isolating: true)
    self.width = width
  }

  /// Every line ended by a newline.
  package var text: String {
    var parts = [words.opening, words.search, words.nothing ?? words.open].compactMap(\.self).map(paragraph)
    let told = result.texts.filter { $0.accepted.count > 0 }.prefix(FormulaText.most)
    if !told.isEmpty { parts.append(told.map(item).joined(separator: "\n")) }
    parts += [words.ties].compactMap(\.self).map(paragraph)
    if !words.refusals.isEmpty { parts.append(words.refusals.map(paragraph).joined(separator: "\n")) }
    if !words.amendments.isEmpty {
      parts.append(words.amendments.map(paragraph).joined(separator: "\n"))
    }
    parts += [words.interim, words.steps].compactMap(\.self).map(paragraph)
    if let carrots = words.carrotHeading {
      parts.append(([carrots] + words.carrots).map(paragraph).joined(separator: "\n"))
    }
    parts += [words.frontier].compactMap(\.self).map(paragraph)
    if let folder = words.folder {
      let items = result.folder.enumerated().map { numbered($0 + 1, [words.item($1)]) }
      parts.append(([paragraph(folder)] + items).joined(separator: "\n"))
    }
    if let questions = words.questions {
      let items = words.worthAsking.prefix(FormulaText.most).enumerated().map {
        numbered($0 + 1, [words.item($1)])
      }
      parts.append(([paragraph(questions)] + items).joined(separator: "\n"))
    }
    if let proof = words.proof {
      let items = result.proofs.enumerated().map { numbered($0 + 1, [words.item($1)]) }
      parts.append(([paragraph(proof)] + items).joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func item(_ text: TextStanding) -> String {
    numbered(
      text.rank, [words.acceptability(of: text), words.terms(of: text.options), words.figures(of: text)])
  }

  private func numbered(_ number: Int, _ lines: [String]) -> String {
    DisplayWidth.padded("\(number).", to: 4, flush: .right) + " "
      + lines.map { Prose.wrapped($0, width: width, indent: 5) }.joined(separator: "\n     ")
  }

  private func paragraph(_ text: String) -> String { Prose.wrapped(text, width: width) }
}
