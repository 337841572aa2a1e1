/// A sentence for people that other languages than English can tell.
///
/// Written as a text with interpolations, it keeps what stands between them as a template, such as
/// `unknown key {1} in {2}`, and what is inserted as arguments. In English it is the text as it is
/// written; ``MessageWords`` has the templates in another language.
///
/// What is inserted is a name, a figure or a path, which every language leaves as it is, or another
/// message. Of two words of which one is inserted, write `\(words: isLast ? "last" : "first")`:
/// without `words:` they are taken for a name. Two messages are equal when their English is.
package struct Message: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringInterpolation {
  /// What stands at a place of a template.
  package enum Argument: Sendable {
    case text(String)
    case message(Message)
    /// Several things and the word before the last of them.
    case list([Message], Conjunction)
  }

  package enum Conjunction: Sendable {
    case and, or
    /// `a or b or c`; `a, b, c`; `a; b; c`.
    case orEach, comma, semicolon
  }

  /// The sentence in English.
  package private(set) var description = ""
  /// The sentence with numbered places, from 1: `unknown key {1} in {2}`. What is written by hand
  /// in braces, such as `{"value": 1}`, stays as it is.
  package private(set) var template = ""
  /// One for each place, in the order of the English.
  package private(set) var arguments: [Argument] = []

  /// Nothing.
  package init() {}

  package init(stringLiteral text: String) {
    description = text
    template = text
  }

  package init(stringInterpolation: StringInterpolation) { self = stringInterpolation.message }

  /// A sentence in which nothing is inserted, such as the description of a fault.
  package init(whole text: String) { self.init(stringLiteral: text) }

  /// Whether there is nothing to say.
  package var isEmpty: Bool { description.isEmpty }

  package static func == (left: Message, right: Message) -> Bool { left.description == right.description }
  package func hash(into hasher: inout Hasher) { hasher.combine(description) }

  /// One sentence of two parts, of which neither is a message of its own.
  package static func + (left: Message, right: Message) -> Message {
    var whole = left
    whole.description += right.description
    whole.template += right.template(from: left.arguments.count)
    whole.arguments += right.arguments
    return whole
  }

  /// The template with its places numbered after so many others.
  private func template(from offset: Int) -> String {
    guard offset > 0, !arguments.isEmpty else { return template }
    var renumbered = template
    for place in arguments.indices.reversed() {
      renumbered = renumbered.replacing(Message.place(place), with: Message.place(place + offset))
    }
    return renumbered
  }

  /// What stands in a template for an argument.
  static func place(_ index: Int) -> String { "{\(index + 1)}" }

  fileprivate mutating func append(literal: String) {
    description += literal
    template += literal
  }

  fileprivate mutating func append(_ argument: Argument) {
    template += Message.place(arguments.count)
    description += argument.description
    arguments.append(argument)
  }
}

extension Message.Argument: CustomStringConvertible {
  /// In English.
  package var description: String {
    switch self {
    case .text(let text): text
    case .message(let message): message.description
    case .list(let parts, .and): Enumeration.all(parts.map(\.description))
    case .list(let parts, .or): Enumeration.either(parts.map(\.description))
    case .list(let parts, .comma): parts.map(\.description).joined(separator: ", ")
    case .list(let parts, .semicolon): parts.map(\.description).joined(separator: "; ")
    case .list(let parts, .orEach): parts.map(\.description).joined(separator: " or ")
    }
  }
}

extension Message {
  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var message = Message()

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) { message.append(literal: literal) }

    /// A message within this one.
    package mutating func appendInterpolation(_ message: Message) { self.message.append(.message(message)) }

    /// The same, where a plain text would be taken for a name.
    package mutating func appendInterpolation(words: Message) { message.append(.message(words)) }

    /// A name, a figure, a path.
    package mutating func appendInterpolation(_ text: String) { message.append(.text(text)) }

    /// `a, b and c`.
    package mutating func appendInterpolation(all parts: [String]) {
      message.append(.list(parts.map { "\($0)" }, .and))
    }

    package mutating func appendInterpolation(all parts: [Message]) { message.append(.list(parts, .and)) }

    /// `a, b or c`.
    package mutating func appendInterpolation(either parts: [String]) {
      message.append(.list(parts.map { "\($0)" }, .or))
    }

    /// `a or b or c`.
    package mutating func appendInterpolation(anyOf parts: [String]) {
      message.append(.list(parts.map { "\($0)" }, .orEach))
    }

    /// `a, b, c`.
    package mutating func appendInterpolation(each parts: [Message]) { message.append(.list(parts, .comma)) }

    /// `a; b; c`.
    package mutating func appendInterpolation(clauses parts: [Message]) {
      message.append(.list(parts, .semicolon))
    }

    /// Anything else: its message if it has one, else its description.
    package mutating func appendInterpolation<Value>(_ value: Value) {
      if let told = value as? any Told {
        message.append(.message(told.told))
      } else {
        message.append(.text(String(describing: value)))
      }
    }
  }
}

/// What can tell in several languages what it is about, such as a fault.
package protocol Told {
  /// The sentence that its description is in English.
  var told: Message { get }
}
