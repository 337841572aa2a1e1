import Tables

/// How the page looks: one quiet column, wide tables that scroll by themselves, light and dark by
/// the reader's setting, and sensible page breaks in print.
enum PageStyle {
  /// The sheet of a page in one language: the numbers of its sheets of paper are written as people
  /// read them.
  static func sheet(isRightToLeft: Bool, _ digits: Digits) -> String {
    func counter(_ name: String) -> String {
      digits == .latin ? "counter(\(name))" : "counter(\(name), arabic-indic)"
    }
    let parts = isRightToLeft ? ("\"\\2067\" ", " \" من \" ", " \"\\2069\"") : ("", " \" / \" ", "")
    return sheet.replacing(
      "counter(page) \" / \" counter(pages)",
      with: parts.0 + counter("page") + parts.1 + counter("pages") + parts.2)
  }

  private static let sheet =
    PictureStyle.rules + PictureStyle.colours + """
      * { box-sizing: border-box; }
      html { color-scheme: light dark; -webkit-text-size-adjust: 100%; }
      body { margin: 0; background: var(--paper); color: var(--ink);
        font: 16px/1.6 system-ui, "Segoe UI", "Noto Sans", "Noto Sans Arabic", sans-serif; }
      main { max-width: 47rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; overflow-wrap: break-word; }
      a { color: inherit; }
      :focus-visible { outline: 2px solid #0072b2; outline-offset: 2px; }
      .setting { font-weight: 600; margin: 0 0 0.4rem; }
      .question { margin-top: 1.8rem; font-size: 1.35rem; }
      .lead { font-size: 1.15rem; line-height: 1.5; }
      .next { margin: 0.4rem 0 0; }
      .next dt { margin-top: 0.6rem; }
      .next dd { margin: 0.2rem 0 0; }
      .next code { display: block; padding: 0.45rem 0.7rem; background: var(--track); border-radius: 4px; user-select: all; }
      nav.contents { margin: 2.6rem 0 0; padding-top: 1rem; border-top: 1px solid var(--line); font-size: 0.875rem; }
      nav.contents ol { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 0.2rem 1rem; }
      nav.contents a { color: var(--faint); text-decoration: none; display: inline-block; padding: 0.15rem 0; }
      nav.contents a:hover { text-decoration: underline; }
      nav.contents a[aria-current] { color: var(--ink); font-weight: 600; }
      @media (min-width: 78rem) {
        nav.contents { position: fixed; inset-block-start: 3rem; inset-inline-start: calc(50% - 39rem); width: 14rem; margin: 0; padding: 0; border: 0; max-height: calc(100vh - 6rem); overflow-y: auto; }
        nav.contents ol { display: block; }
        main { margin-inline-start: max(17rem, calc(50% - 23.5rem)); }
      }
      h1 { font-size: 1.9rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.01em; margin: 0 0 0.4rem; }
      h2 { font-size: 1.2rem; line-height: 1.3; font-weight: 650; margin: 0 0 0.6rem; }
      h3 { font-size: 1rem; font-weight: 650; margin: 1.4rem 0 0.3rem; }
      p { margin: 0 0 0.8rem; }
      section { margin-top: 2.6rem; padding-top: 1.6rem; border-top: 1px solid var(--line); }
      figure { margin: 1rem 0 0; }
      .drawing { overflow-x: auto; }
      figcaption, .quiet { color: var(--faint); font-size: 0.875rem; }
      figcaption { margin-top: 0.5rem; }
      .key { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 1rem 1.5rem;
        margin: 1.8rem 0 0; }
      .key div { border-top: 2px solid var(--ink); padding-top: 0.5rem; }
      .key dt { color: var(--faint); font-size: 0.875rem; }
      .key dd { margin: 0; font-size: 1.5rem; line-height: 1.3; font-weight: 600; font-variant-numeric: tabular-nums; }
      .key small { display: block; font-size: 0.8rem; font-weight: 400; color: var(--faint); }
      .caution { margin: 1.8rem 0 0; padding: 0.8rem 1rem; background: var(--track); border-inline-start: 3px solid #e69f00; }
      code .word { display: inline-block; max-width: 100%; overflow-wrap: anywhere; }
      .caution p { margin: 0; }
      .scroll { overflow-x: auto; margin-top: 0.8rem; }
      table { border-collapse: collapse; width: 100%; font-size: 0.9rem; line-height: 1.45; }
      th { text-align: start; vertical-align: bottom; font-weight: 600; color: var(--faint); border-bottom: 1px solid var(--faint); }
      th, td { padding-block: 0.35rem; padding-inline: 0 0.9rem; }
      td { vertical-align: top; border-bottom: 1px solid var(--line); }
      th:last-child, td:last-child { padding-inline-end: 0; }
      .number { text-align: end; white-space: nowrap; width: 1%; padding-inline-start: 0.6rem; font-variant-numeric: tabular-nums; }
      th.number { white-space: normal; }
      th.long { min-width: 6rem; }
      .terms { list-style: none; margin: 0; padding: 0; }
      .terms .issue { color: var(--faint); }
      caption { text-align: start; color: var(--faint); font-size: 0.875rem; padding: 0 0 0.3rem; }
      .figure { white-space: nowrap; }
      td small { color: var(--faint); white-space: nowrap; }
      .unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
      .scroll + p, .scroll + .quiet { margin-top: 0.8rem; }
      td code { display: block; min-width: 13rem; max-width: 18rem; overflow-wrap: break-word; }
      .named { display: block; min-width: 10rem; }
      .named code { min-width: 0; max-width: none; text-align: match-parent; font-size: 0.75rem; line-height: 1.35; color: var(--faint); overflow-wrap: break-word; }
      #levers td small, #sensitivity td small { display: block; }
      figure .picture { direction: ltr; }
      td .terms { min-width: 18rem; }
      td .tolls { min-width: 9rem; }
      .after { margin-top: 0.8rem; }
      th button { all: unset; cursor: pointer; }
      th button:focus-visible { outline: 2px solid #0072b2; outline-offset: 2px; }
      th[aria-sort="descending"] button::after { content: " \\2193"; }
      th[aria-sort="ascending"] button::after { content: " \\2191"; }
      .filter { display: block; margin-top: 0.8rem; font-size: 0.875rem; color: var(--faint); }
      .filter input { font: inherit; color: var(--ink); background: var(--paper); border: 1px solid var(--faint); border-radius: 4px; padding: 0.15rem 0.4rem; }
      .tip { position: fixed; z-index: 1; max-width: 20rem; padding: 0.3rem 0.6rem; background: var(--ink); color: var(--paper); font-size: 0.8rem; border-radius: 4px; pointer-events: none; }
      [hidden] { display: none !important; }
      .numbers { border-bottom: 0; }
      .numbers > summary { font-weight: 400; font-size: 0.875rem; color: var(--faint); }
      .story pre { white-space: pre-wrap; font: 0.85rem/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono", "Noto Sans Arabic", monospace; margin: 0.6rem 0 1rem; max-height: 32rem; overflow: auto; }
      details { border-bottom: 1px solid var(--line); padding: 0.45rem 0; }
      summary { cursor: pointer; font-weight: 600; }
      code { font: 0.85em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono", monospace; overflow-wrap: anywhere; }
      .manifest { display: grid; grid-template-columns: minmax(7rem, 14rem) 1fr; gap: 0.3rem 1.2rem; margin: 0.8rem 0 0; }
      .manifest dt { color: var(--faint); overflow-wrap: anywhere; }
      .manifest dd { margin: 0; min-width: 0; }
      @media (max-width: 30rem) {
        main { padding-top: 1.5rem; }
        .manifest { grid-template-columns: 1fr; }
        td small { display: block; }
        td .terms, td code, .named { min-width: 0; }
        .numbers td code { min-width: 8rem; }
      }
      @media screen and (max-width: 30rem) {
        .stacked, .stacked tbody, .stacked caption { display: block; }
        .stacked thead { display: none; }
        .stacked tr { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); column-gap: 0.8rem; position: relative; padding-block: 0.5rem; border-bottom: 1px solid var(--line); }
        .stacked tr:has(> [data-label=""]) { padding-inline-start: 1.8rem; }
        .stacked td { order: 2; grid-column: 1 / -1; min-width: 0; padding: 0.1rem 0; border: 0; }
        .stacked td:empty { display: none; }
        .stacked td::before { content: attr(data-label) ": "; color: var(--faint); font-size: 0.8rem; }
        .stacked td.number { order: 1; grid-column: auto; width: auto; padding: 0.1rem 0; text-align: start; white-space: normal; }
        .stacked td.number::before { content: attr(data-label); display: block; line-height: 1.3; }
        .stacked td:not(.number):first-child, .stacked [data-label=""] + td:not(.number) { order: 0; font-weight: 600; }
        .stacked td:not(.number):first-child::before, .stacked [data-label=""] + td:not(.number)::before, .stacked td:not(.number):has(> .terms)::before, .stacked td[data-label=""]::before { content: none; }
        .stacked td[data-label=""] { position: absolute; inset-block-start: 0.5rem; inset-inline-start: 0; }
        .stacked .named code, .stacked td small { font-weight: 400; white-space: normal; }
      }
      @page { size: A4; margin: 14mm 16mm 17mm; @bottom-center { content: counter(page) " / " counter(pages); font-size: 8pt; } }
      @media print {
        html { font-size: 9.5pt; }
        nav.contents, .filter, .numbers, .next, h3:has(+ .next), #stories { display: none; }
        .picture { width: 82%; max-height: 215mm; margin: 0; }
        .scroll, .drawing { overflow: visible; }
        thead { display: table-header-group; break-inside: avoid; break-after: avoid; }
        tbody tr:first-child { break-before: avoid; }
        /* As a box of its own a button would keep heads from coming again on the next sheet. */
        th button { display: contents; }
        h1 { font-size: 1.6rem; }
        .question { margin-top: 1rem; }
        figure, figcaption { margin-top: 0.4rem; }
        header .caution { margin-top: 0.8rem; padding: 0.5rem 0.8rem; }
        .terms li { display: inline; }
        .terms li:not(:last-child)::after { content: " · "; }
        section:not(:has(> :not(h2, .numbers))) { display: none; }
        table { font-size: 8pt; }
        td .terms, td code, .named { min-width: 0; }
        .number { width: auto; }
        td small { white-space: normal; }
        td small bdi { white-space: nowrap; }
        th, td { padding-inline-end: 0.5rem; }
        th.long { min-width: 4.5rem; }
        main { max-width: none; margin: 0; padding: 0; }
        body { font-size: 1rem; line-height: 1.45; }
        section { margin-top: 1.2rem; padding-top: 0.8rem; }
        th, td { padding-block: 0.15rem; }
        h2, h3, summary, h2 + p { break-after: avoid; }
        .parts .drawings { break-inside: avoid; }
        .parts figcaption { break-before: avoid; }
        #endings figure:first-of-type svg { max-height: 6.5cm; }
        figure:not(.parts), tr, .caution, .key, #reproduce { break-inside: avoid; }
        #ground:has(> details:nth-of-type(4)) { break-before: page; }
        details.appendix::details-content { content-visibility: visible; block-size: auto; }
        * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      }

      """
}
