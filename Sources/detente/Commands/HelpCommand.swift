import Scenarios

/// `detente help [COMMAND]`.
struct HelpCommand: Command {
  static let specification = CommandSpecification(
    name: "help", summary: "tell how to use a command",
    discussion: [
      "Without a name it lists the commands. \"detente help tables\" says what every column of every table means, "
        + "\"detente help tables NAME\" those of one."
    ],
    positional: PositionalSpecification(
      valueName: "COMMAND", count: 0...2,
      completion: .choices(CommandList.specifications.map(\.name) + [TablesHelp.word])))

  private enum Subject {
    case commands
    case command(CommandSpecification)
    case tables(String?)
  }

  private let subject: Subject

  init(_ arguments: ParsedArguments) throws(UsageError) {
    let words = arguments.positionals
    guard let name = words.first else {
      subject = .commands
      return
    }
    if name == TablesHelp.word {
      let table = words.dropFirst().first
      _ = try TablesHelp(width: 80).page(of: table)
      subject = .tables(table)
      return
    }
    if let extra = words.dropFirst().first {
      throw UsageError("only one COMMAND is expected, and \(Quoting.quoted(extra)) is one more")
    }
    subject = .command(try CommandList.command(named: name).specification)
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let help = HelpText(width: console.width)
    switch subject {
    case .commands: try console.print(help.overview(of: CommandList.overview))
    case .command(let specification): try console.print(help.page(of: specification))
    case .tables(let name):
      let page: String
      do { page = try TablesHelp(width: help.width).page(of: name) } catch {
        throw CommandFailure(.usage, error.message)
      }
      try console.print(page)
    }
    return .done
  }
}
