import Tables

/// The help of the program and of its commands, made from the same declarations that the parser
/// reads.
struct HelpText {
  /// Columns available; text is never set wider than 100.
  let width: Int

  init(width: Int) {
    self.width = min(max(width, 30), 100)
  }

  /// What `detente` alone prints: two examples and the commands.
  func overview(of commands: [CommandSpecification]) -> String {
    """
    \(Prose.wrapped("detente simulates negotiations and shows how they may end.", width: width))

      detente run scenarios/paris-2025.jsonc
    \(explained("simulates the Paris talks 10,000 times and shows how often they end in which way"))

      detente sweep scenarios/paris-2025.jsonc --vary parties.hamas.willingness=0.2..0.9:8
    \(explained("the same at eight values of one number, as a table"))

    Commands:
    \(Prose.definitions(commands.map { ($0.name, $0.summary) }, width: width))

    \(Prose.wrapped("\"detente help COMMAND\" tells more about one of them, \"detente --version\" the version.", width: width))

    """
  }

  /// What `detente help NAME` prints.
  func page(of command: CommandSpecification) -> String {
    var sections = [
      Prose.wrapped("detente \(command.name): \(command.summary)", width: width),
      Prose.wrapped("Usage: \(command.usage)", width: width, indent: 7),
    ]
    sections += command.discussion.map { Prose.wrapped($0, width: width) }
    sections.append(
      "Options:\n" + Prose.definitions(command.options.map { ($0.synopsis, $0.help) }, width: width))
    if !command.examples.isEmpty {
      let examples = command.examples.map { "  \($0.line)\n\(explained($0.meaning))" }
      sections.append("Examples:\n" + examples.joined(separator: "\n"))
    }
    return sections.joined(separator: "\n\n") + "\n"
  }

  private func explained(_ meaning: String) -> String {
    "      " + Prose.wrapped(meaning, width: width, indent: 6)
  }
}
