/// A file outside the directory of the scenario that extends it. It may be any file, a scenario
/// written by somebody may name any, and diagnostics quote what they complain of; so nothing is
/// made of it unless it looks like a scenario.
enum ForeignText {
  /// Where a text turns out not to be a scenario: at its first fault of syntax, or at the first key
  /// of its top level that no scenario has.
  static func fault(in text: SourceText) -> SourcePosition? {
    var diagnostics = Diagnostics()
    let result = JSONParser.parse(file: diagnostics.add(text), &diagnostics)
    if diagnostics.hasErrors, let first = diagnostics.list().first(where: { $0.severity == .error }) {
      return first.position ?? text.position(at: 0)
    }
    guard result.isShapeKnown, let members = result.root?.members else { return text.position(at: 0) }
    return members.first { !ScenarioDecoder.topLevelKeys.contains($0.key) }.map {
      text.position(at: Int($0.keySpan.start))
    }
  }
}
