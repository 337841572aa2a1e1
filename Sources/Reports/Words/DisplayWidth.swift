/// How many columns of a terminal a text takes.
///
/// Marks and format characters take none, wide and fullwidth characters two (Unicode Standard Annex 11, *East Asian
/// Width*; the blocks below hold nearly all of them), all others one. Arabic letters are one column each, as terminals
/// draw them.
package enum DisplayWidth {
  package static func of(_ text: some StringProtocol) -> Int {
    text.reduce(0) { $0 + of(character: $1) }
  }

  /// The longest beginning of `text` that fits, with an ellipsis where something was cut off.
  package static func truncated(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    var kept = ""
    var used = 1
    for character in text {
      used += of(character: character)
      if used > width { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return width > 0 ? kept + "…" : ""
  }

  /// `text` followed by spaces up to `width` columns.
  package static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - of(text)))
  }

  private static func of(character: Character) -> Int {
    character.unicodeScalars.reduce(0) { max($0, of(scalar: $1)) }
  }

  private static func of(scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator:
      return 0
    default:
      return wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }
  }

  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
    0x20000...0x3FFFD,
  ]
}
