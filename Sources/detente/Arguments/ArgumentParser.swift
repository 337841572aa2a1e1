import Scenarios

/// Sorts the words of a command line by a command's specification.
///
/// Understood are `--name`, `--name value`, `--name=value`, `-n`, `-n value`, `-nvalue`, flags run
/// together (`-qh`), and `--`, after which nothing is an option. Options and the rest may come in
/// any order.
struct ArgumentParser {
  let command: CommandSpecification
  private var words: ArraySlice<String>
  private var parsed = ParsedArguments()

  /// Sorts `words`, the command line after the command's name.
  static func parse(_ words: [String], for command: CommandSpecification) throws(UsageError)
    -> ParsedArguments
  {
    var parser = ArgumentParser(command: command, words: words[...])
    try parser.sortWords()
    // Whoever asks for help has not finished typing the rest.
    if !parser.parsed.has(CommandSpecification.help) {
      try parser.countPositionals()
    }
    return parser.parsed
  }

  private init(command: CommandSpecification, words: ArraySlice<String>) {
    self.command = command
    self.words = words
  }

  private mutating func sortWords() throws(UsageError) {
    while let word = words.popFirst() {
      if word == "--" {
        parsed.positionals += words
        return
      } else if word.hasPrefix("--") {
        try takeLong(word.dropFirst(2))
      } else if word.hasPrefix("-"), word != "-" {
        try takeShort(word.dropFirst())
      } else {
        parsed.positionals.append(word)
      }
    }
  }

  private mutating func takeLong(_ word: Substring) throws(UsageError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let name = parts.first ?? ""
    guard let option = command.option(named: name) else {
      throw unknownOption("--" + name)
    }
    if parts.count == 2 {
      guard option.valueName != nil else {
        throw UsageError("\(option.typed) takes no value, but was given \(Quoting.quoted(String(parts[1])))")
      }
      try note(option, value: String(parts[1]))
    } else if option.valueName != nil {
      try note(option, value: try nextValue(of: option, typed: option.typed))
    } else {
      try note(option, value: nil)
    }
  }

  private mutating func takeShort(_ letters: Substring) throws(UsageError) {
    var rest = letters
    while let letter = rest.popFirst() {
      guard let option = command.option(short: letter) else {
        throw unknownOption("-" + letters)
      }
      guard option.valueName != nil else {
        try note(option, value: nil)
        continue
      }
      if rest.isEmpty {
        try note(option, value: try nextValue(of: option, typed: "-\(letter)"))
      } else {
        try note(option, value: String(rest.first == "=" ? rest.dropFirst() : rest))
      }
      return
    }
  }

  private mutating func nextValue(of option: OptionSpecification, typed: String) throws(UsageError) -> String
  {
    let valueName = option.valueName ?? ""
    guard let next = words.first else {
      throw UsageError("\(typed) needs a value: \("\(typed) \(valueName)")")
    }
    // An option where a value should stand is a forgotten value far more often than a strange file
    // name.
    guard !next.hasPrefix("-") || next == "-" || Double(next) != nil else {
      throw UsageError(
        "\(typed) needs a value before \(Quoting.quoted(next)); a value that begins with a dash is written \("\(option.typed)=\(valueName)")"
      )
    }
    words.removeFirst()
    return next
  }

  private mutating func note(_ option: OptionSpecification, value: String?) throws(UsageError) {
    guard option.repeats || !parsed.has(option) else {
      throw UsageError("\(option.typed) was given twice")
    }
    parsed.occurrences.append(ParsedArguments.Occurrence(name: option.name, value: value))
  }

  private func unknownOption(_ typed: String) -> UsageError {
    let names = command.options.map(\.typed)
    return UsageError(
      "unknown option \(Quoting.quoted(typed))\(Suggestion.ending(for: typed, among: names))")
  }

  private func countPositionals() throws(UsageError) {
    let given = parsed.positionals
    guard let positional = command.positional else {
      guard let first = given.first else { return }
      throw UsageError("nothing but options is expected, not \(Quoting.quoted(first))")
    }
    if given.count < positional.count.lowerBound {
      throw UsageError("\(positional.valueName) is missing")
    }
    if given.count > positional.count.upperBound {
      let extra = given[positional.count.upperBound]
      throw UsageError(
        "only one \(positional.valueName) is expected, and \(Quoting.quoted(extra)) is one more")
    }
  }
}
