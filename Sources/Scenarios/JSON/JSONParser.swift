import Tables

/// Reads JSON with comments, trailing commas and the notation of JSON5 (json5.org) into a tree that
/// remembers places.
///
/// After a syntax error reading goes on where sense can be made again, so that one pass reports
/// several; errors that only follow from an earlier one are kept silent. Time and memory are linear
/// in the text; depth is bounded, so no text can exhaust the stack.
package struct JSONParser {
  /// Objects and lists may stand in one another this deep. Scenarios need about ten.
  package static let deepest = 100
  /// After this many syntax errors the rest is not read.
  static let mostFaults = 50

  let source: SourceText
  let bytes: [UInt8]
  let file: Int
  /// Offset of the next byte.
  var at: Int
  /// Offset just after the last token, where a missing comma belongs.
  var lastEnd: Int
  /// Offsets of the brackets and braces that are open here, outermost first.
  var open: [Int] = []
  var diagnostics: Diagnostics

  /// Brackets do not pair up: what stands in what is now a guess.
  var structureLost = false
  /// Nothing more is to be read.
  var stopped = false
  /// An error has been reported and no comma or closing bracket has been passed since.
  var recovering = false
  /// A parenthesis has been reported.
  var hasSeenParenthesis = false
  private var lastFaultLine = 0
  private var faultCount = 0

  /// What became of a text.
  package struct Result {
    /// The tree, unreadable parts marked as such; `nil` if there is no value at all.
    package let root: JSONNode?
    /// Whether the tree's shape can be trusted, so that checking its meaning makes sense.
    package let isShapeKnown: Bool
  }

  /// Parses the text with index `file` of `diagnostics`, from an offset on, and adds what is wrong
  /// with it.
  package static func parse(file: Int, from offset: Int = 0, _ diagnostics: inout Diagnostics) -> Result {
    var parser = JSONParser(file: file, diagnostics)
    parser.at = max(parser.at, offset)
    parser.lastEnd = parser.at
    // The parser owns the collector while it works, without a copy of its contents.
    diagnostics = Diagnostics()
    let root = parser.document()
    diagnostics = parser.diagnostics
    return Result(root: root, isShapeKnown: root != nil && !parser.structureLost && !parser.stopped)
  }

  /// Parses the one value that begins at an offset of a text, whatever follows it.
  package static func parseValue(
    file: Int, at offset: Int, _ diagnostics: inout Diagnostics
  ) -> JSONNode {
    var parser = JSONParser(file: file, diagnostics)
    parser.at = offset
    parser.lastEnd = offset
    diagnostics = Diagnostics()
    let node = parser.value()
    diagnostics = parser.diagnostics
    return node
  }

  private init(file: Int, _ diagnostics: Diagnostics) {
    self.file = file
    self.diagnostics = diagnostics
    source = diagnostics.sources[file]
    bytes = source.bytes
    at = source.contentStart
    lastEnd = at
  }

  private mutating func document() -> JSONNode? {
    if bytes.count > SourceText.largestFile {
      diagnostics.error(file: file, FileFault.tooLarge(bytes: bytes.count).message)
      return nil
    }
    if let offset = UTF8Validity.firstFault(in: bytes) {
      reportEncoding(at: offset)
      return nil
    }
    skipBlanks()
    if at >= bytes.count, !stopped {
      fault(lastEnd, "there is nothing in this file", hint: "expected '{'")
      return nil
    }
    let root = value()
    skipBlanks()
    if !stopped, at < bytes.count, !structureLost {
      fault(
        at, "unexpected \(character(at: at)) after the end of the scenario",
        hint: "expected the end of the file")
      structureLost = true
    }
    return root
  }

  private mutating func reportEncoding(at offset: Int) {
    let start = bytes.prefix(2)
    if start == [0xFF, 0xFE] || start == [0xFE, 0xFF] {
      fault(0, "this file is UTF-16", hint: "save it as UTF-8")
      return
    }
    let digits = String(bytes[offset], radix: 16, uppercase: true)
    fault(
      offset, "not UTF-8: byte 0x\(digits.count < 2 ? "0" : "")\(digits) at offset \(offset)",
      hint: "save the file as UTF-8")
  }

  // MARK: Values

  /// Reads one value. The caller has skipped blanks and knows that a byte is left.
  ///
  /// Consumes at least one byte unless that byte is a comma or a closing bracket.
  mutating func value() -> JSONNode {
    let start = at
    guard at < bytes.count else { return JSONNode(.faulty, span(from: start)) }
    switch bytes[at] {
    case UInt8(ascii: "{"): return enter(start) { $0.object(from: start) }
    case UInt8(ascii: "["): return enter(start) { $0.list(from: start) }
    case UInt8(ascii: "\""), UInt8(ascii: "'"):
      let text = string()
      return node(text.map(JSONNode.Value.string) ?? .faulty, from: start)
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
      let number = number()
      return node(number.map(JSONNode.Value.number) ?? .faulty, from: start)
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"):
      fault(at, "a value is missing before \(character(at: at))")
      return JSONNode(.faulty, span(from: start))
    default:
      if let word = identifier() { return node(literal(word, at: start), from: start) }
      unexpectedCharacter()
      return node(.faulty, from: start)
    }
  }

  /// Goes one level down, if that is not too deep.
  private mutating func enter(_ start: Int, _ read: (inout JSONParser) -> JSONNode) -> JSONNode {
    if open.count >= JSONParser.deepest {
      fault(start, "nested more than \(JSONParser.deepest) levels deep", hint: "nothing after this was read")
      stopped = true
      return JSONNode(.faulty, span(from: start))
    }
    open.append(start)
    let node = read(&self)
    open.removeLast()
    return node
  }

  private mutating func literal(_ word: String, at start: Int) -> JSONNode.Value {
    switch word {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    case "NaN", "Infinity":
      fault(start, "\(word) is not a number that a scenario can use", hint: "expected a finite number")
      return .faulty
    default:
      let near = Suggestion.nearest(to: word, among: ["true", "false", "null"])
      let hint: Message = near.map { "did you mean \($0)?" } ?? "a text stands in double quotes"
      fault(start, "unexpected word \(Quoting.quoted(word))", hint: hint)
      return .faulty
    }
  }

  private mutating func node(_ value: JSONNode.Value, from start: Int) -> JSONNode {
    lastEnd = at
    return JSONNode(value, span(from: start))
  }

  func span(from start: Int) -> SourceSpan { SourceSpan(file: file, start: start, end: at) }

  // MARK: Faults

  /// Notes a syntax error, unless it follows from one on the same line.
  mutating func fault(_ offset: Int, _ message: Message, hint: Message = "") {
    if stopped { return }
    let line = source.line(at: offset)
    if recovering, line == lastFaultLine { return }
    recovering = true
    lastFaultLine = line
    diagnostics.error(
      at: SourceSpan(file: file, start: offset, end: offset), message, hint: hint)
    faultCount += 1
    if faultCount == JSONParser.mostFaults {
      diagnostics.error(
        at: SourceSpan(file: file, start: offset, end: offset),
        "too many faults: the rest of the file was not read")
      stopped = true
    }
  }
}
