import Scenarios
import Tables

/// The commands by name.
enum CommandList {
  /// Those that the short help lists, in that order.
  static let listed: [any Command.Type] = [
    NewCommand.self, RunCommand.self, CheckCommand.self, TraceCommand.self, SweepCommand.self,
    MergeCommand.self,
    VerifyCommand.self, SensitivityCommand.self, LeversCommand.self, FormulaCommand.self, GivenCommand.self,
    AnswersCommand.self,
    CompareCommand.self, ScoreCommand.self, ReportCommand.self, PlotCommand.self, ExportCommand.self,
    EvidenceCommand.self, BenchCommand.self,
    DoctorCommand.self, CompletionsCommand.self, ManCommand.self,
  ]

  /// All that have a help page.
  static let available: [any Command.Type] = listed

  /// Commands of the design that this version does not have.
  private static let absent = ["import", "convert"]

  /// What the short help lists.
  static var overview: [CommandSpecification] { listed.map { $0.specification } }

  /// What completions know.
  static var specifications: [CommandSpecification] { available.map { $0.specification } }

  static func command(named name: String) throws(UsageError) -> any Command.Type {
    if let command = available.first(where: { $0.specification.name == name }) { return command }
    if name == HelpCommand.specification.name { return HelpCommand.self }
    let names = specifications.map(\.name)
    if absent.contains(name) {
      throw UsageError("\(name) is not in this version; its commands are \(all: names)")
    }
    let ending = Suggestion.ending(
      for: name, among: names, otherwise: "; the commands are \(all: names)")
    throw UsageError("unknown command \(Quoting.quoted(name))\(ending)")
  }
}
