/// Text set in lines of a given width.
package enum Prose {
  /// The words of `text` in lines of at most `width` cells, every line but the first indented by
  /// `indent`; a word that is too long stands alone.
  package static func wrapped(_ text: String, width: Int, indent: Int = 0) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if line.isEmpty {
        line = String(word)
      } else if indent + DisplayWidth.of(line) + 1 + DisplayWidth.of(word) <= width {
        line += " " + word
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    lines.append(line)
    return lines.joined(separator: "\n" + margin)
  }

  /// Two columns: terms, and beside each its explanation; on a narrow terminal below it.
  package static func definitions(_ entries: [(term: String, meaning: String)], width: Int) -> String {
    let longest = entries.map { DisplayWidth.of($0.term) }.filter { $0 <= 26 }.max() ?? 0
    let isNarrow = width < longest + 34
    let column = isNarrow ? 6 : longest + 4
    return entries.map { term, meaning in
      let text = wrapped(meaning, width: width, indent: column)
      guard !isNarrow, DisplayWidth.of(term) <= longest else {
        return "  \(term)\n" + String(repeating: " ", count: column) + text
      }
      return "  " + DisplayWidth.padded(term, to: column - 2) + text
    }.joined(separator: "\n")
  }
}
