import Reports
import Testing

@Suite("Colours of pictures")
struct PictureColourTests {
  private func colour(_ name: String, _ theme: PictureTheme) throws -> Colour {
    try #require(Colour(hex: theme.value(of: name)), "\(name)")
  }

  private static let themes: [PictureTheme] = [.day, .night]
  private static let steps = (1...PictureTheme.steps).map { "step-\($0)" }
  private static let fills =
    ["main"] + Tone.allCases.map(\.name) + steps + (1...PictureTheme.lines).map { "series-\($0)" }

  /// Black on white is 21 : 1, and #777777 on white 4.48 : 1 (WCAG 2.2, understanding 1.4.3).
  @Test("the contrast is that of the standard's own examples")
  func contrast() throws {
    let white = try #require(Colour(hex: "#ffffff"))
    #expect(abs(Colour.contrast(try #require(Colour(hex: "#000000")), white) - 21) < 1e-9)
    #expect(abs(Colour.contrast(try #require(Colour(hex: "#777777")), white) - 4.48) < 0.01)
  }

  @Test("every fill and line has 3 : 1 against its paper, by day and by night")
  func fillsPaper() throws {
    for theme in Self.themes {
      let paper = try colour("paper", theme)
      for name in Self.fills {
        let contrast = Colour.contrast(try colour(name, theme), paper)
        #expect(contrast >= 3, "\(name): \(contrast)")
      }
    }
  }

  @Test("text has 4.5 : 1 against what it stands on")
  func text() throws {
    for theme in Self.themes {
      let paper = try colour("paper", theme)
      let pairs =
        [("ink", "paper"), ("faint", "paper"), ("paper", "main")]
        + (1...PictureTheme.steps).map { ("on-step-\($0)", "step-\($0)") }
      for (text, ground) in pairs {
        let contrast = Colour.contrast(try colour(text, theme), try colour(ground, theme))
        #expect(contrast >= 4.5, "\(text) on \(ground): \(contrast)")
      }
      #expect(paper != (try colour("ink", theme)))
    }
  }

  /// Endings lie on one another in their order, causes in theirs. What lies between two may be
  /// missing: then they are neighbours too.
  @Test("fills that may lie side by side differ for readers with any colour vision")
  func neighbours() throws {
    let tones = Tone.allCases
    let endings: [Tone] = [.full, .partial, .home, .breakdown, .time]
    for theme in Self.themes {
      for list in [tones.map(\.name), endings.map(\.name)] {
        for (a, b) in zip(list, list.dropFirst()) {
          let distance = Colour.distance(try colour(a, theme), try colour(b, theme))
          #expect(distance >= 0.12, "\(a), \(b): \(distance)")
        }
      }
      for a in tones {
        for b in tones where a != b {
          let distance = Colour.distance(try colour(a.name, theme), try colour(b.name, theme))
          #expect(distance >= 0.06, "\(a), \(b): \(distance)")
        }
      }
      for (a, b) in zip(Self.steps, Self.steps.dropFirst()) {
        let distance = Colour.distance(try colour(a, theme), try colour(b, theme))
        #expect(distance >= 0.09, "\(a), \(b): \(distance)")
      }
    }
  }

  @Test("a scale of shares rises or falls in lightness from step to step, so that it reads in grey")
  func scale() throws {
    for theme in Self.themes {
      let lightness = try Self.steps.map { try colour($0, theme).luminance }
      let rises = zip(lightness, lightness.dropFirst()).map { $0 < $1 }
      #expect(Set(rises).count == 1)
    }
  }
}
