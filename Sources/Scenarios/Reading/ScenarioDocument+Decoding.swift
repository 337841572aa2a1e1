import Bargaining

extension ScenarioDocument {
  /// Gives the document its meaning.
  ///
  /// - Parameter settings: values that replace those of the files, in order. They hold in every
  ///   model, after its patch, but for those of `models.…`; and `model=NAME` stands for a choice:
  ///   the scenario is then that model, without any others.
  /// - Throws: ``ScenarioFault/faulty(_:)`` with everything that is wrong, in the files and the
  ///   settings.
  public func decode(settings: [ScenarioSetting] = []) throws(ScenarioFault) -> ScenarioReading {
    var diagnostics = diagnostics
    let files = diagnostics.sources
    guard var root else { throw .faulty(diagnostics) }
    let choice = ModelChoice(settings)
    for setting in choice.ofModels { setting.apply(to: &root, &diagnostics) }
    let (tree, texts) = (root, diagnostics)
    if choice.chosen == nil {
      for setting in choice.ofTalks { setting.apply(to: &root, &diagnostics) }
    }

    var decoder = ScenarioDecoder(diagnostics, fileCount: files.count)
    let scenario = decoder.decode(root, identifier: ScenarioDocument.stem(of: name))
    let chosen = choice.place(among: decoder.models, &decoder.diagnostics)
    guard var scenario, choice.chosen == nil || chosen != nil else { throw .faulty(decoder.diagnostics) }

    let isSound = !decoder.diagnostics.hasErrors
    var accounts = decoder.models.isEmpty ? [Account(root, scenario)] : []
    for (place, patch) in decoder.models.enumerated() where chosen == nil || chosen == place {
      var model = ModelReading(
        patch, of: tree, texts, fileCount: files.count, settings: choice.ofTalks,
        identifier: ScenarioDocument.stem(of: name))
      // One that is played alone has tables of its own.
      if isSound, chosen == nil { model.checkShape(against: scenario) }
      decoder.diagnostics.merge(
        model.decoder.diagnostics, suffix: ", in model \(Quoting.quoted(patch.name))",
        unless: patch.writes(file:offset:))
      guard let talks = model.scenario else { continue }
      accounts.append(Account(model.tree, talks))
      if chosen == place {
        scenario = talks
        decoder.defaults = model.decoder.defaults
      } else {
        scenario.models.append(
          ScenarioModel(name: patch.name, label: patch.label, weight: patch.weight, scenario: talks))
        decoder.noteDefaults(of: model.decoder, in: patch.name)
      }
    }
    guard !decoder.diagnostics.hasErrors else { throw .faulty(decoder.diagnostics) }
    scenario.adoptNumbersOfModels()
    return ScenarioReading(
      scenario: scenario, diagnostics: decoder.diagnostics, defaults: decoder.defaults, files: files,
      accounts: accounts)
  }

  /// The file's name without folders and extension: `paris-2025`.
  static func stem(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
    return String(file[..<dot])
  }
}
