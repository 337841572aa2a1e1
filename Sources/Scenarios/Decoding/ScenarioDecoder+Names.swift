import Bargaining
import Tables

/// Names that the author chose, references to them, and labels.
extension ScenarioDecoder {
  /// Checks that a key can be a name.
  mutating func checkName(_ member: JSONMember, of kind: Message) {
    if !isShortEnough(member.key, member.keySpan, of: kind) { return }
    if ScenarioDecoder.isName(member.key) { return warnOfOddName(member.key, member.keySpan, of: kind) }
    diagnostics.error(
      at: member.keySpan, "\(Quoting.quoted(member.key)) cannot be the name of \(kind)",
      hint: "a name has lower-case letters, digits, _ and -, and begins with a letter or a digit")
  }

  /// What programs that read tables take for something else than a text.
  private static let oddNames: Set<String> = [
    "null", "nan", "true", "false", "inf", "infinity",
  ]

  /// Warns of a name that is read back from a table as no text.
  mutating func warnOfOddName(_ name: String, _ span: SourceSpan, of kind: Message) {
    guard ScenarioDecoder.oddNames.contains(name) else { return }
    diagnostics.warning(
      at: span,
      "\(Quoting.quoted(name)) is a poor name for \(kind): programs that read the tables take it for no text")
  }

  /// The longest name, in bytes: it heads columns, and is part of paths.
  static let longestName = 255
  /// The longest text for people, in bytes.
  private static let longestLabel = 4_096

  /// Reports a name that is too long.
  mutating func isShortEnough(_ name: String, _ span: SourceSpan, of kind: Message) -> Bool {
    if name.utf8.count <= ScenarioDecoder.longestName { return true }
    diagnostics.error(
      at: span,
      "the name of \(kind) may have at most \(ScenarioDecoder.longestName) characters, not \(name.utf8.count)"
    )
    return false
  }

  /// A text that is shown to people: a label, a unit.
  mutating func shownText(_ node: JSONNode, _ what: Message) -> String? {
    guard let text = text(node, what) else { return nil }
    if text.utf8.count <= ScenarioDecoder.longestLabel { return text }
    diagnostics.error(
      at: node.span, "\(what) may have at most \(ScenarioDecoder.longestLabel) bytes, not \(text.utf8.count)")
    return nil
  }

  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "_"), first != UInt8(ascii: "-") else {
      return false
    }
    return text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
  }

  /// Learns the names of parties or mediators before anything refers to them.
  mutating func collectNames(
    _ top: Fields, _ key: String, into table: WritableKeyPath<ScenarioDecoder, NameTable>
  ) {
    guard let member = top[key] else { return }
    guard let members = member.value.members else {
      self[keyPath: table].isIncomplete = true
      return
    }
    for member in members { self[keyPath: table].append(member.key) }
  }

  /// The index of what is named, or `nil` after reporting that there is no such name.
  mutating func resolve(_ name: String, _ span: SourceSpan, in table: NameTable) -> Int? {
    if let index = table.index(of: name) { return index }
    if !table.isIncomplete {
      diagnostics.error(
        at: span, "unknown \(table.kind) \(Quoting.quoted(name))",
        hint: diagnostics.isFull ? "" : Suggestion.hint(for: name, among: table.names))
    }
    return nil
  }

  /// A list of references without repetition.
  mutating func references(_ node: JSONNode, _ path: String, _ contents: Message, in table: NameTable)
    -> [Int]
  {
    guard let elements = list(node, "\(path)", of: contents) else { return [] }
    var indices: [Int] = []
    var seen = Set<Int>()
    for element in elements {
      guard let name = text(element, "the name of \(article(table.kind))"),
        let index = resolve(name, element.span, in: table)
      else { continue }
      if seen.insert(index).inserted {
        indices.append(index)
      } else {
        diagnostics.error(at: element.span, "\(Quoting.quoted(name)) is listed twice in \(path)")
      }
    }
    return indices
  }

  /// `an issue`, `a party`.
  func article(_ kind: Message) -> Message {
    kind.description.first.map { "aeiou".contains($0) } ?? false ? "an \(kind)" : "a \(kind)"
  }

  /// A text for people: a string, or an object from language codes to strings.
  mutating func label(_ fields: Fields, _ key: String = "label") -> LocalizedText? {
    fields[key].flatMap { label($0.value, fields.path(key)) }
  }

  mutating func label(_ node: JSONNode, _ path: String) -> LocalizedText? {
    if case .string = node.value { return shownText(node, "\(path)").map { LocalizedText($0) } }
    guard case .object(let members) = node.value else {
      wrongType(node, "\(path)", "a text, or an object from language codes to texts")
      return nil
    }
    if members.isEmpty { diagnostics.error(at: node.span, "\(path) holds no text") }
    var entries: [LocalizedText.Entry] = []
    for member in members {
      if !ScenarioDecoder.isLanguage(member.key) {
        diagnostics.error(
          at: member.keySpan, "\(Quoting.quoted(member.key)) is not a language code",
          hint: "expected a code such as en or ar")
      }
      if let words = shownText(member.value, "\(path).\(Quoting.visible(member.key))") {
        entries.append(LocalizedText.Entry(language: member.key, text: words))
      }
    }
    return LocalizedText(entries)
  }

  /// The form of BCP 47: two or three letters, then parts of up to eight letters and digits after
  /// hyphens.
  private static func isLanguage(_ code: String) -> Bool {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = parts.first, (2...3).contains(first.utf8.count) else { return false }
    return first.allSatisfy { $0.isASCII && $0.isLetter }
      && parts.dropFirst().allSatisfy { part in
        (1...8).contains(part.utf8.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }
  }
}
