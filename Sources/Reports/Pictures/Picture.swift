/// A drawing as SVG: named and described for those who hear it, legible without colour, its text
/// selectable, without scripts, and the same bytes on every machine.
public struct Picture: Sendable {
  /// Name of a file without extension, such as `endings`; also the prefix of the identifiers
  /// inside.
  public let name: String
  /// What it shows, in a few words.
  public let title: String
  /// What one would read off it, in sentences: all its numbers, for those who do not see it.
  public let summary: String
  package let width: Double
  package let height: Double
  private let shapes: [Markup]

  package init(
    name: String, title: String, summary: String, width: Double, height: Double, shapes: [Markup]
  ) {
    self.name = name
    self.title = title
    self.summary = summary
    self.width = width
    self.height = height
    self.shapes = shapes
  }

  /// A file of its own, with its style sheet.
  public var svg: String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + root([.tag("defs", [:], [.styleSheet(PictureStyle.standalone)])], margin: 16).written() + "\n"
  }

  /// As part of a page that holds ``PictureStyle``.
  package var inline: Markup { root([], margin: 0) }

  private func root(_ extra: [Markup], margin: Double) -> Markup {
    let size = (width: Shapes.number(width + 2 * margin), height: Shapes.number(height + 2 * margin))
    let box = "\(Shapes.number(-margin)) \(Shapes.number(-margin)) \(size.width) \(size.height)"
    let identifiers = "\(name)-title \(name)-summary"
    return .tag(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "viewBox": box, "width": size.width,
        "height": size.height, "role": "img", "aria-labelledby": identifiers,
        "class": "picture",
      ],
      [
        .tag("title", ["id": "\(name)-title"], text: title),
        .tag("desc", ["id": "\(name)-summary"], text: summary),
      ] + extra + shapes)
  }
}
