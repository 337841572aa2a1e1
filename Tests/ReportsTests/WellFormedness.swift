import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What an XML parser finds in a text: every element with its attributes, and whether it could read
/// to the end.
final class WellFormedness: NSObject, XMLParserDelegate {
  private(set) var elements: [(name: String, attributes: [String: String])] = []
  private(set) var characters = ""
  private(set) var isWellFormed = false
  /// What each element `text` says, with its attributes.
  private(set) var texts: [(attributes: [String: String], text: String)] = []
  private var isInText = false

  init(of text: String) {
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    isWellFormed = parser.parse()
  }

  /// Names of the elements, each once, in alphabetical order.
  var names: [String] { Set(elements.map(\.name)).sorted() }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    elements.append((name, attributes))
    isInText = name == "text"
    if isInText { texts.append((attributes, "")) }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    isInText = false
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    characters += string
    if isInText { texts[texts.count - 1].text += string }
  }
}
