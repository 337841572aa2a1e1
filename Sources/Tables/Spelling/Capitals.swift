extension StringProtocol {
  /// The text with a capital at its beginning, where its script has such.
  package var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
