/// The sign of a number below zero where text is set for reading: U+2212, as wide as a plus and
/// never taken for a hyphen. Terminals and files keep the hyphen of ASCII, which programs read.
package enum Minus {
  /// The same text with a minus for each hyphen that is the sign of a number: one before a digit or
  /// infinity, which nothing but a blank, a bracket or another sign precedes. Names, dates, paths
  /// and options keep theirs.
  package static func set(in text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "-")) else { return text }
    let scalars = Array(text.unicodeScalars)
    var output = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      let isSign =
        scalar == "-" && place + 1 < scalars.count && isNumber(scalars[place + 1])
        && (place == 0 || isBefore(scalars[place - 1]))
      output.append(isSign ? "\u{2212}" : scalar)
    }
    return String(output)
  }

  private static func isNumber(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || scalar == "∞"
  }

  private static func isBefore(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || (0x2066...0x2069).contains(scalar.value)
      || "([=±".unicodeScalars.contains(scalar)
  }
}
