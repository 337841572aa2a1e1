/// How many cells of a terminal a text takes.
///
/// Combining marks and format characters take none, wide East Asian characters and emoji two,
/// everything else one (Unicode Standard Annex #11, in the manner of Markus Kuhn's `wcwidth`). Control
/// characters take none, since they print nothing. Letters that join, as in Arabic, count one each.
public enum DisplayWidth {
  /// The width of a text in terminal cells.
  public static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ 0x20..<0x7f ~= $0 }) { return text.utf8.count }
    return text.reduce(0) { $0 + width(of: $1) }
  }

  /// A picture made of several scalars (skin tone, flag, family) is one picture, two cells wide.
  private static func width(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first else { return 0 }
    if first.properties.isEmojiPresentation || (scalars.count > 1 && scalars.contains("\u{FE0F}")) {
      return 2
    }
    return scalars.reduce(0) { $0 + width(of: $1) }
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .control, .format, .lineSeparator, .paragraphSeparator:
      // The soft hyphen is a format character that terminals show.
      return scalar.value == 0xAD ? 1 : 0
    default: break
    }
    // Vowels and final consonants of conjoining Hangul stand inside the leading consonant's cells.
    if 0x1160...0x11FF ~= scalar.value { return 0 }
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }

  /// East Asian Width W and F, unassigned gaps inside a block included.
  private static let wide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD,
  ]
}
