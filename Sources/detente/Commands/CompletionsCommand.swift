import Scenarios
import Tables

/// `detente completions SHELL`.
struct CompletionsCommand: Command {
  static let specification = CommandSpecification(
    name: "completions", summary: "print completions for bash, zsh or fish",
    discussion: [
      "Prints a script that teaches the shell to complete the commands and options of detente."
    ],
    positional: PositionalSpecification(
      valueName: "SHELL", count: 1...1, completion: .choices(Shell.allCases.map(\.rawValue))),
    examples: [
      CommandSpecification.Example(
        line: "source <(detente completions bash)", meaning: "for this session of bash"),
      CommandSpecification.Example(
        line: "detente completions fish > ~/.config/fish/completions/detente.fish",
        meaning: "for every session of fish"),
    ])

  private let shell: Shell

  init(_ arguments: ParsedArguments) throws(UsageError) {
    let name = arguments.positionals.first ?? ""
    guard let shell = Shell(rawValue: name) else {
      throw UsageError(
        "SHELL is \(Enumeration.either(Shell.allCases.map(\.rawValue))), not \(Quoting.quoted(name))")
    }
    self.shell = shell
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    try console.emit(shell.completions(for: CommandList.specifications))
    return .done
  }
}
