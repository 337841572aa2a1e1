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
    lines += told.enumerated().map { line($0 + 1, $1) }
    if let rest = words.rest(after: told.count) { lines.append(paragraph(rest)) }
    for part in [words.conditions, words.gap, words.set, words.closing] { lines += ["", paragraph(part)] }
    return lines.joined(separator: "\n") + "\n"
  }

  private func paragraph(_ text: String) -> String { Prose.wrapped(text, width: width) }

  private func line(_ number: Int, _ effect: LeverEffect) -> String {
    DisplayWidth.padded("\(number)", to: 2, flush: .right) + ". "
      + Prose.wrapped(words.words(of: effect), width: width, indent: 4) + "\n    "
      + Prose.wrapped(words.ground(of: effect), width: width, indent: 4)
  }
}
