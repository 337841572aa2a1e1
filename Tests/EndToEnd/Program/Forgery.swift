import Foundation

/// Changes files of a result as an accident or a person would.
struct Forgery {
  let place: Workplace
  /// The directory of the result.
  let result: String

  /// Changes the text of a file.
  ///
  /// - Parameter isCoveredUp: makes the manifest agree again: size and digest of the file, and the
  ///   seal.
  func edit(_ file: String, isCoveredUp: Bool = false, _ change: (String) throws -> String) throws {
    try place.write(change(place.text(of: "\(result)/\(file)")), to: "\(result)/\(file)")
    guard isCoveredUp else { return }
    if file != "manifest.json" { try list(file) }
    try seal()
  }

  /// Changes the lines of a table, the heading being the first.
  func editLines(_ file: String, isCoveredUp: Bool = false, _ change: (inout [String]) -> Void) throws {
    try edit(file, isCoveredUp: isCoveredUp) { text in
      var lines = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
      change(&lines)
      return lines.map { $0 + "\n" }.joined()
    }
  }

  /// Writes the true size and digest of a file into the manifest.
  func list(_ file: String) throws {
    let bytes = try Data(contentsOf: place.url.appending(path: "\(result)/\(file)")).count
    let digest = try digest(of: "\(result)/\(file)")
    let manifest = try place.text(of: "\(result)/manifest.json")
    let entry = try Regex(
      "\"name\": \"\(NSRegularExpression.escapedPattern(for: file))\",\\s+\"bytes\": \\d+,\\s+\"sha256\": \"[0-9a-f]{64}\""
    )
    try place.write(
      manifest.replacing(
        entry,
        with: "\"name\": \"\(file)\",\n      \"bytes\": \(bytes),\n      \"sha256\": \"\(digest)\""),
      to: "\(result)/manifest.json")
  }

  /// Seals the manifest as the documentation says: the digest of all that precedes the comma before
  /// the seal.
  func seal() throws {
    let text = try place.text(of: "\(result)/manifest.json")
    guard let end = text.range(of: ",\n  \"seal\": ", options: .backwards) else { return }
    try place.write(String(text[..<end.lowerBound]), to: "body")
    let digest = try digest(of: "body")
    try place.write(
      text[..<end.lowerBound] + ",\n  \"seal\": \"\(digest)\"\n}\n", to: "\(result)/manifest.json")
  }

  /// By another program than the one that is tested.
  func digest(of path: String) throws -> String {
    let outcome = try place.program.shell("sha256sum < '\(path)' 2>/dev/null || shasum -a 256 < '\(path)'")
    return String(outcome.output.prefix(64))
  }
}
