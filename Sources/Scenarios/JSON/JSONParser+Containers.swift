import Tables

extension JSONParser {
  /// Reads an object whose opening brace stands at `start`.
  mutating func object(from start: Int) -> JSONNode {
    at += 1
    var members: [JSONMember] = []
    var index = KeyIndex()
    while !stopped {
      skipBlanks()
      guard at < bytes.count else {
        unclosed(start)
        break
      }
      if bytes[at] == UInt8(ascii: "}") {
        closeBracket()
        break
      }
      if bytes[at] == UInt8(ascii: "]") {
        if mismatch(start) { continue } else { break }
      }
      if bytes[at] == UInt8(ascii: ",") {
        fault(at, "unexpected ','", hint: "expected a key or '}'")
        passComma()
        continue
      }
      let keyStart = at
      guard let key = key() else { continue }
      let keySpan = SourceSpan(file: file, start: keyStart, end: lastEnd)
      guard let value = memberValue(of: key) else {
        separator()
        continue
      }
      if let first = index.insert(key, in: members) {
        let line = source.line(at: Int(members[first].keySpan.start))
        diagnostics.error(
          at: keySpan, "\(Quoting.quoted(key)) is given twice", hint: "first given on line \(line)")
      } else {
        members.append(JSONMember(key: key, keySpan: keySpan, value: value))
      }
      separator()
    }
    lastEnd = at
    return JSONNode(.object(members), span(from: start))
  }

  /// Reads a list whose opening bracket stands at `start`.
  mutating func list(from start: Int) -> JSONNode {
    at += 1
    var elements: [JSONNode] = []
    while !stopped {
      skipBlanks()
      guard at < bytes.count else {
        unclosed(start)
        break
      }
      if bytes[at] == UInt8(ascii: "]") {
        closeBracket()
        break
      }
      if bytes[at] == UInt8(ascii: "}") {
        if mismatch(start) { continue } else { break }
      }
      if bytes[at] == UInt8(ascii: ",") {
        fault(at, "unexpected ','", hint: "expected a value or ']'")
        passComma()
        continue
      }
      let elementStart = at
      let element = value()
      skipBlanks()
      if at < bytes.count, bytes[at] == UInt8(ascii: ":") {
        keyInList(elementStart, opened: start)
        // Inside an object this is most likely a forgotten bracket: what follows is the next key.
        if open.count > 1, bytes[open[open.count - 2]] == UInt8(ascii: "{") {
          at = elementStart
          break
        }
        at += 1
        continue
      }
      elements.append(element)
      separator()
    }
    lastEnd = at
    return JSONNode(.array(elements), span(from: start))
  }

  // MARK: Parts of an object

  /// Reads a key; `nil` after reporting and skipping what cannot be one.
  private mutating func key() -> String? {
    let start = at
    switch bytes[at] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let text = string()
      lastEnd = at
      if text == nil { structureLost = true }
      return text
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
      at += numberRun()
      lastEnd = at
      fault(
        start, "a key that is a number stands in double quotes", hint: decimalComma(before: start..<at))
      return String(decoding: bytes[start..<at], as: UTF8.self)
    case UInt8(ascii: ":"):
      fault(at, "a key is missing before ':'")
      at += 1
      structureLost = true
      return nil
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      fault(at, "unexpected \(character(at: at))", hint: "expected a key")
      structureLost = true
      _ = value()
      recovering = true
      separator()
      return nil
    default:
      if let word = identifier() {
        lastEnd = at
        return word
      }
      unexpectedCharacter()
      structureLost = true
      return nil
    }
  }

  /// The hint for `0,7` that was written for 0.7: digits on both sides of a comma without a blank.
  private func decimalComma(before digits: Range<Int>) -> Message {
    func isDigit(_ place: Int) -> Bool {
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place])
    }
    let comma = digits.lowerBound - 1
    guard comma > 0, bytes[comma] == UInt8(ascii: ","), digits.allSatisfy(isDigit) else { return "" }
    var first = comma
    while first > 0, isDigit(first - 1) { first -= 1 }
    guard first < comma else { return "" }
    let whole = String(decoding: bytes[first..<comma], as: UTF8.self)
    return "did you mean \("\(whole).\(String(decoding: bytes[digits], as: UTF8.self))")?"
  }

  /// Reads the colon and the value after a key; `nil` if there is no value.
  private mutating func memberValue(of key: String) -> JSONNode? {
    skipBlanks()
    guard at < bytes.count else { return nil }
    switch bytes[at] {
    case UInt8(ascii: ":"):
      at += 1
      lastEnd = at
    case UInt8(ascii: "="):
      fault(at, "unexpected '='", hint: "expected ':'")
      at += 1
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
      fault(lastEnd, "\(Quoting.quoted(key)) has no value", hint: "expected ':' and a value")
      return JSONNode(.faulty, span(from: at))
    default:
      if isKeyNext() {
        fault(lastEnd, "\(Quoting.quoted(key)) has no value", hint: "expected ':' and a value")
        return JSONNode(.faulty, span(from: at))
      }
      fault(lastEnd, "':' is missing after \(Quoting.quoted(key))")
    }
    skipBlanks()
    guard at < bytes.count else { return nil }
    return value()
  }

  /// Whether a text in quotes and a colon come next, on one line.
  private func isKeyNext() -> Bool {
    let quote = bytes[at]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return false }
    var index = at + 1
    while index < bytes.count, bytes[index] != quote, bytes[index] != 0x0A {
      index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
    }
    index += 1
    while index < bytes.count, bytes[index] == 0x20 || bytes[index] == 0x09 { index += 1 }
    return index < bytes.count && bytes[index] == UInt8(ascii: ":")
  }

  // MARK: Between values

  /// Passes the comma after a value, or reports that it is missing.
  private mutating func separator() {
    skipBlanks()
    guard !stopped, at < bytes.count else { return }
    switch bytes[at] {
    case UInt8(ascii: ","): passComma()
    case UInt8(ascii: "}"), UInt8(ascii: "]"): break
    case UInt8(ascii: ";"):
      fault(at, "unexpected ';'", hint: "expected ','")
      passComma()
    default:
      if canBeginToken() {
        fault(lastEnd, "',' is missing here")
      } else {
        unexpectedCharacter()
        if at < bytes.count, bytes[at] == UInt8(ascii: ",") { passComma() }
      }
    }
  }

  /// Whether a value or a key may begin with the character here.
  private func canBeginToken() -> Bool {
    switch bytes[at] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "$"), UInt8(ascii: "\""),
      UInt8(ascii: "'"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "{"),
      UInt8(ascii: "["):
      return true
    case 0x80...: return scalar(at: at).properties.isIDStart
    default: return false
    }
  }

  private mutating func passComma() {
    at += 1
    lastEnd = at
    recovering = false
  }

  private mutating func closeBracket() {
    at += 1
    recovering = false
  }

  // MARK: Brackets that do not pair up

  private mutating func unclosed(_ start: Int) {
    if !structureLost {
      let kind: Message = bytes[start] == UInt8(ascii: "{") ? "'{' is never closed" : "'[' is never closed"
      fault(start, kind, hint: bytes[start] == UInt8(ascii: "{") ? "expected '}'" : "expected ']'")
    }
    structureLost = true
  }

  /// Reports a closing bracket of the wrong kind.
  ///
  /// If something further out waits for this bracket, the one for the innermost was forgotten: it
  /// is taken as closed and the bracket left in place (returns `false`). Otherwise the bracket is a
  /// slip: it is skipped (returns `true` when reading may go on inside).
  private mutating func mismatch(_ start: Int) -> Bool {
    let isObject = bytes[start] == UInt8(ascii: "{")
    if !structureLost {
      fault(
        at, "unexpected \(character(at: at))",
        hint: "expected '\(isObject ? "}" : "]")' to close line \(source.line(at: start))")
    }
    structureLost = true
    let opener = isObject ? UInt8(ascii: "[") : UInt8(ascii: "{")
    if open.dropLast().contains(where: { bytes[$0] == opener }) { return false }
    at += 1
    return true
  }

  private mutating func keyInList(_ element: Int, opened start: Int) {
    guard !structureLost else { return }
    fault(
      element, "a list has no keys",
      hint: "expected ']' before this, to close line \(source.line(at: start))")
    structureLost = true
  }
}

/// Finds a key given twice: by looking through few members, by a table among many.
private struct KeyIndex {
  private static let few = 12
  private var table: [String: Int] = [:]

  /// Index of the earlier member with this key, or `nil` after taking note of the key, which the
  /// caller then appends to `members`.
  mutating func insert(_ key: String, in members: [JSONMember]) -> Int? {
    if members.count < KeyIndex.few { return members.firstIndex { $0.key == key } }
    if table.isEmpty {
      for (index, member) in members.enumerated() { table[member.key] = index }
    }
    if let first = table[key] { return first }
    table[key] = members.count
    return nil
  }
}
