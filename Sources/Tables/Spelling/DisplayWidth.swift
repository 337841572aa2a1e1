/// How many cells of a terminal a text takes.
///
/// A character, that is a grapheme cluster (Unicode Standard Annex #29), takes the sum of its
/// scalars:
///
/// - none for combining marks that take no room of their own (Mn, Me), format characters,
///   conjoining Hangul vowels and final consonants, what is ignored by default, and controls, since
///   they print nothing;
/// - two for East Asian wide and fullwidth ones (Unicode Standard Annex #11) and for emoji;
/// - one for all others: the soft hyphen, which terminals show, the Arabic signs that span a
///   number, marks that take room (Mc), and letters that join, each by itself.
///
/// An emoji sequence (Unicode Technical Standard #51: flags, skin tones, families joined by ZWJ,
/// keycaps, a symbol followed by U+FE0F) is one picture of two cells. Characters newer than the
/// standard library's Unicode tables take one, or two inside the East Asian blocks.
package enum DisplayWidth {
  /// The width of a text in terminal cells.
  package static func of(_ text: some StringProtocol) -> Int {
    if text.utf8.allSatisfy({ 0x20..<0x7f ~= $0 }) { return text.utf8.count }
    return text.reduce(0) { $0 + width(of: $1) }
  }

  /// The longest beginning of `text` that fits, with an ellipsis where something was cut off.
  package static func truncated(_ text: String, to width: Int) -> String {
    guard of(text) > width else { return text }
    var kept = ""
    var used = 1
    for character in text {
      used += self.width(of: character)
      if used > width { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return width > 0 ? kept + "…" : ""
  }

  /// Where a text stands in a column that is wider.
  package enum Side: Sendable {
    case left, right
  }

  /// `text` and spaces up to `width` cells; a wider text as it is.
  package static func padded(_ text: String, to width: Int, flush side: Side = .left) -> String {
    let spaces = String(repeating: " ", count: max(0, width - of(text)))
    return side == .left ? text + spaces : spaces + text
  }

  private static func width(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if isPicture(first, of: scalars) { return 2 }
    return scalars.reduce(0) { $0 + width(of: $1) }
  }

  /// Whether a character that begins so is shown as a picture.
  private static func isPicture(_ first: Unicode.Scalar, of scalars: Character.UnicodeScalarView) -> Bool {
    guard first.properties.isEmoji else { return false }
    if first.properties.isEmojiPresentation { return true }
    return scalars.dropFirst().contains { $0.value == 0xFE0F || $0.properties.isEmojiModifier }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    if isEmpty(scalar) { return 0 }
    return wide.contains { $0.contains(scalar.value) } || scalar.properties.isEmojiPresentation ? 2 : 1
  }

  private static func isEmpty(_ scalar: Unicode.Scalar) -> Bool {
    let value = scalar.value
    if value == 0xAD || value == 0x115F || signsAroundNumbers.contains(value) { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .format, .lineSeparator, .paragraphSeparator: return true
    default:
      return 0x1160...0x11FF ~= value || 0xD7B0...0xD7FB ~= value
        || scalar.properties.isDefaultIgnorableCodePoint
    }
  }

  /// Prepended_Concatenation_Mark: format characters that are seen.
  private static let signsAroundNumbers: Set<UInt32> = [
    0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD,
  ]

  /// East Asian Width W and F, but for emoji.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E, 0x3041...0x3247,
    0x3250...0x4DFF,
    0x4E00...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B,
    0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1D300...0x1D376,
    0x1F200...0x1F265, 0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}
