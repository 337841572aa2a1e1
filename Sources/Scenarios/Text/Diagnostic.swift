/// One thing to tell about a file: where, what, and what would help.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  /// How grave it is. Only an error keeps a scenario from being read.
  public enum Severity: String, Hashable, Sendable {
    /// The scenario cannot be used.
    case error
    /// The scenario can be used, but hardly means what it says.
    case warning
    /// Something worth knowing.
    case note
  }

  /// How grave it is.
  public let severity: Severity
  /// Name of the file as the user gave it.
  public let file: String
  /// The place, or `nil` when the whole file is meant (it is missing, or too large to be read).
  package let position: SourcePosition?
  /// What is wrong, on one line, without a final full stop.
  public let message: String
  /// What was expected or may have been meant; empty when there is nothing to add.
  public let hint: String
  /// The quoted line and the caret with the hint, two lines; empty without a position.
  public let excerpt: String

  /// Line from 1, or 0 when the whole file is meant.
  public var line: Int { position?.line ?? 0 }
  /// Column from 1 in Unicode scalar values, or 0 when the whole file is meant.
  public var column: Int { position?.column ?? 0 }

  /// The diagnostic as it is printed, without a final newline:
  ///
  /// ```
  /// scenarios/paris-2025.jsonc:41:34: error: unknown option "phased" of issue "ceasefire"
  ///    41 |                       "values": {"phased": 0.7},
  ///       |                                  ^ did you mean "phased_to_permanent"?
  /// ```
  public var description: String {
    let name = Quoting.visible(file, upTo: .max)
    guard let position else {
      let advice = hint.isEmpty ? "" : " (\(hint))"
      return "\(name): \(severity.rawValue): \(message)\(advice)"
    }
    return "\(name):\(position.line):\(position.column): \(severity.rawValue): \(message)\n\(excerpt)"
  }
}
