/// Lists of words in a sentence.
package enum Enumeration {
  /// `a`, `a or b`, `a, b or c`.
  package static func either(_ words: [String]) -> String { joined(words, by: "or") }

  /// `a`, `a and b`, `a, b and c`.
  package static func all(_ words: [String]) -> String { joined(words, by: "and") }

  /// Of whole clauses: `a`, `a, and b`, `a, b, and c`.
  package static func clauses(_ clauses: [String]) -> String {
    guard let last = clauses.last, clauses.count > 1 else { return clauses.first ?? "" }
    return clauses.dropLast().joined(separator: ", ") + ", and " + last
  }

  private static func joined(_ words: [String], by conjunction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
