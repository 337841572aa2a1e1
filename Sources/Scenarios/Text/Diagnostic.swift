import Tables

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
  /// ``message`` and ``hint`` in any language.
  package let told: Message
  package let advice: Message
  /// What is wrong, on one line, without a final full stop.
  public var message: String { told.description }
  /// What was expected or may have been meant; empty when there is nothing to add.
  public var hint: String { advice.description }
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
    position == nil ? heading.description : "\(heading)\n\(excerpt)"
  }

  /// The first line: the place, how grave it is, and what is wrong.
  package var heading: Message {
    let name = Quoting.visible(file, upTo: .max)
    let grave: Message = "\(words: Message(whole: severity.rawValue))"
    guard let position else {
      return advice.isEmpty ? "\(name): \(grave): \(told)" : "\(name): \(grave): \(told) (\(advice))"
    }
    return "\("\(name):\(position.line):\(position.column)"): \(grave): \(told)"
  }
}
