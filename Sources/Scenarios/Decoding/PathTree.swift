import Tables

/// The paths of all numbers, part by part, to say what a misspelt path may have meant.
struct PathTree {
  /// From the beginning of a path to the parts that may follow, in the order of the model.
  private var parts: [String: [String]] = [:]
  private let paths: Set<String>

  init(_ paths: [String]) {
    self.paths = Set(paths)
    var known = Set<String>()
    for path in paths {
      var prefix = ""
      for part in PathTree.split(path) {
        let longer = prefix.isEmpty ? part : "\(prefix).\(part)"
        if known.insert(longer).inserted { parts[prefix, default: []].append(part) }
        prefix = longer
      }
    }
  }

  /// A hint for a path that names no number: the nearest one that does, or what may stand where it
  /// goes astray.
  func hint(for path: String) -> Message {
    if let whole = completed(path) { return "did you mean \(Quoting.quoted(whole))?" }
    var found = ""
    for part in PathTree.split(path) {
      guard let candidates = parts[found] else { break }
      let next = candidates.contains(part) ? part : Suggestion.nearest(to: part, among: candidates)
      guard let next else { return list(candidates, after: found) }
      found = found.isEmpty ? next : "\(found).\(next)"
    }
    if paths.contains(found) { return "did you mean \(Quoting.quoted(found))?" }
    return list(parts[found] ?? [], after: found)
  }

  /// A number whose path ends with what was written: `parties.` is left out by many.
  private func completed(_ path: String) -> String? {
    let parts = PathTree.split(path)
    guard let first = parts.first, parts.count > 1, !(self.parts[""] ?? []).contains(first) else {
      return nil
    }
    let whole = paths.filter { $0.hasSuffix(".\(path)") }
    return whole.count == 1 ? whole.first : nil
  }

  private func list(_ candidates: [String], after prefix: String) -> Message {
    guard !candidates.isEmpty, candidates.count <= 12 else { return "" }
    let names = candidates.map { Quoting.visible($0) }.joined(separator: ", ")
    return prefix.isEmpty ? "a path begins with \(names)" : "after \(Quoting.visible(prefix)) come \(names)"
  }

  /// The parts of a path. The number of an option such as `0.5` is one part although it holds a
  /// dot.
  private static func split(_ path: String) -> [String] {
    var parts: [String] = []
    for part in path.split(separator: ".", omittingEmptySubsequences: false).map(String.init) {
      if parts.count > 1, parts[parts.count - 2] == "values", part.allSatisfy(\.isNumber) {
        parts[parts.count - 1] += ".\(part)"
      } else {
        parts.append(part)
      }
    }
    return parts
  }
}
