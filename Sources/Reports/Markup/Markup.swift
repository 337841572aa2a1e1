import Tables

/// A piece of SVG or HTML as a tree: text is escaped when it is written, so that no label can
/// become markup.
///
/// Written in the form that is at once HTML 5 and well-formed XML.
package indirect enum Markup: Sendable {
  case text(String)
  case element(String, [(name: String, value: String)], [Markup])
  /// A style sheet, written as it is: own constants only, without `<`, `&` or quotes from anyone
  /// else.
  case styleSheet(String)
  /// A script, written as it is: a constant of our own, without `<` and `&`, so that HTML and XML
  /// read the same.
  case script(String)

  /// An element with children.
  package static func tag(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ children: [Markup] = []
  ) -> Markup {
    .element(name, attributes.map { (name: $0.key, value: $0.value) }, children)
  }

  /// An element whose attributes are known only when it is made.
  static func attributed(
    _ name: String, _ attributes: [(String, String)], _ children: [Markup] = []
  ) -> Markup {
    .element(name, attributes.map { (name: $0.0, value: $0.1) }, children)
  }

  /// An element that holds text alone.
  package static func tag(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:], text: String
  ) -> Markup {
    .tag(name, attributes, [.text(text)])
  }

  /// A label from a scenario file: set apart so that its direction, found from its letters, leaves
  /// the text around it alone (HTML 5, `bdi`).
  package static func label(_ text: String) -> Markup {
    .tag("bdi", ["dir": "auto"], [.text(Label.plain(text))])
  }

  /// The same with the numbers of its texts in these digits, and with ``Minus`` before those below
  /// zero; code is for programs and stays as it is.
  func spelt(in digits: Digits) -> Markup {
    switch self {
    case .text(let text): .text(digits.spelt(Minus.set(in: text)))
    case .element(let name, let attributes, let children):
      name == "code" ? self : .element(name, attributes, children.map { $0.spelt(in: digits) })
    case .styleSheet, .script: self
    }
  }

  /// The text of the markup, children that are elements one to a line.
  package func written(indent: Int = 0) -> String {
    var output = ""
    write(to: &output, indent: indent)
    return output
  }

  private func write(to output: inout String, indent: Int) {
    switch self {
    case .text(let text): output += Self.escaped(text)
    case .styleSheet(let sheet): output += "<style>\n\(sheet)</style>"
    case .script(let script): output += "<script>\(script)</script>"
    case .element(let name, let attributes, let children):
      output += "<\(name)"
      for (key, value) in attributes { output += " \(key)=\"\(Self.escaped(value))\"" }
      if children.isEmpty, Self.void.contains(name) {
        output += "/>"
        return
      }
      output += ">"
      Self.write(children, to: &output, indent: indent)
      output += "</\(name)>"
    }
  }

  private static func write(_ children: [Markup], to output: inout String, indent: Int) {
    guard !children.contains(where: \.isText), !isOneLeaf(children), !children.isEmpty else {
      for child in children { child.write(to: &output, indent: indent) }
      return
    }
    for child in children {
      output += "\n" + String(repeating: " ", count: indent + 1)
      child.write(to: &output, indent: indent + 1)
    }
    output += "\n" + String(repeating: " ", count: indent)
  }

  private var isText: Bool { if case .text = self { true } else { false } }

  /// Whether there is but one child, which holds only text.
  private static func isOneLeaf(_ children: [Markup]) -> Bool {
    guard children.count == 1, case .element(_, _, let inner) = children[0] else { return false }
    return inner.allSatisfy(\.isText)
  }

  /// Elements that close themselves.
  private static let void: Set<String> = [
    "meta", "br", "wbr", "hr", "rect", "line", "circle", "path", "col", "input",
  ]

  /// `text` with the five characters of XML escaped, without the control characters that XML 1.0
  /// forbids and without those that would reorder the text around it.
  package static func escaped(_ text: String) -> String {
    var output = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !Label.isReordering(scalar) {
      switch scalar {
      case "&": output += "&amp;".unicodeScalars
      case "<": output += "&lt;".unicodeScalars
      case ">": output += "&gt;".unicodeScalars
      case "\"": output += "&quot;".unicodeScalars
      case "'": output += "&#39;".unicodeScalars
      case "\n", "\t", "\u{20}"..."\u{7E}", "\u{A0}"..."\u{FFFD}", "\u{10000}"...: output.append(scalar)
      default: output.append("\u{FFFD}")
      }
    }
    return String(output)
  }
}
