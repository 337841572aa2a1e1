/// A page that needs nothing outside it and runs nothing: HTML 5 that is well-formed XML too.
enum PageFrame {
  /// - Parameters:
  ///   - title: of the page.
  ///   - language: of its words, as HTML names it.
  ///   - isRightToLeft: whether they are written so.
  ///   - body: what it shows.
  static func html(
    title: String, language: String, isRightToLeft: Bool = false, _ body: [Markup]
  ) -> String {
    let content: [Markup] = [head(title), .tag("body", [:], [.tag("main", [:], body)])]
    let page: Markup =
      isRightToLeft
      ? .tag("html", ["lang": language, "dir": "rtl"], content) : .tag("html", ["lang": language], content)
    return "<!DOCTYPE html>\n" + page.written() + "\n"
  }

  private static func head(_ title: String) -> Markup {
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
            "content": "default-src 'none'; style-src 'unsafe-inline'",
          ]),
        .tag("meta", ["name": "color-scheme", "content": "light dark"]),
        .tag("title", [:], text: Label.plain(title)),
        .styleSheet(PageStyle.sheet),
      ])
  }
}
