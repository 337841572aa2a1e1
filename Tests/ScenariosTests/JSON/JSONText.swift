import Scenarios

/// What the parser makes of a text.
struct Parsed {
  let root: JSONNode?
  let isShapeKnown: Bool
  let diagnostics: Diagnostics

  init(_ text: String, name: String = "t") {
    self.init(bytes: Array(text.utf8), name: name)
  }

  init(bytes: [UInt8], name: String = "t") {
    var diagnostics = Diagnostics()
    let file = diagnostics.add(SourceText(name: name, bytes: bytes))
    let result = JSONParser.parse(file: file, &diagnostics)
    root = result.root
    isShapeKnown = result.isShapeKnown
    self.diagnostics = diagnostics
  }

  /// `line:column message` of each fault, then `| hint` if there is one.
  var faults: [String] {
    diagnostics.list().map {
      "\($0.line):\($0.column) \($0.message)" + ($0.hint.isEmpty ? "" : " | \($0.hint)")
    }
  }
}

/// A tree without its places, in a notation that tests can compare: strict JSON without blanks.
func plain(_ node: JSONNode?) -> String {
  guard let node else { return "nothing" }
  switch node.value {
  case .null: return "null"
  case .bool(let flag): return "\(flag)"
  case .number(let number): return "\(number)"
  case .string(let text): return "\"\(text)\""
  case .array(let elements): return "[" + elements.map { plain($0) }.joined(separator: ",") + "]"
  case .object(let members):
    return "{" + members.map { "\"\($0.key)\":\(plain($0.value))" }.joined(separator: ",") + "}"
  case .faulty: return "?"
  }
}
