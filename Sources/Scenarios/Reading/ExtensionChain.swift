/// Follows `extends` from file to file and merges what it finds.
struct ExtensionChain {
  var diagnostics = Diagnostics()
  private let home: HomeDirectory
  private let policy: ExtensionPolicy
  /// The texts that are extended, when they are not to be read from disk.
  private var texts: ArraySlice<SourceText>?
  /// The files of the chain so far, by their true paths.
  private var visited: [String] = []

  init(from source: SourceText, texts: ArraySlice<SourceText>?, policy: ExtensionPolicy) {
    home = HomeDirectory(of: source.name)
    self.texts = texts
    self.policy = policy
  }

  /// Reads the chain that begins with `source`; `nil` if some file of it has no known shape.
  mutating func load(_ source: SourceText) -> JSONNode? {
    var trees: [JSONNode] = []
    var isComplete = true
    var next: SourceText? = source
    while let source = next {
      next = nil
      visited.append(HomeDirectory.truePath(source.name))
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
    // Before anything is looked at, so that not even whether there is such a file is told.
    if policy == .insideDirectory, !home.contains(path) {
      diagnostics.error(
        at: reference.span,
        "cannot extend \(Quoting.quoted(name)): it lies outside the directory of the scenario",
        hint: "only files in it and below it are read here")
      return nil
    }
    if visited.contains(HomeDirectory.truePath(path)) {
      diagnostics.error(at: reference.span, "extends leads back to \(Quoting.quoted(name))")
      return nil
    }
    if visited.count >= ScenarioDocument.longestChain {
      diagnostics.error(
        at: reference.span, "more than \(ScenarioDocument.longestChain) files extend one another")
      return nil
    }
    do throws(FileFault) {
      let text = try SourceText(readingFile: path)
      if !home.contains(path), let place = ForeignText.fault(in: text) {
        diagnostics.error(
          at: reference.span,
          "cannot extend \(Quoting.quoted(name)): it is no scenario, by its line \(place.line), column \(place.column)",
          hint: "it lies outside the directory of the scenario, so what stands there is not repeated here")
        return nil
      }
      return text
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
}
