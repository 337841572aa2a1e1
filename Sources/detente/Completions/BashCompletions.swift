/// Completions for bash, 3.2 and later.
struct BashCompletions {
  let commands: [CommandSpecification]

  var script: String {
    """
    # bash completion for detente: source this file, or put it into bash-completion's directory as "detente".
    _detente_paths() {
      local candidate
      for candidate in "${COMP_WORDS[@]}"; do
        case $candidate in
          *.jsonc|*.json) "${COMP_WORDS[0]}" completions --paths "$candidate" 2>/dev/null; return ;;
        esac
      done
    }
    _detente() {
      local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]}
      COMPREPLY=()
      if [ "$COMP_CWORD" -eq 1 ]; then
        COMPREPLY=($(compgen -W '\(commands.map(\.name).joined(separator: " ")) help --help --version' -- "$word"))
        return
      fi
      case ${COMP_WORDS[1]} in
    \(commands.map(branch).joined(separator: "\n"))
        help) COMPREPLY=($(compgen -W '\((commands.map(\.name) + [TablesHelp.word]).joined(separator: " "))' -- "$word")) ;;
      esac
    }
    complete -F _detente detente

    """
  }

  private func branch(_ command: CommandSpecification) -> String {
    let options = command.options.flatMap { option in
      [option.typed] + (option.short.map { ["-\($0)"] } ?? [])
    }
    let values = command.options.filter { $0.valueName != nil }.map { option in
      let patterns = ([option.typed] + (option.short.map { ["-\($0)"] } ?? [])).joined(separator: "|")
      return "        \(patterns)) \(reply(option.completion)); return ;;"
    }
    return """
          \(command.name))
            case $previous in
      \(values.joined(separator: "\n"))
            esac
            case $word in
              -*) COMPREPLY=($(compgen -W '\(options.joined(separator: " "))' -- "$word")) ;;
              *) \(reply(command.positional?.completion ?? .nothing)) ;;
            esac
            ;;
      """
  }

  private func reply(_ completion: Completion) -> String {
    switch completion {
    case .nothing: ":"
    case .files: "COMPREPLY=($(compgen -f -- \"$word\"))"
    case .paths:
      "type compopt >/dev/null 2>&1 && compopt -o nospace; COMPREPLY=($(compgen -S = -W \"$(_detente_paths)\" -- \"$word\"))"
    case .directories: "COMPREPLY=($(compgen -d -- \"$word\"))"
    case .choices(let words): "COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$word\"))"
    }
  }
}
