import Results
import Tables

/// The manual page, from the declarations that the parser and the help read, in the macros of
/// man(7).
struct ManualPage {
  let commands: [CommandSpecification]

  var text: String {
    let head = [
      ".TH DETENTE 1 \"\" \(quoted("detente \(Release.version)")) \"User Commands\"",
      ".SH NAME", "detente \\- simulate negotiations and show how they may end",
      ".SH SYNOPSIS",
    ]
    let synopsis = commands.flatMap {
      [".B \(word("detente \($0.name)"))", "\(line(arguments(of: $0)))", ".br"]
    }
    let sections = commands.flatMap(section)
    let exits = ExitStatus.meanings.flatMap { [".TP", ".B \($0.status)", line($0.meaning)] }
    let environment = [
      ("NO_COLOR", "set to anything: no colour, unless --color asks for it"),
      ("COLUMNS", "the width of lines, where the output is no terminal"),
      ("TERM", "dumb: neither colour nor anything but ASCII in pictures"),
      ("LC_ALL, LC_CTYPE, LANG", "the first that is set; where it names no UTF-8, text is written in ASCII"),
    ].flatMap { [".TP", ".B \(word($0.0))", line($0.1)] }
    return
      (head + synopsis + [".SH COMMANDS"] + sections + [".SH EXIT STATUS"] + exits + [".SH ENVIRONMENT"]
      + environment).joined(separator: "\n") + "\n"
  }

  private func arguments(of command: CommandSpecification) -> String {
    [command.positional?.synopsis, "[options]"].compactMap(\.self).joined(separator: " ")
  }

  private func section(of command: CommandSpecification) -> [String] {
    var lines = [".SS \(quoted("detente \(command.name)"))", line("\(command.summary).".capitalisedFirst)]
    for paragraph in command.discussion { lines += [".PP", line(paragraph)] }
    for option in command.options { lines += [".TP", ".B \(word(option.synopsis))", line(option.help)] }
    if !command.examples.isEmpty { lines += [".PP", "Examples:"] }
    for example in command.examples {
      lines += [".PP", ".nf", "    \(word(example.line))", ".fi", line(example.meaning)]
    }
    return lines
  }

  /// A line of text: nothing in it is a request or an escape.
  private func line(_ text: String) -> String {
    let escaped = word(text)
    return escaped.hasPrefix(".") || escaped.hasPrefix("'") ? "\\&" + escaped : escaped
  }

  /// Backslashes and hyphens, which roff would take for escapes and for breaks; quotes and other
  /// signs of typography by their names.
  private func word(_ text: String) -> String {
    text.map { character in
      switch character {
      case "\\": "\\e"
      case "-": "\\-"
      case "\"": "\\(dq"
      case "–": "\\(en"
      case "…": "..."
      default: String(character)
      }
    }.joined()
  }

  private func quoted(_ text: String) -> String { "\"\(word(text))\"" }
}
