/// How pictures look. The smallest text is 12 px; narrow drawings, which a page stretches to its
/// width, are written a little larger, so that no text is below 11 px at any width from 320 px on.
enum PictureStyle {
  /// Rules for pictures inside a page that defines the colours.
  static let rules = """
    .picture { font: 14px/1.3 system-ui, "Segoe UI", "Noto Sans", "Noto Sans Arabic", sans-serif; direction: ltr; }
    .picture text { fill: var(--ink); }
    .picture .faint { fill: var(--faint); font-size: 12px; }
    .picture.narrow .faint { font-size: 13px; }
    .picture .strong { font-weight: 600; }
    .picture .end { text-anchor: end; }
    .picture .middle { text-anchor: middle; }
    .picture .figure { direction: ltr; unicode-bidi: isolate; }
    .picture .grid { stroke: var(--line); stroke-width: 1; fill: none; }
    .picture .axis { stroke: var(--faint); stroke-width: 1; fill: none; }
    .picture .leader { stroke: var(--faint); stroke-width: 1; stroke-dasharray: 2 2; fill: none; }
    .picture .whisker { stroke: var(--ink); stroke-width: 1.5; fill: none; }
    .picture .rim { stroke: var(--paper); stroke-width: 4; fill: none; }
    .picture .main { fill: var(--main); }
    .picture .hollow { fill: var(--paper); stroke: var(--main); stroke-width: 1.5; }
    .picture .curve { stroke: var(--main); stroke-width: 2; fill: none; }
    .picture .band { fill: var(--main); fill-opacity: 0.16; stroke: var(--main); stroke-width: 0.75; }
    .picture .median { stroke: var(--paper); stroke-width: 3; }
    .picture .mean { fill: var(--paper); stroke: var(--ink); stroke-width: 1.5; }
    .picture .point { fill: var(--ink); stroke: var(--paper); stroke-width: 1; }
    .picture .agreed { fill-opacity: 0.5; stroke: var(--main); stroke-width: 1; }
    .picture .cell { fill: none; stroke: var(--faint); stroke-width: 0.75; }
    .picture .differs { fill: var(--main); }
    .picture text.on-main { fill: var(--paper); font-weight: 600; }
    .picture .segment { stroke: var(--paper); stroke-width: 1.5; }
    .picture .texture { stroke: none; }
    .picture .hatch { stroke: var(--paper); stroke-width: 1.3; }
    .picture text.halo { stroke: var(--paper); stroke-width: 3; paint-order: stroke; }
    .picture .dot { fill: var(--paper); }

    """ + tones + numbered

  private static let tones = Tone.allCases.map { ".picture .\($0.name) { fill: var(--\($0.name)); }\n" }
    .joined()

  private static let numbered =
    (1...PictureTheme.steps).map {
      ".picture .step-\($0) { fill: var(--step-\($0)); }\n"
        + ".picture text.on-step-\($0) { fill: var(--on-step-\($0)); }\n"
    }.joined()
    + (1...PictureTheme.lines).map {
      """
      .picture .series-\($0) { stroke: var(--series-\($0)); stroke-width: 2; fill: none; }
      .picture .band-\($0) { fill: var(--series-\($0)); fill-opacity: 0.12; stroke: none; }
      .picture .mark-\($0) { fill: var(--series-\($0)); stroke: var(--paper); stroke-width: 1; }

      """
    }.joined()
    + ".picture .dance { stroke-width: 1.2; }\n"
    + dashes.enumerated().map { ".picture .dash-\($0) { stroke-dasharray: \($1); }\n" }.joined()

  /// Of lines, in turn.
  static let dashes = ["none", "7 3", "2 3", "9 3 2 3", "4 4"]

  /// Colours by day, by night and in print, and which of two drawings is shown: below 700 px the
  /// wide one would be scaled down until its text is too small.
  static let colours = """
    :root { \(PictureTheme.day.declarations) --track: #eef2f5; }
    @media (prefers-color-scheme: dark) {
      :root { \(PictureTheme.night.declarations) --track: #24303a; }
    }
    @media print {
      :root { \(PictureTheme.day.declarations) --track: #eeeeee; }
    }
    .picture { display: block; width: 100%; height: auto; margin: 0 auto; }
    .picture.narrow { display: none; max-width: 30rem; }
    @media screen and (max-width: 703.98px) {
      .picture.wide { display: none; }
      .picture.narrow { display: block; }
    }

    """

  /// For a picture in a file of its own, which lies on the paper of whoever shows it: by day
  /// always, and with colours in place of their names, which many programs do not know.
  static let standalone: String = {
    let plain = PictureTheme.day.colours.reduce(rules) { sheet, colour in
      sheet.replacing("var(--\(colour.name))", with: colour.value)
    }
    return ".picture { background: #ffffff; }\n" + plain
  }()
}
