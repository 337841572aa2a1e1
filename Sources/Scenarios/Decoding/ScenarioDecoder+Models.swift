import Bargaining

/// Other accounts of the same talks.
extension ScenarioDecoder {
  /// Most models of a scenario: each has a negotiation of its own in every thread.
  private static let mostModels = 64
  /// What belongs to the file and not to one account of the talks.
  static let ofTheFile = ["$schema", "extends", "name", "sources", "models"]

  mutating func decodeModels(_ top: Fields) -> [ModelPatch] {
    guard let member = top["models"] else {
      noteDefault("models", "{}")
      return []
    }
    guard let members = entries(member.value, "models") else { return [] }
    countCheck(members.count, 1...ScenarioDecoder.mostModels, "models", member.keySpan)
    let models = members.prefix(ScenarioDecoder.mostModels).compactMap { decodeModel($0) }
    if models.count == members.count, !models.isEmpty, models.allSatisfy({ $0.weight == 0 }) {
      diagnostics.error(at: member.keySpan, "the weights of the models are all 0")
    }
    return models
  }

  private mutating func decodeModel(_ entry: JSONMember) -> ModelPatch? {
    checkName(entry, of: "a model")
    guard
      let fields = fields(
        entry.value, anchor: entry.keySpan, path: "models.\(entry.key)",
        what: "model \(Quoting.quoted(entry.key))", keys: ["label", "weight", "patch"], mark: .none)
    else { return nil }
    let label = label(fields)
    let weight = decodeWeight(fields)
    guard
      let member = required(fields, "patch", hint: "an object with what the model changes; {} for nothing"),
      let changes = entries(member.value, "\(fields.path("patch"))")
    else { return nil }
    for change in changes where ScenarioDecoder.ofTheFile.contains(change.key) {
      diagnostics.error(
        at: change.keySpan, "a model cannot change \(Quoting.quoted(change.key))",
        hint: "it belongs to the file as a whole")
    }
    return ModelPatch(
      name: entry.key, label: label, weight: weight, patch: member.value, mark: fields.mark)
  }

  /// A plain number: which model is drawn must not hang on another draw.
  private mutating func decodeWeight(_ model: Fields) -> Double {
    guard let member = required(model, "weight", hint: "a number, 0 or above") else { return 1 }
    guard case .number(let weight) = member.value.value else {
      if case .object = member.value.value {
        diagnostics.error(
          at: member.value.span, "\(model.path("weight")) must be a plain number: it cannot be uncertain")
      } else {
        wrongType(member.value, "\(model.path("weight"))", "a number")
      }
      return 1
    }
    guard (0...1e9).contains(weight) else {
      diagnostics.error(
        at: member.value.span,
        "\(model.path("weight")) must be \(ScenarioDecoder.words(0...1e9)), not \(Quoting.decimal(weight))")
      return 1
    }
    return weight
  }
}
