import Tables

/// How names and characters of a file are repeated in a message: visibly, and not at any length.
package enum Quoting {
  /// Names longer than this many characters are cut in messages.
  package static let longestName = 60

  /// The name in double quotes, control characters written as escapes, long names cut with "…".
  package static func quoted(_ name: String) -> String {
    "\"\(visible(name))\""
  }

  /// The text without quotes, on one line, control characters written as escapes, cut with "…"
  /// after so many characters.
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
    Numerals.shortest(number)
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
}
