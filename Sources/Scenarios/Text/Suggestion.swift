import Tables

/// Finds the known name that a misspelt one may have meant.
package enum Suggestion {
  /// Names longer than this are not compared.
  static let longest = 80
  /// Of more names than this only the first ones are looked at.
  static let most = 1_000

  /// The nearest of `names` to `typed`, or `nil` when none is near.
  ///
  /// Near means at most a third of the longer name's length in edits (insertion, deletion,
  /// substitution, exchange of two neighbours). Case does not count, and a space or a hyphen counts
  /// as an underscore. Of equally near names the first wins.
  package static func nearest(to typed: String, among names: some Sequence<String>) -> String? {
    let word = folded(typed)
    guard !word.isEmpty, word.count <= longest else { return nil }
    var best: String?
    var least = Int.max
    for name in names.prefix(most) {
      let candidate = folded(name)
      guard !candidate.isEmpty, candidate.count <= longest else { continue }
      let allowed = min(max(word.count, candidate.count) / 3, least - 1)
      if abs(word.count - candidate.count) > allowed { continue }
      let edits = distance(word, candidate)
      if edits <= allowed {
        least = edits
        best = name
        if edits == 0 { break }
      }
    }
    return best
  }

  /// The hint `did you mean "…"?` for the nearest name; failing that the names, when they are
  /// few; failing that nothing.
  package static func hint(for typed: String, among names: [String], called kind: Message = "") -> Message {
    if let name = nearest(to: typed, among: names) {
      return "did you mean \(Quoting.quoted(name))?"
    }
    guard !names.isEmpty, names.count <= 8 else { return "" }
    let list = names.map(Quoting.quoted).joined(separator: ", ")
    return kind.isEmpty ? "known: \(list)" : "\(kind): \(list)"
  }

  /// How a fault ends that is told in one line: `, did you mean NAME?` for the nearest name;
  /// failing that `otherwise`.
  package static func ending(
    for typed: String, among names: some Sequence<String>, otherwise: Message = ""
  ) -> Message {
    nearest(to: typed, among: names).map { ", did you mean \($0)?" } ?? otherwise
  }

  private static func folded(_ name: String) -> [Unicode.Scalar] {
    name.lowercased().unicodeScalars.map { $0 == "-" || $0 == " " ? "_" : $0 }
  }

  /// Optimal string alignment distance: Damerau–Levenshtein in which no part is edited twice
  /// (Damerau 1964, doi:10.1145/363958.363994). O(m n) time, three rows.
  package static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var row = last
    for i in 1...a.count {
      row[0] = i
      for j in 1...b.count {
        let substitution = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
        row[j] = min(last[j] + 1, row[j - 1] + 1, substitution)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          row[j] = min(row[j], beforeLast[j - 2] + 1)
        }
      }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[b.count]
  }
}
