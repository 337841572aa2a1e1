/// Completions for zsh.
struct ZshCompletions {
  let commands: [CommandSpecification]

  var script: String {
    """
    #compdef detente
    # zsh completion for detente: put this file into a directory of $fpath as "_detente".
    _detente_paths() {
      local candidate
      for candidate in $words; do
        case $candidate in
          *.jsonc|*.json)
            compadd -S = -- ${(f)"$(${_detente_program:-detente} completions --paths $candidate 2>/dev/null)"}
            return ;;
        esac
      done
    }
    _detente() {
      local _detente_program=$words[1]
      local -a commands
      commands=(
    \(commands.map { "    " + Shell.quoted("\($0.name):\(escaped($0.summary))") }.joined(separator: "\n"))
        'help:show help for a command'
      )
      if (( CURRENT == 2 )); then
        _describe 'command' commands
        return
      fi
      local command=$words[2]
      shift words
      (( CURRENT-- ))
      case $command in
    \(commands.map(branch).joined(separator: "\n"))
        help) commands+=('\(TablesHelp.word):what the columns of tables mean'); _describe 'command' commands ;;
      esac
    }
    if [ "$funcstack[1]" = "_detente" ]; then
      _detente "$@"
    else
      compdef _detente detente
    fi

    """
  }

  private func branch(_ command: CommandSpecification) -> String {
    var arguments = command.options.flatMap(lines)
    if let positional = command.positional {
      let prefix = positional.count.upperBound > 1 ? "*" : "1"
      arguments.append(
        Shell.quoted("\(prefix):\(positional.valueName.lowercased()):\(action(positional.completion))"))
    }
    return "    \(command.name)) _arguments " + arguments.joined(separator: " \\\n      ") + " ;;"
  }

  private func lines(_ option: OptionSpecification) -> [String] {
    let names = [option.typed] + (option.short.map { ["-\($0)"] } ?? [])
    return names.map { name in
      let star = option.repeats && option.valueName != nil ? "*" : ""
      let value = option.valueName.map {
        ":\($0.lowercased().filter { $0 != ":" }):\(action(option.completion))"
      }
      return Shell.quoted("\(star)\(name)[\(escaped(option.help))]\(value ?? "")")
    }
  }

  private func action(_ completion: Completion) -> String {
    switch completion {
    case .nothing: ""
    case .files: "_files"
    case .paths: "_detente_paths"
    case .directories: "_files -/"
    case .choices(let words): "(\(words.joined(separator: " ")))"
    }
  }

  private func escaped(_ text: String) -> String {
    text.map { "[]:\\".contains($0) ? "\\\($0)" : String($0) }.joined()
  }
}
