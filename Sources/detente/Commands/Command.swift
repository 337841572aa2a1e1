/// One of the things that the program does.
protocol Command: Sendable {
  /// What help, completions and the parser know of it.
  static var specification: CommandSpecification { get }

  /// Takes what was typed; every fault of the command line is found here, before any work begins.
  init(_ arguments: ParsedArguments) throws(UsageError)

  /// Does the work.
  func run(on console: Console) throws(CommandFailure) -> ExitStatus
}
