import Scenarios
import Tables

/// What was typed after a command's name, sorted into options and the rest, values still as text.
struct ParsedArguments: Sendable, Equatable {
  /// One option as it was typed.
  struct Occurrence: Sendable, Equatable {
    let name: String
    /// `nil` for a flag.
    let value: String?
  }

  /// In the order of the command line.
  var occurrences: [Occurrence] = []
  var positionals: [String] = []

  /// Whether a flag was given.
  func has(_ flag: Flag) -> Bool { has(flag.specification) }

  func has(_ option: OptionSpecification) -> Bool {
    occurrences.contains { $0.name == option.name }
  }

  /// The value of an option, or `nil` when it was not given.
  func value<Value>(of option: Option<Value>) throws(UsageError) -> Value? {
    try values(of: option).last
  }

  /// All values of an option that may be repeated, in order.
  func values<Value>(of option: Option<Value>) throws(UsageError) -> [Value] {
    var values: [Value] = []
    for occurrence in occurrences where occurrence.name == option.specification.name {
      values.append(try ParsedArguments.convert(occurrence.value ?? "", for: option))
    }
    return values
  }

  private static func convert<Value>(
    _ text: String, for option: Option<Value>
  ) throws(UsageError) -> Value {
    do {
      return try option.kind.convert(text)
    } catch {
      let reason: Message = error.reason.map { "; \($0)" } ?? ""
      throw UsageError(
        "\(option.specification.typed) takes \(option.kind.expectation), not \(Quoting.quoted(text))\(reason)"
      )
    }
  }
}
