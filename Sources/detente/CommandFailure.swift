import Tables

/// Why a command could not do its work: one line for the user and a status for the caller.
struct CommandFailure: Error, Sendable {
  let status: ExitStatus
  /// What went wrong, in one line without a full stop; empty when everything has been said already.
  let message: Message
  /// What to do about it, a line of its own; empty when there is nothing to add.
  let advice: Message

  init(_ status: ExitStatus, _ message: Message = "", advice: Message = "") {
    self.status = status
    self.message = message
    self.advice = advice
  }
}

extension CommandFailure: Told {
  var told: Message { message }
}
