import Tables

/// Numbers as a report writes them: fixed decimals, no locale, the same bytes on every machine.
package enum Numerals {
  /// `x` with so many decimals, rounded as in the tables; never `-0`. Not-a-number and infinity are an en dash.
  package static func fixed(_ x: Double, _ places: Int) -> String {
    guard x.isFinite else { return "–" }
    var buffer = ByteBuffer(capacity: 64)
    buffer.append(real: x, decimals: places)
    return buffer.withBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// The fewest digits that mean `x`, without a point where it is whole: `0.95`, `500`.
  package static func shortest(_ x: Double) -> String {
    let written = x.description
    return written.hasSuffix(".0") ? String(written.dropLast(2)) : written
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
  package static func percent(_ share: Double) -> String { hundredfold(share) + "%" }

  /// Halves go up, and what misses a half by rounding errors alone counts as one, so that a share reads the same
  /// whichever way it was computed.
  private static func hundredfold(_ share: Double) -> String {
    fixed((share * 1_000 + 1e-9).rounded(.toNearestOrAwayFromZero) / 10, 1)
  }

  /// The interval of a share in percent: `30.3–32.1`.
  package static func interval(_ estimate: ShareEstimate) -> String {
    hundredfold(estimate.low) + "–" + hundredfold(estimate.high)
  }

  /// Share and interval: `31.2% (30.3–32.1)`.
  package static func estimate(_ estimate: ShareEstimate) -> String {
    "\(percent(estimate.share)) (\(interval(estimate)))"
  }
}
