import Scenarios

/// The schema of a file format (JSON Schema, draft 2020-12), as far as it is needed to know what
/// may stand at a place.
struct Schema {
  let root: JSONNode

  /// All that is said of one place: the schema itself, what it refers to and what it combines.
  struct Facets {
    private let parts: [JSONNode]

    fileprivate init(_ parts: [JSONNode]) { self.parts = parts }

    var isEmpty: Bool { parts.isEmpty }

    /// What the parts say under a keyword.
    func all(_ keyword: String) -> [JSONNode] { parts.compactMap { $0[keyword] } }

    /// The words that may stand here, null left out.
    var words: [JSONNode] {
      all("enum").flatMap { $0.elements ?? [] }.filter { if case .null = $0.value { false } else { true } }
    }

    /// The types that may stand here, null left out; empty if nothing is said.
    var types: [String] {
      var types: [String] = []
      for type in all("type") {
        for name in type.elements?.compactMap(\.string) ?? [type.string].compactMap({ $0 })
        where name != "null" && !types.contains(name) { types.append(name) }
      }
      return types
    }

    /// Keys with a meaning of their own.
    var keys: [String] {
      var keys: [String] = []
      for properties in all("properties") {
        for member in properties.members ?? [] where !keys.contains(member.key) { keys.append(member.key) }
      }
      return keys
    }

    /// Whether an uncertain number may stand here.
    var isNumber: Bool { keys.contains("uniform") }

    /// `nil` if no number may stand here.
    var range: NumberRange? {
      let isWhole = types.contains("integer")
      guard isNumber || isWhole || types.contains("number") else { return nil }
      let low = (all("minimum") + all("exclusiveMinimum")).compactMap(\.number).max()
      let high = all("maximum").compactMap(\.number).min()
      if isWhole { return NumberRange(low ?? 0, high ?? 1e6, isWhole: true) }
      return NumberRange(low ?? -1e308, high ?? 1e300)
    }
  }

  /// What is said of the root.
  var facets: Facets { Facets(expanded([root])) }

  /// What is said of the values under a key of an object, or of the elements of a list.
  func facets(under facets: Facets, _ key: String) -> Facets {
    var found = facets.all("properties").compactMap { $0[key] }
    if found.isEmpty {
      found = facets.all("additionalProperties").filter { $0.members != nil }
      if let index = Int(key) {
        let first = facets.all("prefixItems").compactMap { items -> JSONNode? in
          guard let items = items.elements, items.indices.contains(index) else { return nil }
          return items[index]
        }
        found += first.isEmpty ? facets.all("items").filter { $0.members != nil } : first
      }
    }
    return Facets(expanded(found))
  }

  func facets(at keys: [String]) -> Facets { keys.reduce(facets) { facets(under: $0, $1) } }

  /// Alternatives of which exactly one is taken: each with everything that is said beside it.
  func alternatives(of facets: Facets) -> [Facets] {
    let branches = facets.all("anyOf").flatMap { $0.elements ?? [] }
    return branches.filter {
      $0["type"]?.string != "null" && $0["required"] == nil || $0["properties"] != nil
    }
    .map { Facets(expanded([$0])) }
  }

  /// Follows references and combinations; what is said under a condition counts as well.
  private func expanded(_ schemas: [JSONNode]) -> [JSONNode] {
    var parts: [JSONNode] = []
    var seen: Set<String> = []
    func add(_ schema: JSONNode) {
      parts.append(schema)
      if let reference = schema["$ref"]?.string, seen.insert(reference).inserted,
        let target = referred(reference)
      {
        add(target)
      }
      for keyword in ["allOf", "anyOf"] { schema[keyword]?.elements?.forEach(add) }
      if let then = schema["then"] { add(then) }
    }
    schemas.forEach(add)
    return parts
  }

  private func referred(_ reference: String) -> JSONNode? {
    reference.dropFirst(2).split(separator: "/").reduce(root as JSONNode?) { $0?[String($1)] }
  }
}
