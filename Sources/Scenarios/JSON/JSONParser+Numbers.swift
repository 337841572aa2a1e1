import Tables

extension JSONParser {
  /// Reads a number in the notation of JSON5; `nil` after reporting what is wrong with it.
  ///
  /// Decimal numbers may begin with `+` or end in a point; hexadecimal ones are whole. The value is
  /// the double nearest to the decimal written.
  mutating func number() -> Double? {
    let start = at
    at += numberRun()
    let text = bytes[start..<at]
    var digits = text
    let isNegative = digits.first == UInt8(ascii: "-")
    if isNegative || digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }

    if digits.elementsEqual("NaN".utf8) || digits.elementsEqual("Infinity".utf8) {
      fault(
        start, "\(written(text)) is not a number that a scenario can use", hint: "expected a finite number")
      return nil
    }
    let magnitude: Double?
    if digits.starts(with: "0x".utf8) || digits.starts(with: "0X".utf8) {
      magnitude = UInt64(written(digits.dropFirst(2)), radix: 16).map { Double($0) }
    } else {
      magnitude = decimal(digits)
    }
    guard let magnitude else {
      fault(start, "\(Quoting.quoted(written(text))) is not a number", hint: advice(on: written(digits)))
      return nil
    }
    guard magnitude.isFinite else {
      fault(start, "\(Quoting.visible(written(text))) is too large a number")
      return nil
    }
    if magnitude == 0, JSONParser.isAboveZero(digits) {
      diagnostics.warning(
        at: SourceSpan(file: file, start: start, end: at), JSONParser.underflow(of: written(text)))
    }
    return isNegative ? -magnitude : magnitude
  }

  /// Whether a decimal number that was read as 0 was not written as 0: it has a digit other than 0
  /// before its exponent.
  static func isAboveZero(_ text: some Sequence<UInt8>) -> Bool {
    text.prefix { $0 != UInt8(ascii: "e") && $0 != UInt8(ascii: "E") }
      .contains { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) }
  }

  /// What is said of a number that is nearer to 0 than to any other double.
  static func underflow(of text: String) -> Message {
    "\(Quoting.visible(text)) is too small a number to be told from 0, and counts as 0"
  }

  /// How many bytes from here look like one number, right or wrong.
  func numberRun() -> Int {
    var end = at
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "."), UInt8(ascii: "+"),
        UInt8(ascii: "-"), UInt8(ascii: "%"):
        end += 1
        continue
      case UInt8(ascii: "/"):
        // A fraction such as 1/3, but not a comment.
        if end + 1 < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[end + 1]) {
          end += 1
          continue
        }
      default: break
      }
      break
    }
    return end - at
  }

  /// The value of decimal digits, or `nil` if they break the grammar
  /// `(0 | [1-9][0-9]*) [. [0-9]*] [e [+-] [0-9]+]` or `. [0-9]+ [e …]`.
  private func decimal(_ text: ArraySlice<UInt8>) -> Double? {
    var rest = text
    let whole = takeDigits(&rest)
    if whole.count > 1, whole.first == UInt8(ascii: "0") { return nil }
    var fraction: ArraySlice<UInt8> = []
    if rest.first == UInt8(ascii: ".") {
      rest = rest.dropFirst()
      fraction = takeDigits(&rest)
    }
    if whole.isEmpty, fraction.isEmpty { return nil }
    if rest.isEmpty, whole.count + fraction.count <= 15 { return short(whole, fraction) }
    var exponent: ArraySlice<UInt8> = []
    if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
      exponent = rest
      rest = rest.dropFirst()
      if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
      if takeDigits(&rest).isEmpty { return nil }
    }
    guard rest.isEmpty else { return nil }
    return Double("0" + written(whole) + "." + written(fraction) + "0" + written(exponent))
  }

  /// Up to 15 digits without exponent. They and the power of ten are whole numbers below 2^53,
  /// hence exact, and one division rounds correctly (Clinger 1990, doi:10.1145/93542.93557).
  private func short(_ whole: ArraySlice<UInt8>, _ fraction: ArraySlice<UInt8>) -> Double {
    var digits = 0
    var scale = 1
    for byte in whole { digits = digits * 10 + Int(byte & 0x0F) }
    for byte in fraction {
      digits = digits * 10 + Int(byte & 0x0F)
      scale *= 10
    }
    return Double(digits) / Double(scale)
  }

  private func takeDigits(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    rest = rest.dropFirst(digits.count)
    return digits
  }

  private func written(_ text: ArraySlice<UInt8>) -> String { String(decoding: text, as: UTF8.self) }

  /// What may have been meant by a number that is none.
  private func advice(on text: String) -> Message {
    if text.last == "%", let percent = Double(text.dropLast()) { return "did you mean \(percent / 100)?" }
    if text.contains("_") { return "digits stand without separators" }
    if text.contains("/") { return "write a fraction as a decimal number" }
    if text.count > 1, text.first == "0", text.allSatisfy(\.isNumber) { return "remove the leading zero" }
    if text.contains("..") { return "a range is written {\"uniform\": [from, to]}" }
    return ""
  }
}
