/// A language that messages can be told in: what it has in place of the English templates.
package struct MessageWords: Sendable {
  /// As `--language` names it.
  package let language: String
  /// From the template in English to the one in this language, which names the same places, in any
  /// order.
  package let templates: [String: String]
  /// What stands between the parts of a list.
  package let separators: Separators
  /// How figures are written.
  package var digits: Digits

  package struct Separators: Sendable {
    let and: String
    let or: String
    let comma: String
    let semicolon: String

    package init(and: String, or: String, comma: String, semicolon: String) {
      (self.and, self.or, self.comma, self.semicolon) = (and, or, comma, semicolon)
    }

    fileprivate subscript(conjunction: Message.Conjunction) -> String {
      switch conjunction {
      case .and: and
      case .or, .orEach: or
      case .comma: comma
      case .semicolon: semicolon
      }
    }
  }

  package init(
    language: String, templates: [String: String], separators: Separators,
    digits: Digits = .latin
  ) {
    self.language = language
    self.templates = templates
    self.separators = separators
    self.digits = digits
  }

  /// The message in this language; in English where it has no words for it.
  ///
  /// What is inserted is set apart (Unicode Standard Annex 9, isolates), so that its direction and
  /// that of the sentence leave each other alone. Figures are in ``digits``; codes, paths and names
  /// stay as they are.
  package func text(_ message: Message) -> String { digits.inProse(plain(message)) }

  private func plain(_ message: Message) -> String {
    // Nothing but what is inserted, or nothing but signs, needs no words.
    guard let template = templates[message.template] ?? Self.isBare(message.template) else {
      return message.description
    }
    var text = ""
    var rest = Self.marked(template)[...]
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      rest = rest[open...]
      guard let close = rest.firstIndex(of: "}"), let place = Int(rest[rest.index(after: open)..<close]),
        message.arguments.indices.contains(place - 1)
      else {
        text.append(rest.removeFirst())
        continue
      }
      text += plain(message.arguments[place - 1])
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }

  private func plain(_ argument: Message.Argument) -> String {
    switch argument {
    case .text(let text): Self.isolated(text)
    case .message(let message): has(message) ? plain(message) : Self.isolated(message.description)
    case .list(let parts, let conjunction):
      parts.map { plain(.message($0)) }
        .joined(separator: separators[conjunction])
    }
  }

  private func has(_ message: Message) -> Bool {
    templates[message.template] != nil || Self.isBare(message.template) != nil
  }

  /// The template itself where it has no word of English beside its places.
  private static func isBare(_ template: String) -> String? {
    template.unicodeScalars.contains { $0.properties.isAlphabetic } ? nil : template
  }

  /// The template with what stands between backticks set apart from left to right.
  private static func marked(_ template: String) -> String {
    let parts = template.split(separator: "`", omittingEmptySubsequences: false)
    return parts.enumerated().map { $0.isMultiple(of: 2) ? $1 : "\u{2066}\($1)\u{2069}" }.joined()
  }

  private static func isolated(_ text: String) -> String {
    text.isEmpty ? "" : "\u{2068}\(text)\u{2069}"
  }

  /// The templates of a message, and of those within it, for which this language has no words. A
  /// single word that it does not have is the name of a key.
  package func lacks(_ message: Message) -> [String] {
    let inner = message.arguments.flatMap { argument in
      switch argument {
      case .text: [] as [String]
      case .message(let message): lacks(message)
      case .list(let parts, _): parts.flatMap(lacks)
      }
    }
    let isKey = message.arguments.isEmpty && !message.template.contains(" ")
    return (has(message) || isKey ? [] : [message.template]) + inner
  }
}
