extension Numerals {
  /// A count with a comma between groups of three digits: `10,000`.
  package static func count(_ n: Int) -> String {
    let digits = String(n.magnitude)
    var grouped = n < 0 ? "-" : ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return grouped
  }

  /// The nearest whole number in the same way; beyond 2^63, and where it is none, as
  /// ``fixed(_:_:)``.
  package static func count(_ x: Double) -> String {
    Int(exactly: x.rounded()).map { count($0) } ?? fixed(x, 0)
  }

  /// `n` and its noun, in the plural unless n is 1: `1 run`, `10,000 runs`, `2 parties`.
  package static func counted(_ n: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(count(n)) \(n == 1 ? noun : plural ?? noun + "s")"
  }
}
