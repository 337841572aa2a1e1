/// In which language and direction a picture is, and in which digits its numbers are.
package struct PictureLanguage: Sendable {
  /// Of the labels of a scenario: `en`, `ar`.
  package var tag: String
  package var words: PictureWords
  /// Whether it is read from right to left: axes are mirrored.
  package var isRightToLeft: Bool
  package var digits: Digits

  package init(tag: String, words: PictureWords, isRightToLeft: Bool, digits: Digits = .latin) {
    self.tag = tag
    self.words = words
    self.isRightToLeft = isRightToLeft
    self.digits = digits
  }

  package static let english = PictureLanguage(tag: "en", words: .english, isRightToLeft: false)
  package static let arabic = PictureLanguage(tag: "ar", words: .arabic, isRightToLeft: true)

  /// By its tag, such as `ar`; English where there are no words for it.
  package init(tag: String, digits: Digits = .latin) {
    self = tag == "ar" ? .arabic : .english
    self.tag = tag
    self.digits = digits
  }

  /// A text as it is shown.
  func spelt(_ text: String) -> String { digits.spelt(text) }
}

/// The signs that numbers are written with.
package enum Digits: String, Sendable, CaseIterable {
  /// 0 to 9.
  case latin = "latn"
  /// U+0660 to U+0669, with the Arabic decimal and thousands separators and percent sign.
  case arabic = "arab"

  /// The same text in these digits. A point or comma is a separator only between two digits.
  package func spelt(_ text: String) -> String {
    guard self == .arabic else { return text }
    let scalars = Array(text.unicodeScalars)
    var output = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      let isInside =
        index > 0 && index + 1 < scalars.count && Self.isDigit(scalars[index - 1])
        && Self.isDigit(scalars[index + 1])
      switch scalar {
      case "0"..."9": output.append(Unicode.Scalar(scalar.value - 0x30 + 0x660) ?? scalar)
      case "." where isInside: output.append("\u{66B}")
      case "," where isInside: output.append("\u{66C}")
      case "%" where index > 0 && Self.isDigit(scalars[index - 1]): output.append("\u{66A}")
      default: output.append(scalar)
      }
    }
    return String(output)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
