import Scenarios

/// Reads plain values of a small JSON file with comments, and notes what is wrong with them where
/// it stands.
protocol PlainJSONReader {
  var diagnostics: Diagnostics { get set }
}

extension PlainJSONReader {
  mutating func object(_ node: JSONNode, _ what: String, keys: [String]? = nil) -> [JSONMember]? {
    guard case .object(let members) = node.value else {
      wrongType(node, what, "an object")
      return nil
    }
    for member in members where keys.map({ !$0.contains(member.key) }) ?? false {
      diagnostics.error(
        at: member.keySpan, "unknown key \(Quoting.quoted(member.key)) in \(what)",
        hint: Suggestion.hint(for: member.key, among: keys ?? []))
    }
    return members
  }

  mutating func list(_ node: JSONNode, _ what: String, of contents: String) -> [JSONNode]? {
    guard case .array(let elements) = node.value else {
      wrongType(node, what, "a list of \(contents)")
      return nil
    }
    if elements.isEmpty { diagnostics.error(at: node.span, "\(what) is empty") }
    return elements
  }

  mutating func text(_ node: JSONNode, _ what: String) -> String? {
    guard case .string(let text) = node.value, !text.isEmpty else {
      wrongType(node, what, "a text")
      return nil
    }
    return text
  }

  mutating func number(_ node: JSONNode, _ what: String) -> Double? {
    guard case .number(let number) = node.value else {
      wrongType(node, what, "a number")
      return nil
    }
    return number
  }

  mutating func whole(_ node: JSONNode, _ what: String, in range: ClosedRange<Int>) -> Int? {
    guard let number = number(node, what) else { return nil }
    guard let whole = Int(exactly: number), range.contains(whole) else {
      diagnostics.error(
        at: node.span, "\(what) must be a whole number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return whole
  }

  mutating func wrongType(_ node: JSONNode, _ what: String, _ expected: String) {
    if case .faulty = node.value { return }
    diagnostics.error(at: node.span, "\(what) must be \(expected), not \(node.value.kind)")
  }
}
