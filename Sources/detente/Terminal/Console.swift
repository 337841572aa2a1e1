import Reports

/// Where a command speaks: results to standard output, everything else to standard error.
package struct Console: Sendable {
  let output: StandardStream
  let error: StandardStream
  /// How the program was started.
  let invocation: Invocation
  /// Environment variables.
  let environment: [String: String]
  /// Whether notes and progress are left out.
  let isQuiet: Bool
  private let isPlain: Bool

  package init(
    output: StandardStream = .output, error: StandardStream = .error,
    invocation: Invocation = Invocation(),
    environment: [String: String], isQuiet: Bool = false, isPlain: Bool = false
  ) {
    self.output = output
    self.error = error
    self.invocation = invocation
    self.environment = environment
    self.isQuiet = isQuiet
    self.isPlain = isPlain
  }

  /// The same console without notes and progress, or without colour.
  func muted(_ isQuiet: Bool, plain isPlain: Bool = false) -> Console {
    Console(
      output: output, error: error, invocation: invocation, environment: environment, isQuiet: isQuiet,
      isPlain: isPlain || self.isPlain)
  }

  /// Writes a result to standard output.
  func print(_ text: String) throws(CommandFailure) {
    do {
      try output.write(text)
    } catch {
      throw CommandFailure(.cannotWrite, "cannot write to standard output: \(error.reason)")
    }
  }

  /// Tells something to a person, on standard error, unless asked to be quiet.
  func note(_ line: String) {
    if !isQuiet { say(line) }
  }

  /// Tells something that must be told even when asked to be quiet. When standard error is gone
  /// there is nobody left to tell.
  func say(_ line: String) {
    try? error.write(line + "\n")
  }

  /// Whether results may be coloured: on a terminal that can, unless `NO_COLOR` (no-color.org) or
  /// an option forbids.
  var isColored: Bool {
    !isPlain && output.isTerminal && !isDumb && (environment["NO_COLOR"] ?? "").isEmpty
  }

  /// Whether a line on standard error can be drawn over.
  var canRedraw: Bool { error.isTerminal && !isDumb }

  /// A terminal that knows no control sequences.
  private var isDumb: Bool { environment["TERM"] == "dumb" }

  /// Columns for results: the terminal's, else what `COLUMNS` says, else 80.
  var width: Int {
    if let columns = output.columns { return columns }
    if let columns = environment["COLUMNS"].flatMap({ Int($0) }), columns > 0 { return columns }
    return 80
  }
}

extension Console {
  /// What the summaries may draw with.
  var style: TerminalStyle {
    TerminalStyle(width: width, isColoured: isColored, isASCII: environment["TERM"] == "dumb")
  }
}
