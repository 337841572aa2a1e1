/// Marks around what is inserted into a sentence, so that its direction leaves the sentence alone
/// (Unicode Standard Annex 9, isolates). ``Markup/sentence(_:)`` writes them as `bdi`.
enum Isolate {
  /// A name from a scenario: its direction comes from its letters.
  static func name(_ text: String) -> String { "\u{2068}\(Label.plain(text))\u{2069}" }

  /// Figures, paths and command lines, which run from left to right.
  static func figure(_ text: String) -> String { "\u{2066}\(Label.plain(text))\u{2069}" }
}

extension Markup {
  /// After a letter of Arabic the sign of a percentage in Latin digits would come to stand before
  /// its number: set apart, it stays behind (Unicode Standard Annex 9, rule W2).
  private static func percentages(_ text: String) -> [Markup] {
    guard text.unicodeScalars.contains(where: { (0x0621...0x064A).contains($0.value) }) else {
      return [.text(text)]
    }
    var (parts, rest): ([Markup], Substring) = ([], text[...])
    while let found = rest.firstMatch(of: /[0-9][0-9.,]*%/) {
      if found.range.lowerBound > rest.startIndex {
        parts.append(.text(String(rest[..<found.range.lowerBound])))
      }
      parts.append(.tag("bdi", ["class": "figure", "dir": "ltr"], [.text(String(found.output))]))
      rest = rest[found.range.upperBound...]
    }
    return parts + (rest.isEmpty ? [] : [.text(String(rest))])
  }

  /// An interval as ``IntervalWords`` spells it, on one line.
  static func interval(_ text: String) -> Markup {
    .tag("span", ["class": "figure"], sentence(text))
  }

  /// A sentence in which names and figures are set apart by ``Isolate``. A figure stays on one
  /// line, and so does a short path: an interval that is broken in a line from right to left reads
  /// the wrong way around.
  static func sentence(_ text: String) -> [Markup] {
    var parts: [Markup] = []
    var (plain, inner) = (String.UnicodeScalarView(), String.UnicodeScalarView())
    var direction: String?
    func close() {
      if !plain.isEmpty { parts += percentages(String(plain)) }
      plain.removeAll()
    }
    for scalar in text.unicodeScalars {
      if let open = direction {
        if scalar.value == 0x2069 {
          let isFigure =
            open == "ltr" && (inner.count <= 24 || !inner.contains { $0.properties.isAlphabetic })
          parts.append(
            isFigure
              ? .tag("bdi", ["class": "figure", "dir": open], [.text(String(inner))])
              : .tag("bdi", ["dir": open], [.text(String(inner))]))
          inner.removeAll()
          direction = nil
        } else {
          inner.append(scalar)
        }
      } else if scalar.value == 0x2066 || scalar.value == 0x2068 {
        close()
        direction = scalar.value == 0x2066 ? "ltr" : "auto"
      } else {
        plain.append(scalar)
      }
    }
    plain += inner
    close()
    return parts
  }
}
