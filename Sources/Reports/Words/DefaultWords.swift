import Scenarios
import Tables

/// What a file leaves to documented defaults, each key once and in how many places: a line for each
/// part of the format.
struct DefaultWords {
  /// In the order of the model.
  let lines: [Message]

  init(_ defaults: [TakenDefault]) {
    var parts: [String] = []
    var keys: [String: [TakenDefault]] = [:]
    var places: [TakenDefault: Int] = [:]
    for taken in defaults {
      let (part, key) = DefaultWords.place(of: taken.path)
      let general = TakenDefault(path: part.isEmpty ? key : "\(part).\(key)", value: taken.value)
      if keys[part] == nil { parts.append(part) }
      if places[general] == nil {
        keys[part, default: []].append(TakenDefault(path: key, value: taken.value))
      }
      places[general, default: 0] += 1
    }
    lines = parts.map { part in
      let words = (keys[part] ?? []).map { taken -> Message in
        let path = part.isEmpty ? taken.path : "\(part).\(taken.path)"
        let count = places[TakenDefault(path: path, value: taken.value)] ?? 1
        let value = "\(taken.path) = \(taken.value)"
        return count > 1 ? "\(value) (\(Numerals.count(count)) places)" : "\(value)"
      }
      let name: Message = part.isEmpty ? "defaults at the top" : "defaults of \(part)"
      return "\(name): \(each: words)"
    }
  }

  /// Keys after which a name of the author's follows.
  private static let named: Set<String> = [
    "issues", "parties", "mediators", "forums", "events", "tolls", "models", "toward", "factions", "phases",
    "adjust", "preferences",
  ]

  /// The part of the format that a path is of, names and places in lists taken out, and the rest.
  private static func place(of path: String) -> (part: String, key: String) {
    var keys: [String] = []
    var isName = false
    for key in path.split(separator: ".").map(String.init) {
      keys.append(isName ? "NAME" : Int(key) == nil ? key : "N")
      isName = !isName && named.contains(key)
    }
    let patch = keys.firstIndex(of: "patch").map { $0 + 1 } ?? 0
    let rest = keys.dropFirst(patch)
    guard rest.count > 1 else { return (keys.prefix(patch).joined(separator: "."), rest.first ?? "") }
    let cut = patch + (rest.count > 2 && rest[patch + 1] == "NAME" ? 2 : 1)
    return (keys.prefix(cut).joined(separator: "."), keys.dropFirst(cut).joined(separator: "."))
  }
}
