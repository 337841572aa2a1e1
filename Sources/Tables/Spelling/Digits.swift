/// The signs that numbers are written with.
package enum Digits: String, Sendable, CaseIterable {
  /// 0 to 9.
  case latin = "latn"
  /// U+0660 to U+0669, with the Arabic decimal and thousands separators and percent sign.
  case arabic = "arab"

  /// The same text in these digits. A point or comma is a separator only between two digits; words
  /// with Latin letters, such as `paris-2025`, `rounds=20` and `m2`, are names and stay as they
  /// are.
  package func spelt(_ text: String) -> String {
    guard self == .arabic else { return text }
    let scalars = Array(text.unicodeScalars)
    let names = Self.names(in: scalars)
    var output = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() {
      if names[index] {
        output.append(scalar)
        continue
      }
      let isInside =
        index > 0 && index + 1 < scalars.count && Self.isDigit(scalars[index - 1])
        && Self.isDigit(scalars[index + 1])
      switch scalar {
      case "0"..."9": output.append(Unicode.Scalar(scalar.value - 0x30 + 0x660) ?? scalar)
      case "." where isInside: output.append("\u{66B}")
      case "," where isInside: output.append("\u{66C}")
      case "%" where index > 0 && Self.isDigit(scalars[index - 1]): output.append("\u{66A}")
      default: output.append(scalar)
      }
    }
    return String(output)
  }

  /// Whether each is part of a word with Latin letters.
  private static func names(in scalars: [Unicode.Scalar]) -> [Bool] {
    var names = [Bool](repeating: false, count: scalars.count)
    var start = 0
    while start < scalars.count {
      var end = start
      var isName = false
      while end < scalars.count,
        isLetter(scalars[end]) || "0"..."9" ~= scalars[end] || "_.-=".unicodeScalars.contains(scalars[end])
      {
        isName = isName || isLetter(scalars[end])
        end += 1
      }
      if isName { for place in start..<end { names[place] = true } }
      start = max(end, start + 1)
    }
    return names
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    "a"..."z" ~= scalar || "A"..."Z" ~= scalar
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// A text in which words stand beside figures: what has Latin letters, or signs of paths and
  /// code, stays as it is, and so does whatever is set apart together with such.
  package func inProse(_ text: String) -> String {
    guard self == .arabic else { return text }
    var (output, word) = ("", "")
    var depth = 0
    func isBreak(_ scalar: Unicode.Scalar) -> Bool { depth == 0 && (scalar == " " || scalar == "\n") }
    func close() {
      output += Self.isCode(word) ? word : spelt(word)
      word = ""
    }
    for scalar in text.unicodeScalars {
      if (0x2066...0x2068).contains(scalar.value) {
        if depth == 0 { close() }
        depth += 1
      }
      word.unicodeScalars.append(scalar)
      if scalar.value == 0x2069, depth > 0 {
        depth -= 1
        if depth == 0 { close() }
      } else if isBreak(scalar) {
        close()
      }
    }
    close()
    return output
  }

  private static func isCode(_ word: String) -> Bool {
    word.utf8.contains { byte in
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte & 0xDF) || "/\\_=\"'{}[]".utf8.contains(byte)
    }
  }
}
