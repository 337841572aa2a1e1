/// A drawing as SVG: named and described for those who hear it, legible without colour, its text
/// selectable, its marks telling their values, without scripts, and the same bytes on every
/// machine.
///
/// It is laid out twice: for a column of a page, and for a narrow screen, where a page shows it
/// instead.
public struct Picture: Sendable {
  /// Name of a file without extension, such as `endings`; also the prefix of the identifiers
  /// inside.
  public let name: String
  /// What it shows, in a few words.
  public let title: String
  /// What one would read off it, in sentences: all its numbers, for those who do not see it.
  public let summary: String
  package let wide: Drawing
  package let narrow: Drawing
  private let language: PictureLanguage

  init(
    name: String, title: String, summary: String, in language: PictureLanguage, draw: (Sheet) -> Drawing
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.language = language
    wide = draw(Sheet(language: language, isNarrow: false))
    narrow = draw(Sheet(language: language, isNarrow: true))
  }

  /// A file of its own, with its style sheet.
  public var svg: String { file(of: wide) }

  /// The same, laid out for a narrow screen.
  package var narrowSVG: String { file(of: narrow) }

  private func file(of drawing: Drawing) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + root(drawing, [.styleSheet(PictureStyle.standalone)], margin: 16).written() + "\n"
  }

  /// As part of a page that holds ``PictureStyle``: both drawings, of which the page shows one. The
  /// tail of a letter at the edge has a little room.
  package var inline: Markup {
    .tag("div", ["class": "drawings"], [root(wide, [], margin: 2), root(narrow, [], margin: 2)])
  }

  private func root(_ drawing: Drawing, _ definitions: [Markup], margin: Double) -> Markup {
    let kind = drawing.sheet.isNarrow ? "narrow" : "wide"
    let prefix = drawing.sheet.isNarrow ? "\(name)-narrow" : name
    let canvas = Canvas(language: language, width: drawing.width, prefix: prefix)
    let width = Canvas.number(drawing.width + 2 * margin)
    let height = Canvas.number(drawing.height + 2 * margin)
    let corner = Canvas.number(-margin)
    let textures = drawing.shapes.flatMap(\.textures)
    let patterns = Texture.allCases.filter { $0 != .plain && textures.contains($0) }
      .map { $0.definition("\(prefix)-\($0.rawValue)") }
    let all = definitions + patterns
    return .tag(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": "\(corner) \(corner) \(width) \(height)",
        "width": width, "height": height, "role": "img",
        "aria-labelledby": "\(prefix)-title \(prefix)-summary", "class": "picture \(kind)",
      ],
      [
        .tag("title", ["id": "\(prefix)-title"], text: language.spelt(title)),
        .tag("desc", ["id": "\(prefix)-summary"], text: language.spelt(summary)),
      ] + (all.isEmpty ? [] : [.tag("defs", [:], all)]) + drawing.shapes.flatMap(canvas.markup))
  }
}

extension Picture {
  /// A number by its name and its path, as tips and summaries tell it.
  static func named(_ label: String, _ path: String) -> String {
    path.isEmpty || path == label ? Label.plain(label) : "\(Label.plain(label)) (\(Label.plain(path)))"
  }
}
