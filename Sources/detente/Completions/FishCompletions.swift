/// Completions for fish.
struct FishCompletions {
  let commands: [CommandSpecification]

  var script: String {
    let names = commands.map(\.name).joined(separator: " ")
    var lines = [
      "# fish completion for detente: put this file into ~/.config/fish/completions as \"detente.fish\".",
      """
      function __detente_paths
        set -l words (commandline -opc)
        for word in $words
          if string match -qr '\\\\.jsonc?$' -- $word
            $words[1] completions --paths $word 2>/dev/null | string replace -r '$' '='
            return
          end
        end
      end
      """,
      "complete -c detente -f",
    ]
    lines += commands.map {
      "complete -c detente -n __fish_use_subcommand -a \($0.name) -d \(quoted($0.summary))"
    }
    lines += [
      "complete -c detente -n __fish_use_subcommand -a help -d 'show help for a command'",
      "complete -c detente -n __fish_use_subcommand -l version -d 'show the version'",
      "complete -c detente -n '__fish_seen_subcommand_from help' -a \(quoted("\(names) \(TablesHelp.word)"))",
    ]
    lines += commands.flatMap(completions)
    return lines.joined(separator: "\n") + "\n"
  }

  private func completions(_ command: CommandSpecification) -> [String] {
    let start = "complete -c detente -n '__fish_seen_subcommand_from \(command.name)'"
    var lines = command.options.map { option in
      var line = start + " -l \(option.name)"
      if let short = option.short { line += " -s \(short)" }
      if option.valueName != nil { line += " -r" + action(option.completion) }
      return line + " -d \(quoted(option.help))"
    }
    if let completion = command.positional?.completion {
      let words = action(completion)
      if !words.isEmpty { lines.append(start + words) }
    }
    return lines
  }

  private func action(_ completion: Completion) -> String {
    switch completion {
    case .nothing: ""
    case .files: " -F"
    case .paths: " -a '(__detente_paths)'"
    case .directories: " -a '(__fish_complete_directories)'"
    case .choices(let words): " -a \(quoted(words.joined(separator: " ")))"
    }
  }

  /// Inside fish's single quotes a backslash escapes a quote or a backslash.
  private func quoted(_ text: String) -> String {
    "'" + text.map { $0 == "'" || $0 == "\\" ? "\\\($0)" : String($0) }.joined() + "'"
  }
}
