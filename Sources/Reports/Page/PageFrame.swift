import Foundation
import Tables

/// A page that needs nothing outside it: HTML 5 that is well-formed XML too. The one script in it
/// is allowed by its digest, and the page says everything without it.
enum PageFrame {
  /// - Parameters:
  ///   - title: of the page.
  ///   - words: their language and direction are those of the page.
  ///   - digits: of its numbers; code keeps its own.
  ///   - theme: light, dark, or as the reader's device says.
  ///   - body: what it shows.
  static func html(
    title: String, _ words: any PageWords, theme: PageTheme = .auto, digits: Digits = .latin,
    _ body: [Markup]
  ) -> String {
    let content: [Markup] = [
      head(title, theme.applied(to: PageStyle.sheet(isRightToLeft: words.isRightToLeft, digits)), theme),
      .tag("body", [:], body.map { $0.spelt(in: digits) } + [.script(PageScript.text)]),
    ]
    let page: Markup =
      words.isRightToLeft
      ? .tag("html", ["lang": words.code, "dir": "rtl"], content)
      : .tag("html", ["lang": words.code], content)
    return "<!DOCTYPE html>\n" + page.written() + "\n"
  }

  private static func head(_ title: String, _ sheet: String, _ theme: PageTheme) -> Markup {
    .tag(
      "head", [:],
      [
        .tag("meta", ["charset": "utf-8"]),
        .tag("meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"]),
        // Should a label ever slip through as markup, it could still load and run nothing.
        .tag(
          "meta",
          [
            "http-equiv": "Content-Security-Policy",
            "content":
              "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(PageScript.digest)'",
          ]),
        .tag("meta", ["name": "color-scheme", "content": theme.colorScheme]),
        .tag("title", [:], text: Label.plain(title)),
        .styleSheet(sheet),
      ])
  }
}
