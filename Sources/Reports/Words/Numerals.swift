/// Numbers as a report writes them: fixed decimals, no locale, the same bytes on every machine.
package enum Numerals {
  /// `x` with so many decimals, halves away from zero; never `-0`. Not-a-number and infinity are an en dash.
  package static func fixed(_ x: Double, _ places: Int) -> String {
    guard x.isFinite else { return "–" }
    let scale = (0..<places).reduce(1) { power, _ in power * 10 }
    let scaled = (x.magnitude * Double(scale)).rounded()
    guard scaled < 0x1p53 else { return "\(x)" }
    let units = Int(scaled)
    let sign = x < 0 && units > 0 ? "-" : ""
    guard places > 0 else { return sign + String(units) }
    let fraction = String(units % scale)
    return sign + String(units / scale) + "."
      + String(repeating: "0", count: places - fraction.count) + fraction
  }

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

  /// `n` and its noun, in the plural unless n is 1: `1 run`, `10,000 runs`.
  package static func counted(_ n: Int, _ noun: String) -> String {
    n == 1 ? "1 \(noun)" : "\(count(n)) \(noun)s"
  }

  /// A share as a percentage with one decimal: `31.2%`.
  package static func percent(_ share: Double) -> String { fixed(share * 100, 1) + "%" }

  /// The interval of a share in percent: `30.3–32.1`.
  package static func interval(_ estimate: ShareEstimate) -> String {
    fixed(estimate.low * 100, 1) + "–" + fixed(estimate.high * 100, 1)
  }

  /// Share and interval: `31.2% (30.3–32.1)`.
  package static func estimate(_ estimate: ShareEstimate) -> String {
    "\(percent(estimate.share)) (\(interval(estimate)))"
  }
}
