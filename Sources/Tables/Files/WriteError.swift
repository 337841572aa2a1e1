/// Why a file could not be written: the path as it was given, the step, and the system's reason.
public struct WriteError: Error, Sendable, Equatable {
  /// What could not be done.
  public enum Step: String, Sendable {
    /// The file or its temporary neighbour could not be made (`sysexits.h` calls this 73, can't
    /// create).
    case create = "create"
    /// Bytes could not be written: disk full, quota, device gone (74, input/output error).
    case write = "write"
    /// The finished file could not be given its name (74).
    case rename = "replace"
    /// A directory with new names in it could not be made durable (74).
    case sync = "synchronise"
    /// A result that is complete and decided on could not be put in its place in the directory
    /// (74); the next start does it.
    case exchange = "put the new result in place in"
  }

  /// The file or directory, as it was given.
  public let path: String
  /// What could not be done with it.
  public let step: Step
  /// The value of `errno`.
  public let code: Int32

  /// An error of the operating system (`errno`) at a step.
  public init(path: String, step: Step, code: Int32) {
    self.path = path
    self.step = step
    self.code = code
  }
}

extension WriteError: CustomStringConvertible, Told {
  /// `cannot write results/endings.csv: No space left on device`
  public var description: String { told.description }

  /// The same in any language.
  package var told: Message {
    "cannot \(Message(whole: step.rawValue)) \(path): \(Message(whole: reason))"
  }

  /// The system's words for the code.
  public var reason: String { SystemError(code).reason }
}
