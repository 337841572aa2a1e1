extension Duration {
  /// Seconds as a floating-point number.
  package var inSeconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }

  /// To one decimal of the unit that fits: `18.4 s`, `2.5 minutes`, `7.1 hours`, `12.0 days`; below
  /// a tenth of a second in whole milliseconds, `8 ms`, and less than that is `no time`.
  package static func inWords(seconds: Double) -> String {
    if seconds < 0.000_5 { return "no time" }
    if seconds < 0.1 { return Numerals.fixed(seconds * 1_000, 0) + " ms" }
    if seconds < 60 { return Numerals.fixed(seconds, 1) + " s" }
    if seconds < 7_200 { return Numerals.fixed(seconds / 60, 1) + " minutes" }
    return seconds < 172_800
      ? Numerals.fixed(seconds / 3_600, 1) + " hours"
      : Numerals.fixed(min(seconds / 86_400, 1e9), 1) + " days"
  }

  /// As on a clock: `0:07`, `12:30`, `1:02:03`.
  package static func onClock(seconds: Double) -> String {
    // A rate measured in the first moments can promise years.
    guard seconds < 360_000 else { return "days" }
    let total = Int(seconds.rounded(.up))
    let (hours, minutes, rest) = (total / 3600, total / 60 % 60, total % 60)
    let tail = (rest < 10 ? "0" : "") + String(rest)
    guard hours > 0 else { return "\(minutes):\(tail)" }
    return "\(hours):\(minutes < 10 ? "0" : "")\(minutes):\(tail)"
  }
}
