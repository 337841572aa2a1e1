/// A command line that makes no sense, in one line that repeats what was typed and says what was
/// expected.
struct UsageError: Error, Sendable, Equatable {
  let message: String

  init(_ message: String) {
    self.message = message
  }
}
