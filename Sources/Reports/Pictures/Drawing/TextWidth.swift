import Tables

/// How much room a text takes, in pixels: by the advance widths of DejaVu Sans 2.37, one of the
/// widest of the fonts that a reader may have, so that what fits by them fits.
enum TextWidth {
  /// - Parameters:
  ///   - text: one line.
  ///   - size: of the font, in pixels.
  ///   - isStrong: whether it is bold, which is an eighth wider.
  static func of(_ text: some StringProtocol, size: Double, isStrong: Bool = false) -> Double {
    let thousandths = text.reduce(0) { $0 + width(of: $1) }
    return Double(thousandths) / 1_000 * size * (isStrong ? 1.125 : 1)
  }

  /// In thousandths of the size.
  private static func width(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return DisplayWidth.of(String(character)) * 700
    }
    let value = Int(scalar.value)
    if latin.indices.contains(value - 0x20) { return latin[value - 0x20] }
    if arabic.indices.contains(value - 0x621) { return arabic[value - 0x621] }
    switch DisplayWidth.of(String(character)) {
    case 0: return 0
    case 1: return scalar.properties.isUppercase ? 790 : value < 0x250 || value == 0x2013 ? 640 : 950
    default: return 1_050
    }
  }

  /// From U+0020 on.
  private static let latin = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636, 636, 636,
    636,
    636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632, 575, 775, 752, 295, 295,
    656,
    557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685, 611, 685, 390, 337, 390, 838, 500, 500,
    613,
    635, 550, 635, 615, 352, 635, 634, 278, 278, 579, 278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592,
    818,
    592, 592, 525, 636, 337, 636, 838,
  ]

  /// From U+0621 on, letters by themselves, which are no narrower than joined ones.
  private static let arabic = [
    470, 278, 278, 483, 278, 783, 278, 941, 524, 941, 941, 646, 646, 646, 445, 445, 483, 483, 1221, 1221,
    1209,
    1209, 925, 925, 597, 597, 597, 597, 597, 597, 597, 293, 1037, 776, 824, 727, 619, 734, 524, 483, 783, 783,
  ]
}

/// A text broken into lines.
enum TextLines {
  /// Lines no wider than `width`, broken at spaces, and inside a word that is wider by itself: a
  /// path after a dot. What is left after `most` lines is cut, with an ellipsis; at least one line.
  static func wrapped(
    _ text: String, to width: Double, size: Double = 14, isStrong: Bool = false, most: Int = 3
  ) -> [String] {
    func fits(_ line: String) -> Bool { TextWidth.of(line, size: size, isStrong: isStrong) <= width }
    var lines: [String] = []
    var line = ""
    for word in Label.plain(text).split(separator: " ") {
      var rest = String(word)
      let joined = line.isEmpty ? rest : line + " " + rest
      if fits(joined) {
        line = joined
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while !fits(rest), rest.count > 1 {
        let head = beginning(of: rest, fits: fits)
        lines.append(head)
        rest = String(rest.dropFirst(head.count))
        // A label of any length is cut in the end.
        if lines.count > most { break }
      }
      line = rest
      if lines.count > most { break }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    guard lines.count > most else { return lines }
    var last = lines[most - 1]
    while !last.isEmpty, !fits(last + "…") { last.removeLast() }
    return lines.prefix(most - 1) + [last + "…"]
  }

  /// At least one character.
  private static func beginning(of word: String, fits: (String) -> Bool) -> String {
    var kept = ""
    for character in word {
      guard kept.isEmpty || fits(kept + String(character)) else { break }
      kept.append(character)
    }
    guard kept.count < word.count, let dot = kept.lastIndex(of: ".") else { return kept }
    return String(kept[...dot])
  }
}
