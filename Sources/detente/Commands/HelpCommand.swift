/// `detente help [COMMAND]`.
struct HelpCommand: Command {
  static let specification = CommandSpecification(
    name: "help", summary: "tell how to use a command",
    discussion: ["Without a name it lists the commands."],
    positional: PositionalSpecification(
      valueName: "COMMAND", count: 0...1,
      completion: .choices(CommandList.specifications.map(\.name))))

  private let page: CommandSpecification?

  init(_ arguments: ParsedArguments) throws(UsageError) {
    guard let name = arguments.positionals.first else {
      page = nil
      return
    }
    page = try CommandList.command(named: name).specification
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let help = HelpText(width: console.width)
    try console.print(
      page.map(help.page) ?? help.overview(of: CommandList.overview))
    return .done
  }
}
