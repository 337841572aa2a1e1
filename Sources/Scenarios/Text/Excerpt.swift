import Tables

/// The quoted line of a diagnostic with a caret under the place.
///
/// Tabs stay tabs above and below, so that the caret stands where it should at any tab width.
/// Lines longer than ``longestLine`` characters are cut around the caret, each cut shown by "…".
package enum Excerpt {
  /// Longest line that is quoted whole, in characters.
  static let longestLine = 120
  /// Of a line that is cut, at most this many characters stand before the caret.
  static let longestLead = 70

  /// Two lines without a final newline: the gutter with the line number and the line, then the
  /// caret and the hint.
  package static func render(_ source: SourceText, at position: SourcePosition, hint: String) -> String {
    let window = window(source, around: position)
    let place = min(position.offset, window.range.upperBound)
    var line = window.cutBefore ? "…" : ""
    for scalar in String(decoding: source.bytes[window.range.lowerBound..<place], as: UTF8.self)
      .unicodeScalars
    {
      line += shown(scalar)
    }
    let padding = line.split(separator: "\t", omittingEmptySubsequences: false)
      .map { String(repeating: " ", count: DisplayWidth.of($0)) }.joined(separator: "\t")
    for scalar in String(decoding: source.bytes[place..<window.range.upperBound], as: UTF8.self)
      .unicodeScalars
    {
      line += shown(scalar)
    }
    if window.cutAfter { line += "…" }
    while line.last == " " || line.last == "\t" { line.removeLast() }

    let number = String(position.line)
    let gutter = String(repeating: " ", count: max(0, 5 - number.count)) + number
    let blank = String(repeating: " ", count: gutter.count)
    let quote = line.isEmpty ? "\(gutter) |" : "\(gutter) | \(line)"
    let caret = hint.isEmpty ? "^" : "^ \(hint)"
    return "\(quote)\n\(blank) | \(padding)\(caret)"
  }

  private static func shown(_ scalar: Unicode.Scalar) -> String {
    scalar == "\t" ? "\t" : Quoting.shown(scalar)
  }

  private struct Window {
    let range: Range<Int>
    let cutBefore: Bool
    let cutAfter: Bool
  }

  /// The bytes to show. Looks at no more than `longestLine` characters on either side.
  private static func window(_ source: SourceText, around position: SourcePosition) -> Window {
    let line = source.range(ofLine: position.line)
    let place = min(position.offset, line.upperBound)
    let before = stepBack(source.bytes, from: place, to: line.lowerBound, characters: longestLine)
    let after = stepForward(source.bytes, from: place, to: line.upperBound, characters: longestLine)
    if before.start == line.lowerBound, after.end == line.upperBound,
      before.count + after.count <= longestLine
    {
      return Window(range: line, cutBefore: false, cutAfter: false)
    }
    var lead = min(before.count, longestLead)
    let tail = min(after.count, longestLine - lead)
    lead = min(before.count, longestLine - tail)
    let start = stepBack(source.bytes, from: place, to: line.lowerBound, characters: lead).start
    let end = stepForward(source.bytes, from: place, to: line.upperBound, characters: tail).end
    return Window(
      range: start..<end, cutBefore: start > line.lowerBound, cutAfter: end < line.upperBound)
  }

  private static func stepBack(
    _ bytes: [UInt8], from place: Int, to limit: Int, characters: Int
  ) -> (start: Int, count: Int) {
    var start = place
    var count = 0
    while start > limit, count < characters {
      start -= 1
      // At most three continuation bytes belong to one character; ill-formed text may have more.
      var steps = 0
      while start > limit, steps < 3, isContinuation(bytes[start]) {
        start -= 1
        steps += 1
      }
      count += 1
    }
    return (start, count)
  }

  private static func stepForward(
    _ bytes: [UInt8], from place: Int, to limit: Int, characters: Int
  ) -> (end: Int, count: Int) {
    var end = place
    var count = 0
    while end < limit, count < characters {
      end += 1
      var steps = 0
      while end < limit, steps < 3, isContinuation(bytes[end]) {
        end += 1
        steps += 1
      }
      count += 1
    }
    return (end, count)
  }
}
