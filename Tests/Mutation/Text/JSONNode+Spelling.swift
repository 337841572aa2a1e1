import Scenarios
import Tables

extension JSONNode {
  /// The tree as a file, a member or a list with parts a line. Keys that occur twice are written
  /// twice.
  var spelt: String {
    var buffer = ByteBuffer(capacity: 4_096)
    append(to: &buffer, depth: 0)
    buffer.append(text: "\n")
    return buffer.string
  }

  private func append(to buffer: inout ByteBuffer, depth: Int) {
    switch value {
    case .null, .faulty: buffer.append(text: "null")
    case .bool(let flag): buffer.append(text: flag ? "true" : "false")
    case .number(let number): buffer.append(text: JSONNode.spelt(number))
    case .string(let text): buffer.append(jsonString: text)
    case .array(let elements):
      let isSpread = elements.contains(where: \.isContainer)
      buffer.append(text: "[")
      for (index, element) in elements.enumerated() {
        JSONNode.separate(index, isSpread, depth, &buffer)
        element.append(to: &buffer, depth: depth + 1)
      }
      if isSpread { JSONNode.breakLine(depth, &buffer) }
      buffer.append(text: "]")
    case .object(let members):
      let isSpread = members.count > 1 || members.contains(where: \.value.isContainer)
      buffer.append(text: "{")
      for (index, member) in members.enumerated() {
        JSONNode.separate(index, isSpread, depth, &buffer)
        buffer.append(jsonString: member.key)
        buffer.append(text: ": ")
        member.value.append(to: &buffer, depth: depth + 1)
      }
      if isSpread { JSONNode.breakLine(depth, &buffer) }
      buffer.append(text: "}")
    }
  }

  /// Whole numbers without a fraction, zero with its sign, all others as Swift does: digits enough
  /// to read the same number again.
  private static func spelt(_ number: Double) -> String {
    if number == 0 { return number.sign == .minus ? "-0" : "0" }
    if number.magnitude < 0x1p53, let whole = Int(exactly: number) { return String(whole) }
    return "\(number)"
  }

  private static func separate(_ index: Int, _ isSpread: Bool, _ depth: Int, _ buffer: inout ByteBuffer) {
    if index > 0 { buffer.append(text: isSpread ? "," : ", ") }
    if isSpread { breakLine(depth + 1, &buffer) }
  }

  private static func breakLine(_ depth: Int, _ buffer: inout ByteBuffer) {
    buffer.append(text: "\n")
    for _ in 0..<depth { buffer.append(text: "  ") }
  }
}
