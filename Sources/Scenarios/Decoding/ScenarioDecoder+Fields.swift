import Bargaining
import Tables

/// Objects, names and plain values.
extension ScenarioDecoder {
  static let marks = ["source", "assumption", "note"]

  /// Takes a node for an object with these keys; a mark and a note may stand in every one.
  ///
  /// Unknown keys are reported. `nil` after reporting that the node is no object.
  mutating func fields(
    _ node: JSONNode, anchor: SourceSpan, path: String, what: Message, keys: [String], mark: Mark
  ) -> Fields? {
    guard case .object(let members) = node.value else {
      wrongType(node, what, "an object")
      return nil
    }
    for member in members where !keys.contains(member.key) && !ScenarioDecoder.marks.contains(member.key) {
      let hint =
        diagnostics.isFull ? "" : BeginnersHint.key(member.key, among: keys + ScenarioDecoder.marks)
      diagnostics.error(
        at: member.keySpan, "unknown key \(Quoting.quoted(member.key)) in \(what)", hint: hint)
    }
    var mark = mark
    var facts: [String] = []
    if let note = node["note"] { _ = text(note, "note") }
    if let source = node["source"] {
      facts = citation(source)
      if !facts.isEmpty { mark = .sourced(facts) }
    }
    // Where both stand, the facts are about the thing and the assumption about its numbers.
    if let assumption = node["assumption"], let words = text(assumption, "assumption") {
      mark = .assumption(words)
    }
    return Fields(what: what, path: path, anchor: anchor, members: members, mark: mark, facts: facts)
  }

  /// The member as an object, or `nil` if there is none or it is not one.
  mutating func fields(_ parent: Fields, _ key: String, what: Message, keys: [String]) -> Fields? {
    guard let member = parent[key] else { return nil }
    return fields(
      member.value, anchor: member.keySpan, path: parent.path(key), what: what, keys: keys,
      mark: parent.mark)
  }

  private mutating func citation(_ node: JSONNode) -> [String] {
    guard let elements = list(node, "source", of: "fact numbers, such as [\"F26\"]") else { return [] }
    if elements.isEmpty {
      diagnostics.error(at: node.span, "source names no fact", hint: "expected a list such as [\"F26\"]")
    }
    firstCitation = firstCitation ?? node.span
    return elements.compactMap { element in
      guard let fact = text(element, "a fact number") else { return nil }
      let digits = fact.utf8.dropFirst()
      if fact.utf8.first == UInt8(ascii: "F"), !digits.isEmpty,
        digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
      {
        return fact
      }
      diagnostics.error(
        at: element.span, "\(Quoting.quoted(fact)) is not a fact number",
        hint: "expected F and digits, such as F26")
      return nil
    }
  }

  /// The member, or `nil` after reporting that it is missing.
  mutating func required(_ fields: Fields, _ key: String, hint: Message = "") -> JSONMember? {
    if let member = fields[key] { return member }
    diagnostics.error(at: fields.anchor, "\(fields.what) needs \(Quoting.quoted(key))", hint: hint)
    return nil
  }

  /// Reports a value of the wrong kind, unless it has been reported as unreadable.
  mutating func wrongType(_ node: JSONNode, _ what: Message, _ expected: Message, hint: Message = "") {
    if case .faulty = node.value { return }
    diagnostics.error(at: node.span, "\(what) must be \(expected), not \(node.value.kind)", hint: hint)
  }

  // MARK: Plain values

  mutating func text(_ node: JSONNode, _ what: Message) -> String? {
    guard case .string(let text) = node.value else {
      wrongType(node, what, "a text")
      return nil
    }
    if text.isEmpty {
      diagnostics.error(at: node.span, "\(what) must not be empty")
      return nil
    }
    return text
  }

  mutating func list(_ node: JSONNode, _ what: Message, of contents: Message) -> [JSONNode]? {
    guard case .array(let elements) = node.value else {
      wrongType(node, what, "a list of \(contents)")
      return nil
    }
    return elements
  }

  /// The members of an object whose keys are names or references, or `nil` after reporting.
  mutating func entries(_ node: JSONNode, _ what: Message) -> [JSONMember]? {
    guard case .object(let members) = node.value else {
      wrongType(node, what, "an object")
      return nil
    }
    return members
  }

  mutating func flag(_ fields: Fields, _ key: String, default standard: Bool) -> Bool {
    guard let member = fields[key] else {
      noteDefault(fields.path(key), "\(standard)")
      return standard
    }
    guard case .bool(let flag) = member.value.value else {
      wrongType(member.value, "\(fields.path(key))", "true or false")
      return standard
    }
    return flag
  }

  /// A whole number; without a default it is required.
  mutating func whole(
    _ fields: Fields, _ key: String, in range: ClosedRange<Int>, default standard: Int? = nil
  ) -> Int {
    guard let member = fields[key] else {
      if let standard {
        noteDefault(fields.path(key), "\(standard)")
        return standard
      }
      _ = required(
        fields, key,
        hint: range.upperBound >= 1_000_000
          ? "a whole number, at least \(range.lowerBound)"
          : "a whole number between \(range.lowerBound) and \(range.upperBound)")
      return range.lowerBound
    }
    return whole(member.value, fields.path(key), in: range) ?? range.lowerBound
  }

  mutating func whole(_ node: JSONNode, _ path: String, in range: ClosedRange<Int>) -> Int? {
    guard case .number(let number) = node.value else {
      if case .object = node.value {
        diagnostics.error(at: node.span, "\(path) must be a plain whole number: it cannot be uncertain")
      } else {
        wrongType(node, "\(path)", "a whole number", hint: BeginnersHint.number(node))
      }
      return nil
    }
    guard number.rounded() == number else {
      diagnostics.error(
        at: node.span, "\(path) must be a whole number, not \(Quoting.decimal(number))")
      return nil
    }
    guard number >= Double(range.lowerBound), number <= Double(range.upperBound) else {
      let bounds: Message = "between \(range.lowerBound) and \(range.upperBound)"
      diagnostics.error(at: node.span, "\(path) must be \(bounds), not \(Quoting.decimal(number))")
      return nil
    }
    return Int(number)
  }

  /// One of several words.
  mutating func word(_ node: JSONNode, _ path: String, _ kind: Message, among words: [String]) -> String? {
    guard case .string(let word) = node.value else {
      wrongType(node, "\(path)", "\(anyOf: words.map(Quoting.quoted))")
      return nil
    }
    if words.contains(word) { return word }
    diagnostics.error(
      at: node.span, "unknown \(kind) \(Quoting.quoted(word))", hint: Suggestion.hint(for: word, among: words)
    )
    return nil
  }
}
