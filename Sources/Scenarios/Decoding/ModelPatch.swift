import Bargaining
import Tables

/// One of the models that a file describes: the changes that make it of the file.
struct ModelPatch {
  let name: String
  let label: LocalizedText?
  let weight: Double
  /// The changes, a merge patch; an object.
  let patch: JSONNode
  /// What the numbers of the patch rest on unless they say otherwise.
  let mark: Mark
  /// Where what the patch writes begins, so that a fault there needs no word on which model it is.
  private let starts: Set<Start>

  private struct Start: Hashable {
    let file: Int
    let offset: Int

    init(_ span: SourceSpan) { (file, offset) = (Int(span.file), Int(span.start)) }
    init(file: Int, offset: Int) { (self.file, self.offset) = (file, offset) }
  }

  init(name: String, label: LocalizedText?, weight: Double, patch: JSONNode, mark: Mark) {
    self.name = name
    self.label = label
    self.weight = weight
    self.patch = patch
    self.mark = mark
    var starts: Set<Start> = []
    ModelPatch.collect(patch, into: &starts)
    self.starts = starts
  }

  private static func collect(_ node: JSONNode, into starts: inout Set<Start>) {
    starts.insert(Start(node.span))
    switch node.value {
    case .object(let members):
      for member in members {
        starts.insert(Start(member.keySpan))
        collect(member.value, into: &starts)
      }
    case .array(let elements): for element in elements { collect(element, into: &starts) }
    default: break
    }
  }

  /// Whether the patch writes what begins there.
  func writes(_ span: SourceSpan) -> Bool { starts.contains(Start(span)) }

  func writes(file: Int, offset: Int?) -> Bool {
    offset.map { starts.contains(Start(file: file, offset: $0)) } ?? false
  }

  /// The place in the patch where a path leads, or where it ends before that.
  func span(of path: [String]) -> SourceSpan {
    var (node, span) = (patch, patch.span)
    for key in path {
      guard let member = node.members?.first(where: { $0.key == key }) else { break }
      (node, span) = (member.value, member.keySpan)
    }
    return span
  }
}

/// What all models of a scenario must have in common, since their runs are told in the same tables.
struct ModelShape {
  /// A difference, and the path of what makes it.
  struct Difference {
    let words: Message
    let path: [String]
  }

  /// In what a model differs from the file as it stands; `nil` in nothing.
  static func difference(of model: Scenario, from file: Scenario) -> Difference? {
    if model.rounds != file.rounds { return Difference(words: "the number of rounds", path: ["rounds"]) }
    if model.roundUnit != file.roundUnit {
      return Difference(words: "what a round stands for", path: ["round_unit"])
    }
    let phases = { (scenario: Scenario) in scenario.implementation?.phases.map(\.name) ?? [] }
    let named: [(kind: Message, path: [String], mine: [String], theirs: [String])] = [
      ("issues", ["issues"], model.issues.map(\.name), file.issues.map(\.name)),
      ("parties", ["parties"], model.parties.map(\.name), file.parties.map(\.name)),
      ("mediators", ["mediators"], model.mediators.map(\.name), file.mediators.map(\.name)),
      ("forums", ["forums"], model.forums.map(\.name), file.forums.map(\.name)),
      ("tolls", ["tolls"], model.tolls.map(\.name), file.tolls.map(\.name)),
      ("phases", ["implementation", "phases"], phases(model), phases(file)),
    ]
    for (kind, path, mine, theirs) in named where mine != theirs {
      let other = mine.first { !theirs.contains($0) } ?? theirs.first { !mine.contains($0) }
      return Difference(
        words: "which \(kind) there are, and their order", path: path + [other].compactMap(\.self))
    }
    for (mine, theirs) in zip(model.issues, file.issues) {
      if mine.options.map(\.name) != theirs.options.map(\.name) {
        let key = mine.isNumeric && !mine.options.isEmpty ? "range" : "options"
        return Difference(
          words: "the options of issue \(Quoting.quoted(mine.name)), and their order",
          path: ["issues", mine.name, key])
      }
      if mine.isOnAgenda != theirs.isOnAgenda {
        return Difference(words: "which issues are on the agenda", path: ["agenda", "issues"])
      }
    }
    for (mine, theirs) in zip(model.parties, file.parties) where mine.isAskedAtHome != theirs.isAskedAtHome {
      return Difference(
        words: "whether party \(Quoting.quoted(mine.name)) has to ask at home",
        path: ["parties", mine.name, "ratification"])
    }
    return nil
  }
}
