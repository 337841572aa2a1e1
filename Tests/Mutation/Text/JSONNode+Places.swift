import Scenarios

/// One value inside a tree: the way to it by positions, and by what stands there for a reader.
struct Place: Hashable {
  /// Indices of members or elements, from the root; empty for the root itself.
  var steps: [Int] = []
  /// Keys, or indices as text where lists are passed.
  var keys: [String] = []

  /// As the format writes paths: keys joined by dots.
  var path: String { keys.joined(separator: ".") }
  /// The object or list that it stands in.
  var parent: Place { Place(steps: Array(steps.dropLast()), keys: Array(keys.dropLast())) }

  func child(_ step: Int, _ key: String) -> Place { Place(steps: steps + [step], keys: keys + [key]) }
}

/// Trees made and changed here come from no file, so their spans say nothing.
extension JSONNode {
  init(_ value: JSONNode.Value) { self.init(value, SourceSpan(file: 0, start: 0, end: 0)) }

  static func number(_ value: Double) -> JSONNode { JSONNode(.number(value)) }
  static func text(_ value: String) -> JSONNode { JSONNode(.string(value)) }
  static func list(_ values: [JSONNode]) -> JSONNode { JSONNode(.array(values)) }
  static func object(_ members: [(String, JSONNode)]) -> JSONNode {
    JSONNode(.object(members.map { JSONMember(made: $0.0, $0.1) }))
  }

  /// Values of members, or elements; empty for a plain value.
  var children: [JSONNode] {
    switch value {
    case .array(let elements): elements
    case .object(let members): members.map(\.value)
    default: []
    }
  }

  /// The elements, or `nil` when this is no list.
  var elements: [JSONNode]? {
    if case .array(let elements) = value { elements } else { nil }
  }

  var string: String? {
    if case .string(let text) = value { text } else { nil }
  }

  var number: Double? {
    if case .number(let number) = value { number } else { nil }
  }

  /// Whether this is a list or an object.
  var isContainer: Bool { elements != nil || members != nil }

  subscript(place: Place) -> JSONNode {
    get { place.steps.reduce(self) { $0.children[$1] } }
    set { replace(place.steps[...], by: newValue) }
  }

  private mutating func replace(_ steps: ArraySlice<Int>, by node: JSONNode) {
    guard let step = steps.first else {
      self = node
      return
    }
    switch value {
    case .array(var elements):
      elements[step].replace(steps.dropFirst(), by: node)
      value = .array(elements)
    case .object(var members):
      members[step].value.replace(steps.dropFirst(), by: node)
      value = .object(members)
    default: break
    }
  }

  /// Takes a member or an element away; the root stays.
  mutating func remove(_ place: Place) {
    guard let step = place.steps.last else { return }
    var parent = self[place.parent]
    switch parent.value {
    case .array(var elements):
      elements.remove(at: step)
      parent.value = .array(elements)
    case .object(var members):
      members.remove(at: step)
      parent.value = .object(members)
    default: break
    }
    self[place.parent] = parent
  }

  /// All values, each before those inside it.
  var places: [Place] {
    var places: [Place] = []
    collect(Place(), into: &places)
    return places
  }

  private func collect(_ place: Place, into places: inout [Place]) {
    places.append(place)
    switch value {
    case .array(let elements):
      for (step, element) in elements.enumerated() {
        element.collect(place.child(step, String(step)), into: &places)
      }
    case .object(let members):
      for (step, member) in members.enumerated() {
        member.value.collect(place.child(step, member.key), into: &places)
      }
    default: break
    }
  }
}

extension JSONMember {
  init(made key: String, _ value: JSONNode) {
    self.init(key: key, keySpan: SourceSpan(file: 0, start: 0, end: 0), value: value)
  }
}
