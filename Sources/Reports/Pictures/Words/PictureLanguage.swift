import Tables

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
  func spelt(_ text: String) -> String { digits.spelt(Minus.set(in: text)) }
}
