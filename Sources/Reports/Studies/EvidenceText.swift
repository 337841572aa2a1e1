import Tables

/// What was expected of the program and what came out, for people.
package struct EvidenceText: Sendable {
  private let holds: Bool
  private let claim: String
  private let expected: String
  private let got: String
  private let source: String

  package init(holds: Bool, claim: String, expected: String, got: String, source: String) {
    self.holds = holds
    self.claim = claim
    self.expected = expected
    self.got = got
    self.source = source
  }

  /// Name and claim, then expected, got and source, in lines no wider than the terminal.
  package func lines(width: Int) -> String {
    let lines = [
      "  \(holds ? "✓" : "✗") " + Prose.wrapped(claim, width: width, indent: 4),
      "      expected " + Prose.wrapped(expected, width: width, indent: 15),
      "      got      " + Prose.wrapped(got, width: width, indent: 15),
      "      source   " + Prose.wrapped(source, width: width, indent: 15),
    ]
    return lines.map { $0 + "\n" }.joined()
  }

  /// A subject over its checks.
  package static func heading(_ subject: String) -> String {
    "\(subject.prefix(1).uppercased() + subject.dropFirst())\n"
  }

  /// How many agree, and which do not.
  package static func closing(failed: [String], of count: Int, seconds: Double) -> String {
    failed.isEmpty
      ? "All \(count) checks agree, in \(Numerals.fixed(seconds, 1)) s."
      : "\(failed.count) of \(count) checks do not agree: \(Enumeration.all(failed))"
  }
}
