/// What became of a mutant.
enum Verdict {
  /// Refused with a diagnostic as it should be; its first words.
  case refused(String)
  /// Accepted, simulated, and nothing found.
  case sound
  /// Accepted, and not simulated because it would honestly take long: see ``Judge/isDear(_:)``.
  case dear
  /// Accepted or refused, and wrong. The rule is a few words that stay the same while the mutant is
  /// made smaller.
  case faulty(rule: String, detail: String)

  /// One line.
  var line: String {
    switch self {
    case .refused(let message): "refused: \(Verdict.oneLine(message))"
    case .sound: "sound"
    case .dear: "dear"
    case .faulty(let rule, let detail):
      "faulty: \(rule): \(Verdict.oneLine(detail))"
    }
  }

  private static func oneLine(_ text: String) -> String {
    text.prefix(300).split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}

/// The first thing that is wrong.
struct Wrong: Error {
  let rule: String
  let detail: String

  init(_ rule: String, _ detail: String = "") {
    self.rule = rule
    self.detail = detail
  }
}

/// - Throws: ``Wrong``, unless the condition holds.
func require(
  _ condition: Bool, _ rule: @autoclosure () -> String, _ detail: @autoclosure () -> String = ""
) throws(Wrong) {
  if !condition { throw Wrong(rule(), detail()) }
}
