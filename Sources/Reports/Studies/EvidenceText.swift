import Tables

/// What was expected of the program and what came out, for people.
package struct EvidenceText: Sendable {
  /// How it came out.
  package enum Mark: String, Sendable {
    case agrees = "✓"
    case differs = "✗"
    /// Looked for and not found, which is no fault.
    case notShown = "○"
  }

  private let mark: Mark
  private let claim: String
  private let expected: String
  private let got: String
  private let source: String

  package init(mark: Mark, claim: String, expected: String, got: String, source: String) {
    self.mark = mark
    self.claim = claim
    self.expected = expected
    self.got = got
    self.source = source
  }

  /// Name and claim, then expected, got and source, in lines no wider than the terminal.
  package func lines(width: Int) -> String {
    let lines = [
      "  \(mark.rawValue) " + Prose.wrapped(claim, width: width, indent: 4),
      "      expected " + Prose.wrapped(expected, width: width, indent: 15),
      "      got      " + Prose.wrapped(got, width: width, indent: 15),
      "      source   " + Prose.wrapped(source, width: width, indent: 15),
    ]
    return lines.map { $0 + "\n" }.joined()
  }

  /// A subject over its checks.
  package static func heading(_ subject: String) -> String {
    "\(subject.capitalisedFirst)\n"
  }

  /// How many agree, and which do not.
  ///
  /// - Parameters:
  ///   - failed: names of the checks that do not agree.
  ///   - notShown: names of the patterns that were not found, each once or more.
  ///   - count: how many checks there were, patterns among them.
  package static func closing(failed: [String], notShown: [String], of count: Int, seconds: Double) -> Message
  {
    let patterns: Message =
      notShown.isEmpty
      ? ""
      : "\nPatterns that not every model shows, which is no fault of the program: \(all: distinct(notShown))."
    let required = count - notShown.count
    let verdict: Message =
      failed.isEmpty
      ? "All \(required) checks agree, in \(Duration.told(seconds: seconds))."
      : "\(failed.count) of \(required) checks do not agree: \(all: failed)"
    return "\(verdict)\(patterns)"
  }

  /// The names in the order in which they first stand.
  private static func distinct(_ names: [String]) -> [String] {
    names.enumerated().filter { names.firstIndex(of: $1) == $0 }.map(\.element)
  }
}
