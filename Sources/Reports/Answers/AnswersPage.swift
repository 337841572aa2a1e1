import Bargaining
import Experiments
import Simulation
import Tables

/// The answers of a study on one page, in one or several languages: as Markdown, and as HTML with
/// the curve of readiness.
package struct AnswersPage: Sendable {
  private let parts: [(language: TellingLanguage, words: AnswerWords)]
  private let result: AnswersResult

  package init(_ result: AnswersResult, languages: [TellingLanguage]) {
    self.result = result
    parts = languages.map { ($0, AnswerWords(result, language: $0)) }
  }

  /// For a terminal: the first language, wrapped.
  package func text(width: Int) -> String {
    guard let words = parts.first?.words else { return "" }
    let blocks = words.questions.map { item in
      ([Prose.wrapped(item.question, width: width)]
        + item.sentences.map { "  " + Prose.wrapped($0, width: width - 2, indent: 2) })
        .joined(separator: "\n")
    }
    return ([Prose.wrapped(words.title, width: width), Prose.wrapped(words.opening, width: width)] + blocks)
      .joined(separator: "\n\n")
      + "\n"
  }

  package var markdown: String {
    parts.map { part in
      let body = part.words.questions.map { item in
        "## \(Self.escaped(item.question))\n\n"
          + item.sentences.map { "- \(Self.escaped($0))" }.joined(separator: "\n")
          + Self.source(item, part.language)
      }
      let text = (["# \(Self.escaped(part.words.title))", Self.escaped(part.words.opening)] + body)
        .joined(separator: "\n\n")
      return part.language == .arabic ? "<div dir=\"rtl\" lang=\"ar\">\n\n\(text)\n\n</div>" : text
    }.joined(separator: "\n\n") + "\n"
  }

  private static func source(_ item: AnsweredQuestion, _ language: TellingLanguage) -> String {
    guard !item.tables.isEmpty else { return "" }
    let files = item.tables.map { "`\($0).csv`" }.joined(separator: language == .arabic ? "، " : ", ")
    return "\n\n" + (language == .arabic ? "من \(files)." : "From \(files).")
  }

  /// Text in which nothing is markup.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      if "\\`*_{}[]<>#|".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }

  /// The whole page; nothing outside it is needed, and nothing in it runs.
  package var html: String {
    let language = parts.first?.language ?? .english
    let head: [Markup] = [
      .tag("meta", ["charset": "utf-8"]),
      .tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
      .tag(
        "meta",
        [
          "http-equiv": "Content-Security-Policy", "content": "default-src 'none'; style-src 'unsafe-inline'",
        ]),
      .tag("meta", ["name": "color-scheme", "content": "light dark"]),
      .tag("title", [:], text: parts.first?.words.title ?? ""), .styleSheet(PageStyle.sheet),
    ]
    let page = Markup.tag(
      "html", ["lang": language.rawValue],
      [.tag("head", [:], head), .tag("body", [:], parts.map { article($0.words, $0.language) })])
    return "<!DOCTYPE html>\n" + page.written() + "\n"
  }

  private func article(_ words: AnswerWords, _ language: TellingLanguage) -> Markup {
    let first = words.questions.firstIndex { $0.tables.contains("contributions") }
    let sections = words.questions.enumerated().map { index, item in
      let sentences = item.sentences.map { Markup.tag("li", [:], text: $0) }
      let picture =
        item.tables.contains("willingness")
        ? [Markup.tag("figure", [:], [curves(words, language).inline])]
        : index == first
          ? contributions(language).map { .tag("figure", [:], [$0.inline]) } : []
      let files = item.tables.map { Markup.tag("code", ["dir": "ltr"], text: "\($0).csv") }
      let source = files.isEmpty ? [] : [Markup.tag("p", ["class": "quiet"], files)]
      return Markup.tag(
        "section", [:],
        [.tag("h2", [:], text: item.question), .tag("ul", [:], sentences)] + picture + source)
    }
    return .tag(
      "main", ["lang": language.rawValue, "dir": language == .arabic ? "rtl" : "ltr"],
      [
        .tag("h1", [:], text: words.title),
        .tag("div", ["class": "caution"], [.tag("p", [:], text: words.opening)]),
      ]
        + sections)
  }

  /// What stands beside the tables, by name.
  package var files: [(name: String, text: String)] {
    [(name: "answers.md", text: markdown), (name: "report.html", text: html)]
      + (picture.map { [(name: "willingness.svg", text: $0.svg)] } ?? [])
      + contributions(parts.first?.language ?? .english).map { (name: "contributions.svg", text: $0.svg) }
  }

  /// What mediators and forums bring.
  private func contributions(_ language: TellingLanguage) -> [Picture] {
    StudyPictures.of(
      result, name: language == .arabic ? "contributions-ar" : "contributions",
      in: PictureLanguage(tag: language.rawValue))
  }

  /// The curve of readiness, as a picture of its own.
  package var picture: Picture? {
    parts.first.map { curves($0.words, $0.language) }
  }

  private func curves(_ words: AnswerWords, _ language: TellingLanguage) -> Picture {
    let isArabic = language == .arabic
    let parties = Array(result.scenario.parties.indices).map(Optional.some) + [nil]
    return Picture.curves(
      name: language == .arabic ? "willingness-ar" : "willingness",
      title: isArabic
        ? "نسبة الاتفاق بحسب الاستعداد للتنازل"
        : "Share of agreements by readiness to concede, with bands of 95%",
      across: isArabic ? "الاستعداد للتنازل" : "readiness to concede",
      series: parties.map { party in
        Picture.Curve(
          label: party.map { words.labels.party($0) } ?? (isArabic ? "الجميع" : "all at once"),
          points: result.readiness.filter { $0.party == party }.map { point in
            (x: point.value, share: ShareEstimate(point.agreement))
          })
      }, in: isArabic ? .arabic : .english)
  }
}
