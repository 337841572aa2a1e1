/// One option of a command as help, completions and the parser see it.
struct OptionSpecification: Sendable, Equatable {
  /// Long name without the dashes, such as `keep-runs`.
  let name: String
  /// One-letter alias, such as `o` for `-o`.
  let short: Character?
  /// Another name that it goes by, without the dashes.
  var alias: String?
  /// What stands for the value in help, such as `N`; `nil` for a flag, which takes no value.
  let valueName: String?
  /// Whether it may be given more than once.
  let repeats: Bool
  /// What it does: a sentence, without a capital and without a full stop.
  let help: String
  let completion: Completion

  /// As it is typed: `--keep-runs`.
  var typed: String { "--" + name }

  /// As it stands in help: `-o, --out DIR`.
  var synopsis: String {
    let long = valueName.map { "\(typed) \($0)" } ?? typed
    return short.map { "-\($0), \(long)" } ?? long
  }
}
