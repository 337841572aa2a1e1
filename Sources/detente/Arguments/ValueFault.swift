import Tables

/// Why a text is not a value of the kind that an option takes.
struct ValueFault: Error, Sendable {
  /// What is wrong with it, when there is more to say than what was expected.
  let reason: Message?

  init(_ reason: Message? = nil) {
    self.reason = reason
  }
}
