import Bargaining
import Experiments
import Simulation
import Tables

/// The answers of a study on one page, in one or several languages, as Markdown.
package struct AnswersPage: Sendable {
  private let parts: [(language: TellingLanguage, words: AnswerWords)]

  package init(_ result: AnswersResult, languages: [TellingLanguage]) {
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

  /// What stands beside the tables and the page, by name.
  package var files: [(name: String, text: String)] { [(name: "answers.md", text: markdown)] }
}
