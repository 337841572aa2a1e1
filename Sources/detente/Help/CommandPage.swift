import Tables

/// The page of a command in Markdown, from the declarations that the parser and the help read:
/// what `.ci/articles` puts into the documentation.
struct CommandPage {
  let command: CommandSpecification

  var text: String {
    var parts = [
      "# detente \(command.name)", "\(sentence(command.summary)).", "## Overview",
      "```text\n\(command.usage)\n```",
    ]
    parts += command.discussion.map(plain)
    let rows = command.options.map { "| `\($0.synopsis)` | \(plain($0.help)) |" }
    parts.append(
      (["## Options", "", "| option | what it does |", "|---|---|"] + rows).joined(separator: "\n"))
    if !command.examples.isEmpty {
      let lines = command.examples.map { "- `\($0.line)`: \(plain($0.meaning))" }
      parts.append("## Lines to begin with\n\n" + lines.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func sentence(_ text: String) -> String { plain(text.capitalisedFirst) }

  /// Text in which nothing is a mark of Markdown.
  private func plain(_ text: String) -> String {
    text.map { character in
      "\\`*_<>[]|".contains(character) ? "\\\(character)" : String(character)
    }.joined()
  }
}
