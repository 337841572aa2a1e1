/// A command as the parser, the help and the completions see it. One declaration feeds all three.
struct CommandSpecification: Sendable {
  /// One command line and what it does.
  struct Example: Sendable, Equatable {
    let line: String
    let meaning: String
  }

  let name: String
  /// Half a sentence for the list of commands.
  let summary: String
  /// Paragraphs for `detente help NAME`.
  let discussion: [String]
  let positional: PositionalSpecification?
  let options: [OptionSpecification]
  let examples: [Example]

  init(
    name: String, summary: String, discussion: [String], positional: PositionalSpecification? = nil,
    options: [OptionSpecification] = [], examples: [Example] = []
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.positional = positional
    self.options =
      options
      + (Manner.specifications + [CommandSpecification.help]).filter { common in
        !options.contains { $0.name == common.name }
      }
    self.examples = examples
  }

  /// The option that every command has.
  static let help = OptionSpecification(
    name: "help", short: "h", valueName: nil, repeats: true, help: "show this help", completion: .nothing)

  func option(named name: some StringProtocol) -> OptionSpecification? {
    options.first { $0.name == name || $0.alias.map { $0 == name } ?? false }
  }

  func option(short letter: Character) -> OptionSpecification? {
    options.first { $0.short == letter }
  }

  /// The first line of the help: `detente run SCENARIO [options]`.
  var usage: String {
    ["detente", name, positional?.synopsis, "[options]"].compactMap(\.self).joined(separator: " ")
  }
}
