/// What a reader sees first: the question, the answer, what that was made of, why runs fail, and
/// how to go on.
struct FirstScreen {
  var title: String
  /// Of the title.
  var titleLanguage: String
  /// What was set in place of what the file says; empty for nothing.
  var setting = ""
  /// What was simulated, and what else the reader should know of it.
  var remarks: [String] = []
  var question: String
  var answer: [String]
  /// A picture with its numbers.
  var picture: Markup?
  var whyRunsFail: String?
  /// What stands above it; the words of the page unless given.
  var whyTitle: String?
  /// Why that, and the line to copy.
  var next: [(words: String, line: String)] = []
  /// Under which no figure is to be read without it; empty for none.
  var caution: String

  func markup(_ layout: PageLayout) -> Markup {
    let words = layout.words
    var parts: [Markup] = [.tag("h1", ["dir": "auto", "lang": titleLanguage], text: Label.plain(title))]
    if !setting.isEmpty { parts.append(layout.paragraph(setting, class: "setting")) }
    parts.append(.tag("h2", ["class": "question"], Markup.sentence(question)))
    parts += answer.enumerated().map { layout.paragraph($1, class: $0 == 0 ? "lead" : "") }
    parts += remarks.map { layout.paragraph($0, class: "quiet") }
    if let picture { parts.append(picture) }
    if let whyRunsFail {
      parts += [.tag("h3", [:], text: whyTitle ?? words.whyRunsFail), layout.paragraph(whyRunsFail)]
    }
    if !caution.isEmpty { parts.append(.tag("div", ["class": "caution"], [layout.paragraph(caution)])) }
    if !next.isEmpty {
      parts += [
        .tag("h3", [:], text: words.whatNext),
        .tag(
          "dl", ["class": "next"],
          next.flatMap { step in
            [
              Markup.tag("dt", [:], Markup.sentence(step.words)),
              .tag("dd", [:], [layout.command(step.line)]),
            ]
          }),
      ]
    }
    return .tag("header", [:], parts)
  }
}
