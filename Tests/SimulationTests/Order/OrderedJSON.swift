import Randomness
import Scenarios

/// A JSON value that keeps its order, to write the same scenario in another.
indirect enum OrderedJSON: Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([OrderedJSON])
  case object([Member])

  struct Member: Equatable {
    var key: String
    var value: OrderedJSON

    init(_ key: String, _ value: OrderedJSON) { (self.key, self.value) = (key, value) }
  }

  init(_ node: JSONNode) {
    switch node.value {
    case .null, .faulty: self = .null
    case .bool(let flag): self = .bool(flag)
    case .number(let value): self = .number(value)
    case .string(let text): self = .text(text)
    case .array(let elements): self = .list(elements.map { OrderedJSON($0) })
    case .object(let members): self = .object(members.map { Member($0.key, OrderedJSON($0.value)) })
    }
  }

  var members: [Member] { if case .object(let members) = self { members } else { [] } }
  var elements: [OrderedJSON] { if case .list(let elements) = self { elements } else { [] } }

  /// The value of a key of an object; `nil` removes it, and a new one comes last.
  subscript(key: String) -> OrderedJSON? {
    get { members.first { $0.key == key }?.value }
    set {
      var members = self.members
      let place = members.firstIndex { $0.key == key }
      switch (newValue, place) {
      case (let value?, let place?): members[place].value = value
      case (let value?, nil): members.append(Member(key, value))
      case (nil, let place?): members.remove(at: place)
      case (nil, nil): return
      }
      self = .object(members)
    }
  }

  /// As it stands in a file.
  var text: String {
    switch self {
    case .null: "null"
    case .bool(let flag): "\(flag)"
    case .number(let value): value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
    case .text(let text): Self.quoted(text)
    case .list(let elements): "[" + elements.map(\.text).joined(separator: ", ") + "]"
    case .object(let members):
      "{" + members.map { "\(Self.quoted($0.key)): \($0.value.text)" }.joined(separator: ", ") + "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    let escaped = text.unicodeScalars.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : "\($0)" }
    return "\"" + escaped.joined() + "\""
  }
}

extension OrderedJSON: ExpressibleByStringLiteral, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByBooleanLiteral
{
  init(stringLiteral text: String) { self = .text(text) }
  init(floatLiteral value: Double) { self = .number(value) }
  init(integerLiteral value: Int) { self = .number(Double(value)) }
  init(booleanLiteral flag: Bool) { self = .bool(flag) }
  init(arrayLiteral elements: OrderedJSON...) { self = .list(elements) }
  init(dictionaryLiteral members: (String, OrderedJSON)...) {
    self = .object(members.map { Member($0.0, $0.1) })
  }
}
