/// Spells a ``JSONValue``.
package struct JSONText: Sendable {
  package enum Layout: Sendable {
    /// One line, a blank after each colon and comma, no line end: an object of JSON Lines.
    case compact
    /// Two blanks of indentation per level, one member a line, a line end at the end; empty arrays
    /// and objects, and arrays of plain values, on one line.
    case pretty
  }

  package static func string(_ value: JSONValue, _ layout: Layout = .pretty) -> String {
    write(value, layout).string
  }

  package static func bytes(_ value: JSONValue, _ layout: Layout = .pretty) -> [UInt8] {
    write(value, layout).bytes
  }

  private static func write(_ value: JSONValue, _ layout: Layout) -> ByteBuffer {
    var text = JSONText(layout: layout)
    text.append(value, depth: 0)
    if layout == .pretty { text.buffer.append(text: "\n") }
    return text.buffer
  }

  private let layout: Layout
  private var buffer = ByteBuffer(capacity: 1024)

  private init(layout: Layout) { self.layout = layout }

  private mutating func append(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: buffer.append(text: "null")
    case .bool(let flag): buffer.append(text: flag ? "true" : "false")
    case .integer(let number): buffer.append(integer: number)
    case .unsigned(let number): buffer.append(unsigned: number)
    case .real(let number) where number.isFinite: buffer.append(real: number)
    case .real: buffer.append(text: "null")
    case .string(let text): buffer.append(jsonString: text)
    case .array(let elements): append(elements, depth: depth)
    case .object(let object): append(object, depth: depth)
    }
  }

  private mutating func append(_ elements: [JSONValue], depth: Int) {
    let spread = layout == .pretty && elements.contains(where: \.isContainer)
    buffer.append(text: "[")
    for (index, element) in elements.enumerated() {
      separate(index, spread: spread, depth: depth)
      append(element, depth: depth + 1)
    }
    if spread { breakLine(depth) }
    buffer.append(text: "]")
  }

  private mutating func append(_ object: JSONObject, depth: Int) {
    let spread = layout == .pretty && !object.members.isEmpty
    buffer.append(text: "{")
    for (index, member) in object.members.enumerated() {
      separate(index, spread: spread, depth: depth)
      buffer.append(jsonString: member.key)
      buffer.append(text: ": ")
      append(member.value, depth: depth + 1)
    }
    if spread { breakLine(depth) }
    buffer.append(text: "}")
  }

  private mutating func separate(_ index: Int, spread: Bool, depth: Int) {
    if index > 0 { buffer.append(text: spread ? "," : ", ") }
    if spread { breakLine(depth + 1) }
  }

  private mutating func breakLine(_ depth: Int) {
    buffer.append(text: "\n")
    for _ in 0..<depth { buffer.append(text: "  ") }
  }
}

extension JSONValue {
  fileprivate var isContainer: Bool {
    switch self {
    case .array, .object: true
    default: false
    }
  }
}
