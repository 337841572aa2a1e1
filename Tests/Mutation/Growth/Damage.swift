/// Damage to the bytes of a text, by which the grammar is hit rather than the meaning.
struct Damage {
  private static let signs = Array("{}[]\",:/*-.0".utf8)
  private static let words = ["null", "true", "1e300", "\"\"", "[1, 2]", "\u{FEFF}", "\\u0000", "//", "NaN"]
    .map { Array($0.utf8) }

  /// One to three strokes: a byte changed, a piece cut out or copied elsewhere, a sign or a word
  /// put in between.
  static func strike(_ text: String, _ dice: inout Dice) -> [UInt8] {
    var bytes = Array(text.utf8)
    for _ in 0...dice.below(3) where !bytes.isEmpty {
      let place = dice.below(bytes.count)
      let end = min(bytes.count, place + 1 + dice.below(40))
      switch dice.below(6) {
      case 0: bytes[place] = dice.byte()
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: Array(bytes[place..<end]), at: dice.below(bytes.count))
      case 3: bytes.insert(signs[dice.below(signs.count)], at: place)
      case 4: bytes.replaceSubrange(place..<end, with: words[dice.below(words.count)])
      default: bytes.removeLast(dice.below(bytes.count))
      }
    }
    return bytes
  }
}
