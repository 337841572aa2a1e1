/// Labels come from scenario files that anyone may have written: made harmless here before they are
/// shown.
package enum Label {
  /// One line without control characters: each run of white space and controls becomes one space,
  /// and characters that reorder the text around them (Unicode Standard Annex 9, explicit
  /// formatting characters) are dropped, so that a label can neither steer a terminal nor rearrange
  /// the numbers beside it.
  package static func plain(_ text: String) -> String {
    var words = [String.UnicodeScalarView()]
    for scalar in text.unicodeScalars {
      if isReordering(scalar) { continue }
      if isBreak(scalar) {
        words.append(String.UnicodeScalarView())
      } else {
        words[words.count - 1].append(scalar)
      }
    }
    return words.filter { !$0.isEmpty }.map { String($0) }.joined(separator: " ")
  }

  /// Whether a text has letters that are written from right to left.
  package static func isRightToLeft(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      rightToLeft.contains { $0.contains(scalar.value) }
    }
  }

  /// Whether a character is one of the explicit ones that set the direction of the text around
  /// them.
  package static func isReordering(_ scalar: Unicode.Scalar) -> Bool {
    (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
      || (0x200E...0x200F).contains(scalar.value) || scalar.value == 0x061C
  }

  private static func isBreak(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.properties.generalCategory == .control
      || scalar.properties.isNoncharacterCodePoint
  }

  private static let rightToLeft: [ClosedRange<UInt32>] = [
    0x0590...0x08FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF,
  ]
}
