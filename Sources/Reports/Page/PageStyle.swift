/// How the page looks: one quiet column, wide tables that scroll by themselves, light and dark by
/// the reader's setting, and sensible page breaks in print.
enum PageStyle {
  static let sheet =
    PictureStyle.rules + PictureStyle.colours + """
      * { box-sizing: border-box; }
      html { color-scheme: light dark; -webkit-text-size-adjust: 100%; }
      body { margin: 0; background: var(--paper); color: var(--ink);
        font: 16px/1.6 system-ui, "Segoe UI", "Noto Sans", "Noto Sans Arabic", sans-serif; }
      main { max-width: 47rem; margin: 0 auto; padding: 3rem 1.25rem 5rem; }
      h1 { font-size: 1.9rem; line-height: 1.2; font-weight: 650; letter-spacing: -0.01em; margin: 0 0 0.4rem; }
      h2 { font-size: 1.2rem; line-height: 1.3; font-weight: 650; margin: 0 0 0.6rem; }
      h3 { font-size: 1rem; font-weight: 650; margin: 1.4rem 0 0.3rem; }
      p { margin: 0 0 0.8rem; }
      section { margin-top: 2.6rem; padding-top: 1.6rem; border-top: 1px solid var(--line); }
      figure { margin: 1rem 0 0; overflow-x: auto; }
      figcaption, .quiet { color: var(--faint); font-size: 0.875rem; }
      figcaption { margin-top: 0.5rem; }
      .key { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); gap: 1rem 1.5rem;
        margin: 1.8rem 0 0; }
      .key div { border-top: 2px solid var(--ink); padding-top: 0.5rem; }
      .key dt { color: var(--faint); font-size: 0.875rem; }
      .key dd { margin: 0; font-size: 1.5rem; line-height: 1.3; font-weight: 600; font-variant-numeric: tabular-nums; }
      .key small { display: block; font-size: 0.8rem; font-weight: 400; color: var(--faint); }
      .caution { margin: 1.8rem 0 0; padding: 0.8rem 1rem; background: var(--track); border-inline-start: 3px solid #e69f00; }
      .caution p { margin: 0; }
      .scroll { overflow-x: auto; margin-top: 0.8rem; }
      table { border-collapse: collapse; width: 100%; font-size: 0.9rem; line-height: 1.45; }
      th { text-align: start; font-weight: 600; color: var(--faint); border-bottom: 1px solid var(--faint); }
      th, td { padding: 0.35rem 0.9rem 0.35rem 0; vertical-align: top; }
      td { border-bottom: 1px solid var(--line); }
      th:last-child, td:last-child { padding-inline-end: 0; }
      .number { text-align: end; white-space: nowrap; width: 1%; padding-inline-start: 0.6rem; font-variant-numeric: tabular-nums; }
      .terms { list-style: none; margin: 0; padding: 0; }
      .terms .issue { color: var(--faint); }
      details { border-bottom: 1px solid var(--line); padding: 0.45rem 0; }
      summary { cursor: pointer; font-weight: 600; }
      code { font: 0.85em/1.5 ui-monospace, "SF Mono", Menlo, Consolas, "Noto Sans Mono", monospace; overflow-wrap: anywhere; }
      .manifest { display: grid; grid-template-columns: max-content 1fr; gap: 0.3rem 1.2rem; margin: 0.8rem 0 0; }
      .manifest dt { color: var(--faint); }
      .manifest dd { margin: 0; min-width: 0; }
      @media (max-width: 30rem) { main { padding-top: 1.5rem; } .manifest { grid-template-columns: 1fr; } }
      @media print {
        main { max-width: none; padding: 0; }
        body { font-size: 10.5pt; }
        h2, h3 { break-after: avoid; }
        figure, tr, .caution, .key { break-inside: avoid; }
        details::details-content { content-visibility: visible; block-size: auto; }
        * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
      }

      """
}
