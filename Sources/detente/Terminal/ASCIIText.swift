import Foundation
import Tables

/// What to write where only ASCII can be shown.
enum ASCIIText {
  /// Whether the locale's characters are UTF-8, by the first of `LC_ALL`, `LC_CTYPE` and `LANG`
  /// that says anything (POSIX.1-2017, 8.2). Where none does, UTF-8 is assumed, as in most
  /// containers.
  static func isUTF8(_ environment: [String: String]) -> Bool {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }
    guard let locale = names.first(where: { !$0.isEmpty })?.uppercased() else { return true }
    return locale.contains("UTF-8") || locale.contains("UTF8")
  }

  /// The text with what ASCII has in place of other characters; a question mark for each cell of
  /// what has no such thing. Signs keep their width where columns may depend on it.
  static func of(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    var result = ""
    for character in text {
      if character.isASCII {
        result.append(character)
      } else if character == "…" {
        // Alone it trails off; after a letter something was cut.
        result += result.last.map { $0 == " " || $0 == "\n" } ?? true ? "..." : "~"
      } else {
        result += signs[character] ?? letters(character)
      }
    }
    return result
  }

  private static let signs: [Character: String] = {
    var signs: [Character: String] = [
      "–": "-", "—": "-", "−": "-", "‑": "-", "·": "|", "×": "x", "→": ">", "←": "<", "≥": ">=", "≤": "<=",
      "≈": "~", "±": "+-", "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"", "‘": "'", "’": "'",
      "\u{A0}": " ", "\u{202F}": " ", "─": "-", "│": "|", "░": ".", "²": "2", "³": "3", "°": "o", "ß": "ss",
      "æ": "ae", "ø": "o", "ł": "l", "ı": "i", "،": ",", "؛": ";", "؟": "?",
    ]
    for bar in "█▉▊▋▌▍▎▏" { signs[bar] = "#" }
    for (step, level) in zip("▁▂▃▄▅▆▇", "_.,-=+*") { signs[step] = String(level) }
    return signs
  }()

  /// A letter without its marks, or the digit that it is.
  private static func letters(_ character: Character) -> String {
    if let digit = character.wholeNumberValue, (0...9).contains(digit) { return String(digit) }
    let bare = String(character).decomposedStringWithCanonicalMapping.unicodeScalars.filter { $0.isASCII }
    if let first = bare.first, first.properties.isAlphabetic { return String(Character(first)) }
    return String(repeating: "?", count: DisplayWidth.of(String(character)))
  }
}
