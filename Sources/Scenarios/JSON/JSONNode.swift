import Tables

/// A value of a JSON text together with the place where it stands.
package struct JSONNode: Sendable {
  /// The value.
  package var value: Value
  /// Where it stands, in the file it came from.
  package var span: SourceSpan

  /// Pairs a value with its place.
  package init(_ value: Value, _ span: SourceSpan) {
    self.value = value
    self.span = span
  }

  /// The members, or `nil` when this is no object.
  package var members: [JSONMember]? {
    if case .object(let members) = value { members } else { nil }
  }

  /// The value of the member with this key, or `nil`. O(members).
  package subscript(key: String) -> JSONNode? {
    members?.first { $0.key == key }?.value
  }
}

extension JSONNode {
  /// What a JSON text can say. Objects keep the order of the file.
  package enum Value: Sendable {
    case null
    case bool(Bool)
    /// A finite number.
    case number(Double)
    case string(String)
    case array([JSONNode])
    /// Members in the order of the file, no key twice.
    case object([JSONMember])
    /// Something that could not be read and has been reported; whoever meets it says nothing more.
    case faulty

    /// What the value is, with its article, for messages: `a number`, `an object`.
    package var kind: Message {
      switch self {
      case .null: "null"
      case .bool(let flag): flag ? "true" : "false"
      case .number: "a number"
      case .string: "a text"
      case .array: "a list"
      case .object: "an object"
      case .faulty: "unreadable"
      }
    }
  }
}

/// A key with its value.
package struct JSONMember: Sendable {
  /// The key, escapes resolved.
  package let key: String
  /// Where the key stands, quotes included.
  package let keySpan: SourceSpan
  /// The value.
  package var value: JSONNode

  /// Pairs a key with a value.
  package init(key: String, keySpan: SourceSpan, value: JSONNode) {
    self.key = key
    self.keySpan = keySpan
    self.value = value
  }
}
