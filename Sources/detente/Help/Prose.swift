/// Text set in lines of a given width.
enum Prose {
  /// The words of `text` in lines of at most `width` characters, every line but the first indented by `indent`; a word
  /// that is too long stands alone.
  static func wrapped(_ text: String, width: Int, indent: Int = 0) -> String {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if line.isEmpty {
        line = String(word)
      } else if indent + line.count + 1 + word.count <= width {
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
  static func definitions(_ entries: [(term: String, meaning: String)], width: Int) -> String {
    let longest = entries.map(\.term.count).filter { $0 <= 26 }.max() ?? 0
    let isNarrow = width < longest + 34
    let column = isNarrow ? 6 : longest + 4
    return entries.map { term, meaning in
      let text = wrapped(meaning, width: width, indent: column)
      guard !isNarrow, term.count <= longest else {
        return "  \(term)\n" + String(repeating: " ", count: column) + text
      }
      return "  \(term)" + String(repeating: " ", count: column - 2 - term.count) + text
    }.joined(separator: "\n")
  }
}
