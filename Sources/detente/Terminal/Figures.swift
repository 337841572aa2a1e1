import Tables

/// Numbers as the tables of commands show them.
enum Figures {
  /// To so many decimals.
  static func fixed(_ value: Double, _ places: Int = 3) -> String {
    var text = ByteBuffer()
    text.append(real: value, decimals: places)
    return text.string
  }

  /// `12.3%`.
  static func percent(_ share: Double) -> String { fixed(100 * share, 1) + "%" }

  /// With its sign: percentage points for shares.
  static func signed(_ value: Double, _ isShare: Bool) -> String {
    let text = isShare ? fixed(100 * value, 1) : fixed(value)
    return value > 0 && text.contains { ("1"..."9").contains($0) } ? "+" + text : text
  }

  /// Padded on the left.
  static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}
