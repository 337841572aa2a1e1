import Bargaining

extension ScenarioDocument {
  /// Gives the document its meaning.
  ///
  /// - Parameter settings: values that replace those of the files, in order.
  /// - Throws: ``ScenarioFault/faulty(_:)`` with everything that is wrong, in the files and the
  ///   settings.
  public func decode(settings: [ScenarioSetting] = []) throws(ScenarioFault) -> ScenarioReading {
    var diagnostics = diagnostics
    let files = diagnostics.sources
    guard var root else { throw .faulty(diagnostics) }
    for setting in settings { setting.apply(to: &root, &diagnostics) }

    var decoder = ScenarioDecoder(diagnostics, fileCount: files.count)
    let scenario = decoder.decode(root, identifier: ScenarioDocument.stem(of: name))
    guard let scenario, !decoder.diagnostics.hasErrors else { throw .faulty(decoder.diagnostics) }
    return ScenarioReading(
      scenario: scenario, diagnostics: decoder.diagnostics, defaults: decoder.defaults, files: files)
  }

  /// The file's name without folders and extension: `paris-2025`.
  static func stem(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
    return String(file[..<dot])
  }
}
