/// Numbers as the tables of commands show them.
enum Figures {
  /// To so many decimals.
  static func fixed(_ value: Double, _ places: Int = 3) -> String {
    guard value.isFinite, value.magnitude < 1e12 else { return "\(value)" }
    let scale = (0..<places).reduce(1.0) { product, _ in product * 10 }
    let units = (value.magnitude * scale).rounded()
    var text = String(Int(units))
    text = String(repeating: "0", count: max(0, places + 1 - text.count)) + text
    let sign = value < 0 && units > 0 ? "-" : ""
    return places == 0 ? sign + text : sign + text.dropLast(places) + "." + text.suffix(places)
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
