import Foundation

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
  /// - Throws: ``ScenarioFault/noInput(_:)`` if the file itself cannot be read.
  public static func load(path: String) throws(ScenarioFault) -> ScenarioDocument {
    do throws(FileFault) {
      return load(try SourceText(reading: path))
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

  /// The same for the texts of a scenario and of those that it extends, in the order of ``ScenarioReading/files``; nothing
  /// is read from disk.
  public static func load(files: [SourceText]) -> ScenarioDocument {
    guard let first = files.first else { return load(text: "", name: "") }
    return load(first, extended: files.dropFirst())
  }

  /// The texts that were read: the scenario, then those that it extends.
  public var files: [SourceText] { diagnostics.sources }

  /// The same for bytes that are at hand, valid UTF-8 or not.
  package static func load(
    _ source: SourceText, extended: ArraySlice<SourceText>? = nil
  ) -> ScenarioDocument {
    var chain = ExtensionChain(texts: extended)
    let root = chain.load(source)
    return ScenarioDocument(root: root, diagnostics: chain.diagnostics, name: source.name)
  }
}

/// Follows `extends` from file to file and merges what it finds.
private struct ExtensionChain {
  var diagnostics = Diagnostics()
  /// The texts that are extended, when they are not to be read from disk.
  private var texts: ArraySlice<SourceText>?
  /// The files of the chain so far, by their true paths.
  private var visited: [String] = []

  init(texts: ArraySlice<SourceText>?) { self.texts = texts }

  /// Reads the chain that begins with `source`; `nil` if some file of it has no known shape.
  mutating func load(_ source: SourceText) -> JSONNode? {
    var trees: [JSONNode] = []
    var isComplete = true
    var next: SourceText? = source
    while let source = next {
      next = nil
      visited.append(ExtensionChain.truePath(source.name))
      let file = diagnostics.add(source)
      let result = JSONParser.parse(file: file, &diagnostics)
      guard let root = result.root else { return nil }
      isComplete = isComplete && result.isShapeKnown
      trees.append(root)
      if let reference = root["extends"] {
        next = extended(by: reference, in: source)
        isComplete = isComplete && next != nil
      }
    }
    guard isComplete, let base = trees.last else { return nil }
    var merged = base
    for variant in trees.dropLast().reversed() {
      MergePatch.apply(variant, to: &merged, &diagnostics)
    }
    return merged
  }

  /// The text that `reference` names, or `nil` after saying why there is none.
  private mutating func extended(by reference: JSONNode, in source: SourceText) -> SourceText? {
    guard case .string(let name) = reference.value else {
      if case .faulty = reference.value { return nil }
      diagnostics.error(
        at: reference.span, "extends must be the path of a scenario file, not \(reference.value.kind)")
      return nil
    }
    if texts != nil {
      guard let text = texts?.popFirst() else {
        diagnostics.error(at: reference.span, "the text of \(Quoting.quoted(name)) is missing")
        return nil
      }
      return text
    }
    let path = ExtensionChain.path(name, beside: source.name)
    if visited.contains(ExtensionChain.truePath(path)) {
      diagnostics.error(at: reference.span, "extends leads back to \(Quoting.quoted(name))")
      return nil
    }
    if visited.count >= ScenarioDocument.longestChain {
      diagnostics.error(
        at: reference.span, "more than \(ScenarioDocument.longestChain) files extend one another")
      return nil
    }
    do throws(FileFault) {
      return try SourceText(reading: path)
    } catch {
      diagnostics.error(
        at: reference.span, "cannot extend \(Quoting.quoted(name)): \(error.message)",
        hint: error == .missing ? "looked for \(Quoting.visible(path, upTo: 1_000))" : "")
      return nil
    }
  }

  private static func path(_ name: String, beside file: String) -> String {
    if name.hasPrefix("/") { return name }
    guard let slash = file.lastIndex(of: "/") else { return name }
    return String(file[...slash]) + name
  }

  /// The path with links followed and `.` and `..` resolved, to tell whether two names mean one file.
  private static func truePath(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
