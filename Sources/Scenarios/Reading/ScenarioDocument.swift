/// The text of a scenario with all that it extends, merged into one tree, not yet given a meaning.
public struct ScenarioDocument: Sendable {
  /// The merged tree; `nil` if some file is too damaged for that.
  package let root: JSONNode?
  /// What was wrong up to here, and all the texts.
  package let diagnostics: Diagnostics
  /// Path or name of the scenario, as given.
  public let name: String

  /// The most files that may extend one another.
  static let longestChain = 32

  /// Reads a file and those that it extends. Faults in them wait for ``decode(settings:)``, so that
  /// they are told together with those of meaning.
  ///
  /// - Parameters:
  ///   - path: relative to the working directory, or absolute; `-` is the standard input.
  ///   - policy: which files it may extend.
  /// - Throws: ``ScenarioFault/noInput(_:)`` if the file itself cannot be read.
  public static func load(
    path: String, extending policy: ExtensionPolicy = .anywhere
  ) throws(ScenarioFault) -> ScenarioDocument {
    do throws(FileFault) {
      return load(try SourceText(reading: path), policy: policy)
    } catch {
      var diagnostics = Diagnostics()
      let file = diagnostics.add(SourceText(name: path, bytes: []))
      diagnostics.error(file: file, error.message)
      if case .tooLarge = error { throw .faulty(diagnostics) }
      throw .noInput(diagnostics)
    }
  }

  /// The same for a text that is at hand. What it extends is looked for beside `name`.
  public static func load(text: String, name: String) -> ScenarioDocument {
    load(SourceText(name: name, text: text))
  }

  /// The same for the texts of a scenario and of those that it extends, in the order of
  /// ``ScenarioReading/files``; nothing is read from disk.
  package static func load(files: [SourceText]) -> ScenarioDocument {
    guard let first = files.first else { return load(text: "", name: "") }
    return load(first, extended: files.dropFirst())
  }

  /// The texts that were read: the scenario, then those that it extends.
  package var files: [SourceText] { diagnostics.sources }

  /// The same for bytes that are at hand, valid UTF-8 or not.
  package static func load(
    _ source: SourceText, extended: ArraySlice<SourceText>? = nil, policy: ExtensionPolicy = .anywhere
  ) -> ScenarioDocument {
    var chain = ExtensionChain(from: source, texts: extended, policy: policy)
    let root = chain.load(source)
    return ScenarioDocument(root: root, diagnostics: chain.diagnostics, name: source.name)
  }
}
