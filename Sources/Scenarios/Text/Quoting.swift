/// How names and characters of a file are repeated in a message: visibly, and not at any length.
package enum Quoting {
  /// Names longer than this many characters are cut in messages.
  package static let longestName = 60

  /// The name in double quotes, control characters written as escapes, long names cut with "…".
  package static func quoted(_ name: String) -> String {
    "\"\(visible(name))\""
  }

  /// The text without quotes, on one line, control characters written as escapes, cut with "…" after so many
  /// characters.
  package static func visible(_ text: String, upTo longest: Int = longestName) -> String {
    var result = ""
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if index == longest { return result + "…" }
      result += shown(scalar)
    }
    return result
  }

  /// A number as a person writes it: `500`, `0.25`, without a needless `.0`.
  package static func decimal(_ number: Double) -> String {
    let text = number == 0 ? "0" : number.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// The scalar itself when it can be printed, else an escape such as `\u001B`.
  ///
  /// Characters that reorder or hide text (bidirectional controls and the like) are escaped too, so
  /// that what a message shows is what the file holds.
  static func shown(_ scalar: Unicode.Scalar) -> String {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse, .surrogate:
      return escape(scalar)
    case .format where scalar != "\u{200C}" && scalar != "\u{200D}":
      // The two joiners stay: Arabic, Persian and Indic words are misspelt without them.
      return escape(scalar)
    default:
      return String(Character(scalar))
    }
  }

  private static func escape(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "\\u" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Cells that a scalar takes on a terminal: 0 for combining marks, 2 for East Asian wide ones.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    if scalar.isASCII { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
