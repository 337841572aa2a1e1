import Experiments
import Tables

/// How talks go on from what has happened, for a terminal.
package struct GivenText: Sendable {
  private let words: GivenWords
  private let width: Int

  package init(_ result: GivenResult, language: TellingLanguage, width: Int) {
    words = GivenWords(result, language: language)
    self.width = width
  }

  /// Every line ended by a newline.
  package var text: String {
    var parts = [paragraph(words.opening), paragraph(words.ground), list(words.endings)]
    if let time = words.time { parts.append(paragraph(time)) }
    if let news = words.news { parts.append(paragraph(news)) }
    parts.append(paragraph(words.shifts))
    if !words.shifted.isEmpty { parts.append(list(words.shifted)) }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func paragraph(_ text: String) -> String { Prose.wrapped(text, width: width) }

  private func list(_ items: [String]) -> String {
    items.map { "  " + Prose.wrapped($0, width: width, indent: 4) }.joined(separator: "\n")
  }
}
