import Tables

/// Reads plain values out of a file of its own kind, and notes all that is wrong with them where it
/// stands.
package protocol FileReading {
  var diagnostics: Diagnostics { get set }
}

extension FileReading {
  /// The members of an object with no other keys than these; `nil` after reporting that it is none.
  package mutating func object(_ node: JSONNode, _ what: Message, keys: [String]? = nil) -> [JSONMember]? {
    guard case .object(let members) = node.value else {
      wrongType(node, what, "an object")
      return nil
    }
    for member in members where keys.map({ !$0.contains(member.key) }) ?? false {
      diagnostics.error(
        at: member.keySpan, "unknown key \(Quoting.quoted(member.key)) in \(what)",
        hint: BeginnersHint.key(member.key, among: keys ?? []))
    }
    return members
  }

  /// The elements of a list, which must not be empty unless that is allowed.
  package mutating func list(
    _ node: JSONNode, _ what: Message, of contents: String, canBeEmpty: Bool = false
  ) -> [JSONNode]? {
    guard case .array(let elements) = node.value else {
      wrongType(node, what, "a list of \(contents)")
      return nil
    }
    if elements.isEmpty, !canBeEmpty { diagnostics.error(at: node.span, "\(what) is empty") }
    return elements
  }

  /// A text that is not empty.
  package mutating func text(_ node: JSONNode, _ what: Message) -> String? {
    guard case .string(let text) = node.value, !text.isEmpty else {
      wrongType(node, what, "a text")
      return nil
    }
    return text
  }

  package mutating func number(_ node: JSONNode, _ what: Message) -> Double? {
    guard case .number(let number) = node.value else {
      wrongType(node, what, "a number", hint: BeginnersHint.number(node))
      return nil
    }
    return number
  }

  package mutating func whole(_ node: JSONNode, _ what: Message, in range: ClosedRange<Int>) -> Int? {
    guard let number = number(node, what) else { return nil }
    guard let whole = Int(exactly: number), range.contains(whole) else {
      diagnostics.error(
        at: node.span, "\(what) must be a whole number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return whole
  }

  package mutating func wrongType(
    _ node: JSONNode, _ what: Message, _ expected: Message, hint: Message = ""
  ) {
    if case .faulty = node.value { return }
    diagnostics.error(at: node.span, "\(what) must be \(expected), not \(node.value.kind)", hint: hint)
  }
}

extension SourceText {
  /// The text of a file that must be there.
  ///
  /// - Throws: ``ScenarioFault/noInput(_:)``, which says why it cannot be read.
  package init(required path: String) throws(ScenarioFault) {
    do throws(FileFault) {
      self = try SourceText(reading: path)
    } catch {
      var diagnostics = Diagnostics()
      let file = diagnostics.add(SourceText(name: path, bytes: []))
      diagnostics.error(file: file, error.message)
      throw .noInput(diagnostics)
    }
  }
}
