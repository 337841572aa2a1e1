/// `detente man`.
struct ManCommand: Command {
  static let specification = CommandSpecification(
    name: "man", summary: "print the manual page",
    discussion: [
      "Prints the help of all commands as a manual page, in the macros of man(7). It is made from the same declarations "
        + "as --help."
    ],
    examples: [
      CommandSpecification.Example(line: "detente man | man -l -", meaning: "reads it at once"),
      CommandSpecification.Example(
        line: "detente man > ~/.local/share/man/man1/detente.1", meaning: "for \"man detente\""),
    ])

  init(_ arguments: ParsedArguments) throws(UsageError) {}

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    try console.emit(ManualPage(commands: CommandList.specifications).text)
    return .done
  }
}
