import Scenarios
import Tables

/// `detente completions SHELL`.
struct CompletionsCommand: Command {
  static let paths = Option(
    "paths", .text("SCENARIO", "the name of a scenario file", completion: .files),
    help: "print the paths of a scenario's numbers instead, one a line: what the scripts offer after --set")

  static let specification = CommandSpecification(
    name: "completions", summary: "print completions for bash, zsh or fish",
    discussion: [
      "Prints a script that teaches the shell to complete the commands and options of detente."
    ],
    positional: PositionalSpecification(
      valueName: "SHELL", count: 0...1, completion: .choices(Shell.allCases.map(\.rawValue))),
    options: [paths.specification],
    examples: [
      CommandSpecification.Example(
        line: "source <(detente completions bash)", meaning: "for this session of bash"),
      CommandSpecification.Example(
        line: "detente completions fish > ~/.config/fish/completions/detente.fish",
        meaning: "for every session of fish"),
    ])

  private enum Answer {
    case script(Shell)
    case paths(of: String)
  }

  private let answer: Answer

  init(_ arguments: ParsedArguments) throws(UsageError) {
    if let scenario = try arguments.value(of: CompletionsCommand.paths) {
      guard arguments.positionals.isEmpty else { throw UsageError("either SHELL or --paths, not both") }
      answer = .paths(of: scenario)
      return
    }
    guard let name = arguments.positionals.first else { throw UsageError("SHELL is missing") }
    guard let shell = Shell(rawValue: name) else {
      throw UsageError(
        "SHELL is \(either: Shell.allCases.map(\.rawValue)), not \(Quoting.quoted(name))")
    }
    answer = .script(shell)
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    switch answer {
    case .script(let shell): try console.emit(shell.completions(for: CommandList.specifications))
    case .paths(let path):
      let scenario = try ScenarioInput(path: path, overrides: [], policy: .insideDirectory)
        .read(console.muted(true)).scenario
      // Defaults have paths as well, and may be set.
      try console.emit(scenario.parameters.map { $0.path + "\n" }.joined())
    }
    return .done
  }
}
