import Scenarios

/// `detente help [COMMAND]`.
struct HelpCommand: Command {
  /// How a page is written.
  enum Form: String, CaseIterable, Sendable {
    case text
    case markdown
  }

  static let format = Option(
    "format", .choice("KIND") as ValueKind<Form>,
    help: "of the page of a command: text for a terminal (unless given), markdown for a page of documentation"
  )

  static let specification = CommandSpecification(
    name: "help", summary: "tell how to use a command",
    discussion: [
      "Without a name it lists the commands. \"detente help tables\" says what every column of every table means, "
        + "\"detente help tables NAME\" those of one."
    ],
    positional: PositionalSpecification(
      valueName: "COMMAND", count: 0...2,
      completion: .choices(CommandList.specifications.map(\.name) + [TablesHelp.word])),
    options: [format.specification])

  private enum Subject {
    case commands
    case command(CommandSpecification)
    case tables(String?)
  }

  private let subject: Subject
  private let form: Form

  init(_ arguments: ParsedArguments) throws(UsageError) {
    let words = arguments.positionals
    let asked = try arguments.value(of: HelpCommand.format)
    form = asked ?? .text
    if asked != nil, words.first.map({ $0 == TablesHelp.word }) ?? true {
      throw UsageError("--format is of the page of a COMMAND")
    }
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
    case .command(let specification):
      switch form {
      case .text: try console.print(help.page(of: specification))
      case .markdown: try console.emit(CommandPage(command: specification).text)
      }
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
