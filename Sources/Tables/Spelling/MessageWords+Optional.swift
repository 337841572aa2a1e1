extension MessageWords? {
  /// The message in the language, where there is one other than English.
  package func text(_ message: Message) -> String { self?.text(message) ?? message.description }
}
