import Experiments
import Tables

/// What would break the deadlock, in about ten lines.
package struct LeversText: Sendable {
  private let words: LeverWords
  private let width: Int

  /// Levers that are told one by one.
  private static let most = 6

  package init(_ result: LeverResult, width: Int) {
    words = LeverWords(result)
    self.width = width
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

  private func paragraph(_ text: String) -> String { Prose.wrapped(text, width: width) }

  private func line(_ effect: LeverEffect) -> String {
    let told =
      DisplayWidth.padded("\(words.rank(of: effect)).", to: 6, flush: .right) + " "
      + Prose.wrapped(words.words(of: effect), width: width, indent: 7)
    return
      ([told]
      + [words.tolls(of: effect), words.ground(of: effect)].compactMap(\.self).map {
        "       " + Prose.wrapped($0, width: width, indent: 7)
      }).joined(separator: "\n")
  }
}
