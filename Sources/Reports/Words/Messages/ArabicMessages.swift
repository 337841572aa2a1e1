import Tables

/// What messages are in Arabic, from the template in English.
///
/// `{1}` is the first thing that the English inserts. Between backticks stands what is typed or
/// written in a file as it is, which runs from left to right. Where a number governs a noun, the
/// noun stands first and the number after it, so that it need not be inflected; and what is
/// inserted stands where it needs no case.
enum ArabicMessages {
  /// All of them, by the rooms where they are written.
  static let parts = [
    arguments, check, commands, history, inert, machine, notes, reading, results, scenarios, studies, summary,
  ]
}

extension MessageWords {
  /// Messages in Arabic.
  package static func arabic(digits: Digits = .latin) -> MessageWords {
    MessageWords(
      language: "ar",
      templates: ArabicMessages.parts.reduce(into: [:]) { $0.merge($1) { first, _ in first } },
      separators: Separators(and: "، و", or: " أو ", comma: "، ", semicolon: "؛ "), digits: digits)
  }
}
