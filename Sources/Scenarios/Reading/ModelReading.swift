import Bargaining

/// One model of a file, given its meaning: the file with the patch merged and the settings applied.
struct ModelReading {
  var decoder: ScenarioDecoder
  /// `nil` if the patched tree is no object.
  let scenario: Scenario?
  /// The file with the patch merged and the settings applied.
  let tree: JSONNode
  private let patch: ModelPatch

  /// - Parameters:
  ///   - patch: what the model changes.
  ///   - tree: the file.
  ///   - diagnostics: the texts read so far, and what was wrong with them.
  ///   - fileCount: how many of the texts are files.
  ///   - settings: values that replace those of the file, in order.
  ///   - identifier: of the scenario.
  init(
    _ patch: ModelPatch, of tree: JSONNode, _ diagnostics: Diagnostics, fileCount: Int,
    settings: [ScenarioSetting], identifier: String
  ) {
    self.patch = patch
    var diagnostics = diagnostics
    var tree = tree
    if case .object(let members) = tree.value {
      tree.value = .object(members.filter { $0.key != "models" })
    }
    var changes = patch.patch
    if case .object(let members) = changes.value {
      // What no model can change has been reported.
      changes.value = .object(members.filter { !ScenarioDecoder.ofTheFile.contains($0.key) })
    }
    MergePatch.apply(changes, to: &tree, &diagnostics)
    for setting in settings { setting.apply(to: &tree, &diagnostics) }
    self.tree = tree
    decoder = ScenarioDecoder(diagnostics, fileCount: fileCount, patchedBy: patch)
    scenario = decoder.decode(tree, identifier: identifier)
  }

  /// Reports where the runs of the model would not fit into the tables of the scenario.
  mutating func checkShape(against file: Scenario) {
    guard !decoder.diagnostics.hasErrors, let scenario,
      let difference = ModelShape.difference(of: scenario, from: file)
    else { return }
    decoder.diagnostics.error(
      at: patch.span(of: difference.path), "a model cannot change \(difference.words)",
      hint: "all models are told in the same tables")
  }
}

extension ScenarioDecoder {
  /// Adds the defaults that a model relies on and the file as it stands does not, as what would
  /// stand in the patch.
  mutating func noteDefaults(of model: ScenarioDecoder, in name: String) {
    let known = Set(defaults)
    for taken in model.defaults where !known.contains(taken) && taken.path != "models" {
      noteDefault("models.\(name).patch.\(taken.path)", taken.value)
    }
  }
}

extension Scenario {
  /// Adds the numbers that only models have, so that they have a place to be moved from.
  mutating func adoptNumbersOfModels() {
    guard !models.isEmpty else { return }
    var known = Set(parameters.map(\.path))
    for parameter in models.flatMap(\.scenario.parameters) where known.insert(parameter.path).inserted {
      parameters.append(parameter)
    }
  }

  /// Every number that the files give or leave to a default: those of the scenario, then those
  /// that a model has otherwise, by what would be their path in the file.
  package var writtenParameters: [Parameter] {
    guard !models.isEmpty else { return parameters }
    let own = Dictionary(parameters.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return parameters
      + models.flatMap { model in
        model.scenario.parameters.filter { own[$0.path] != $0 }.map { parameter in
          var parameter = parameter
          parameter.path = "models.\(model.name).patch.\(parameter.path)"
          return parameter
        }
      }
  }
}
