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

  /// That of a report.
  init(of content: ReportContent) { self.init(tag: content.language, digits: content.digits) }

  /// A text as it is shown.
  func spelt(_ text: String) -> String { digits.spelt(text) }
}

/// The signs that numbers are written with.
package enum Digits: String, Sendable, CaseIterable {
  /// 0 to 9.
  case latin = "latn"
  /// U+0660 to U+0669, with the Arabic decimal and thousands separators and percent sign.
  case arabic = "arab"

  /// The same text in these digits. A point or comma is a separator only between two digits; words
  /// with Latin letters, such as `paris-2025`, `rounds=20` and `m2`, are names and stay as they
  /// are.
  package func spelt(_ text: String) -> String {
    guard self == .arabic else { return text }
    let scalars = Array(text.unicodeScalars)
    let names = Self.names(in: scalars)
    var output = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if names[index] {
        output.append(scalar)
        continue
      }
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

  /// Whether each is part of a word with Latin letters.
  private static func names(in scalars: [Unicode.Scalar]) -> [Bool] {
    var names = [Bool](repeating: false, count: scalars.count)
    var start = 0
    while start < scalars.count {
      var end = start
      var isName = false
      while end < scalars.count,
        isLetter(scalars[end]) || "0"..."9" ~= scalars[end] || "_.-=".unicodeScalars.contains(scalars[end])
      {
        isName = isName || isLetter(scalars[end])
        end += 1
      }
      if isName { for place in start..<end { names[place] = true } }
      start = max(end, start + 1)
    }
    return names
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    "a"..."z" ~= scalar || "A"..."Z" ~= scalar
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
