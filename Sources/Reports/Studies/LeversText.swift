import Experiments
import Tables

/// What would break the deadlock, in about ten lines.
package struct LeversText: Sendable {
  private let words: LeverWords
  private let width: Int
  private let language: MessageWords?

  /// Levers that are told one by one.
  private static let most = 6

  package init(_ result: LeverResult, width: Int, in language: MessageWords? = nil) {
    words = LeverWords(result, language: language?.language ?? "en")
    self.width = width
    self.language = language
  }

  /// Every line ended by a newline.
  package var text: String {
    var lines = [paragraph(words.opening), ""]
    let told = words.helpful.prefix(LeversText.most)
    lines += told.map(line)
    if let rest = words.rest(after: told.count) { lines.append(paragraph(rest)) }
    if let nature = words.nature {
      lines += ["", paragraph(nature)] + words.helpfulNature.prefix(LeversText.most / 2).map(line)
    }
    for part in [words.conditions, words.gap, words.set, words.closing] { lines += ["", paragraph(part)] }
    return lines.joined(separator: "\n") + "\n"
  }

  private func paragraph(_ text: Message) -> String { wrapped(text, indent: 0) }

  private func wrapped(_ text: Message, indent: Int = 7) -> String {
    Prose.wrapped(language.text(text), width: width, indent: indent)
  }

  private func line(_ effect: LeverEffect) -> String {
    let told =
      DisplayWidth.padded("\(words.rank(of: effect)).", to: 6, flush: .right) + " "
      + wrapped(words.words(of: effect))
    return
      ([told]
      + [words.tolls(of: effect), words.ground(of: effect)].compactMap(\.self).map {
        "       " + wrapped($0)
      }).joined(separator: "\n")
  }
}
