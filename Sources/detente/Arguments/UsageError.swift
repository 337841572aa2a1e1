import Tables

/// A command line that makes no sense, in one line that repeats what was typed and says what was
/// expected.
struct UsageError: Error, Sendable, Equatable {
  let message: Message

  init(_ message: Message) {
    self.message = message
  }
}

extension UsageError: Told {
  var told: Message { message }
}
