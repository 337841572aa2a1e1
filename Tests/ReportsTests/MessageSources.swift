import Foundation
import Testing

/// The templates of messages that stand in the sources, read from their text: the literals that
/// stand where a message is expected.
enum MessageSources {
  private static let sources = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

  /// What stands before a message, on its line or one of the four before it.
  private static let heads = [
    "UsageError(", "ValueFault(", "CommandFailure(", "console.note(", "console.say(", "expectation:",
    ".error(", ".warning(", "fault(at", "fault(start", "note(", "wrongType(", "hint:", "advice:",
    ": Message =",
    "-> Message {", "-> Message? {", "var told: Message {", "PlaceWords.sentence(", "otherwise:",
  ]

  /// Those of all rooms but that of the benchmarks' evidence, each once.
  static func templates() throws -> Set<String> {
    var found: Set<String> = []
    for room in ["Tables", "Scenarios", "Simulation", "Results", "Experiments", "Reports", "detente"] {
      let files = FileManager.default.enumerator(
        at: sources.appending(path: room), includingPropertiesForKeys: nil)
      while let file = files?.nextObject() as? URL {
        guard file.pathExtension == "swift", !file.path.contains("/Words/Messages/") else { continue }
        found.formUnion(templates(in: try String(contentsOf: file, encoding: .utf8)))
      }
    }
    return found
  }

  private static func templates(in text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return LiteralReader.literals(of: text).filter { literal in
      let context = lines[max(0, literal.line - 4)...literal.line]
      // Names, keys and paths are one word; what an option does is told by help, in English.
      return literal.template.contains { $0 == " " } && literal.template.contains { $0.isLowercase }
        && context.contains { line in heads.contains { line.contains($0) } }
        && !context.suffix(2).contains { $0.contains(" help:") }
    }.map(\.template)
  }
}

/// Reads the string literals of a Swift text.
struct LiteralReader {
  struct Literal {
    /// From 0.
    let line: Int
    /// What stands between the interpolations, and those as numbered places.
    let template: String
  }

  private enum Piece {
    case text(String)
    case place(String)
  }

  private let text: [Character]
  private var at = 0

  private init(_ text: String) { self.text = Array(text) }

  /// Those of the text and those within their interpolations; two that a `+` joins are one.
  static func literals(of text: String, from line: Int = 0) -> [Literal] {
    var reader = LiteralReader(text)
    var (literals, line): ([Literal], Int) = ([], line)
    while reader.at < reader.text.count {
      if reader.starts(with: "//") {
        while reader.at < reader.text.count, reader.text[reader.at] != "\n" { reader.at += 1 }
      } else if reader.text[reader.at] == "\"" {
        let begin = reader.at
        var pieces = reader.literal()
        while reader.passesPlus() { pieces += reader.literal() }
        literals += self.literals(pieces, at: line)
        line += reader.text[begin..<reader.at].count { $0 == "\n" }
      } else {
        if reader.text[reader.at] == "\n" { line += 1 }
        reader.at += 1
      }
    }
    return literals
  }

  private static func literals(_ pieces: [Piece], at line: Int) -> [Literal] {
    var (template, places, inner): (String, Int, [Literal]) = ("", 0, [])
    for piece in pieces {
      switch piece {
      case .text(let text): template += text
      case .place(let code):
        places += 1
        template += "{\(places)}"
        inner += literals(of: code).map { Literal(line: line, template: $0.template) }
      }
    }
    return [Literal(line: line, template: template)] + inner
  }

  private func starts(with mark: String) -> Bool { text[at...].starts(with: mark) }

  /// Goes past a `+` between two literals.
  private mutating func passesPlus() -> Bool {
    var next = at
    while next < text.count, text[next].isWhitespace { next += 1 }
    guard next + 2 < text.count, text[next] == "+", text[next + 1] == " ", text[next + 2] == "\"" else {
      return false
    }
    at = next + 2
    return true
  }

  /// Reads a literal, which begins here.
  private mutating func literal() -> [Piece] {
    let mark = starts(with: "\"\"\"") ? "\"\"\"" : "\""
    at += mark.count
    var (pieces, plain): ([Piece], String) = ([], "")
    while at < text.count, !starts(with: mark) {
      if starts(with: "\\(") {
        pieces += [.text(plain), .place(interpolation())]
        plain = ""
      } else if text[at] == "\\" {
        plain += escape()
      } else {
        plain.append(text[at])
        at += 1
      }
    }
    // A quotation mark in a regular expression begins none; such a file is written otherwise.
    if at >= text.count { Issue.record("a literal has no end: \(plain.prefix(60))") }
    at = min(at + mark.count, text.count)
    return pieces + [.text(plain)]
  }

  /// Reads what is interpolated, which begins here; without its parentheses.
  private mutating func interpolation() -> String {
    at += 2
    let begin = at
    var depth = 1
    while at < text.count {
      if text[at] == "\"" {
        _ = literal()
        continue
      }
      if text[at] == "(" { depth += 1 }
      if text[at] == ")" { depth -= 1 }
      at += 1
      if depth == 0 { break }
    }
    return String(text[begin..<(at - 1)])
  }

  private mutating func escape() -> String {
    at += 1
    defer { at += 1 }
    switch text[at] {
    case "n": return "\n"
    case "t": return "\t"
    case "u":
      let begin = at + 2
      while at < text.count, text[at] != "}" { at += 1 }
      return UInt32(String(text[begin..<at]), radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
    default: return String(text[at])
    }
  }
}
