/// Numbers for people: digits in groups of three.
enum Grouped {
  /// `1234567` as `1,234,567`, whatever the locale.
  static func digits(_ number: Int) -> String {
    let text = String(number.magnitude)
    var grouped = ""
    for (index, digit) in text.enumerated() {
      if index > 0, (text.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return number < 0 ? "-" + grouped : grouped
  }
}
