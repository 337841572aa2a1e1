/// How pictures look. Colours after Okabe & Ito 2008, *Color Universal Design*, told apart by
/// readers with any colour vision and, by their lightness, in print without colour.
enum PictureStyle {
  /// Rules for pictures inside a page that defines the colours.
  static let rules = """
    .picture { font: 14px/1.3 system-ui, "Segoe UI", "Noto Sans", "Noto Sans Arabic", sans-serif; }
    .picture text { fill: var(--ink); }
    .picture .faint { fill: var(--faint); font-size: 12px; }
    .picture .strong { font-weight: 600; }
    .picture .end { text-anchor: end; }
    .picture .middle { text-anchor: middle; }
    .picture .grid { stroke: var(--line); stroke-width: 1; }
    .picture .axis { stroke: var(--faint); stroke-width: 1; }
    .picture .whisker { stroke: var(--ink); stroke-width: 1.5; fill: none; }
    .picture .track { fill: var(--track); }
    .picture .full { fill: #0072b2; }
    .picture .partial { fill: #56b4e9; }
    .picture .refused { fill: #e69f00; }
    .picture .collapsed { fill: #d55e00; }
    .picture .exhausted { fill: #8c8c8c; }
    .picture .band { fill: #0072b2; fill-opacity: 0.22; }
    .picture .curve { stroke: #0072b2; stroke-width: 2; fill: none; }
    .picture .box { fill: #56b4e9; stroke: var(--ink); stroke-width: 1; }
    .picture .median { stroke: var(--ink); stroke-width: 3; }
    .picture .mean { fill: var(--paper); stroke: var(--ink); stroke-width: 1.5; }
    .picture .segment { stroke: var(--paper); stroke-width: 1.5; }
    .picture .quo { fill: var(--paper); stroke: var(--faint); stroke-width: 1.2; stroke-dasharray: 3 2; }
    .picture text.on-dark { fill: #ffffff; font-size: 12px; }
    .picture text.on-light { fill: #10202e; font-size: 12px; }
    .picture text.on-paper { font-size: 12px; }
    .picture .tone-1 { fill: #cfe6f5; }
    .picture .tone-2 { fill: #8cc4e8; }
    .picture .tone-3 { fill: #4a9bd1; }
    .picture .tone-4 { fill: #0f6fa8; }
    .picture .tone-5 { fill: #0a4a73; }
    .picture .tone-6 { fill: #072b45; }

    """

  /// Colours by day and by night.
  static let colours = """
    :root { --ink: #1b2733; --faint: #5d6b78; --line: #dde3e8; --track: #eef2f5; --paper: #ffffff; }
    @media (prefers-color-scheme: dark) {
      :root { --ink: #e6ebef; --faint: #9aa8b4; --line: #33404b; --track: #24303a; --paper: #161d24; }
      .picture .full { fill: #2f97d6; }
      .picture .curve { stroke: #56b4e9; }
      .picture .band { fill: #56b4e9; }
      .picture .box { fill: #1c6ea4; }
    }
    @media print {
      :root { --ink: #000000; --faint: #444444; --line: #cccccc; --track: #eeeeee; --paper: #ffffff; }
    }

    """

  /// For a picture in a file of its own, which lies on the paper of whoever shows it: by day
  /// always.
  static let standalone = """
    :root { --ink: #1b2733; --faint: #5d6b78; --line: #dde3e8; --track: #eef2f5; --paper: #ffffff; }
    .picture { background: #ffffff; }

    """ + rules
}
