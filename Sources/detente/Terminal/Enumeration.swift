/// Lists of words in a sentence.
enum Enumeration {
  /// `a`, `a or b`, `a, b or c`.
  static func either(_ words: [String]) -> String { joined(words, by: "or") }

  /// `a`, `a and b`, `a, b and c`.
  static func all(_ words: [String]) -> String { joined(words, by: "and") }

  private static func joined(_ words: [String], by conjunction: String) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(conjunction) " + last
  }
}
