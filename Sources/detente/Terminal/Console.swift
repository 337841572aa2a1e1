import Reports
import Tables

/// Where a command speaks: results to standard output, everything else to standard error.
package struct Console: Sendable {
  let output: StandardStream
  let error: StandardStream
  /// How the program was started.
  let invocation: Invocation
  /// Environment variables.
  let environment: [String: String]
  /// Whether notes and progress are left out.
  private(set) var isQuiet: Bool
  private var colour = Colour.auto
  private var wantsASCII: Bool
  private var tongue = Tongue()

  package init(
    output: StandardStream = .output, error: StandardStream = .error,
    invocation: Invocation = Invocation(), environment: [String: String]
  ) {
    self.output = output
    self.error = error
    self.invocation = invocation
    self.environment = environment
    isQuiet = false
    wantsASCII = !ASCIIText.isUTF8(environment)
  }

  /// The same console, which speaks as a command line wants it.
  func speaking(in manner: Manner) -> Console {
    var console = self
    console.isQuiet = isQuiet || manner.isQuiet
    console.colour = manner.colour
    console.wantsASCII = wantsASCII || manner.isASCII
    return console
  }

  /// The same console without notes and progress, or without colour.
  func muted(_ isQuiet: Bool, plain isPlain: Bool = false) -> Console {
    var console = self
    console.isQuiet = isQuiet || self.isQuiet
    if isPlain { console.colour = .never }
    return console
  }

  /// Writes a result to standard output, for a person to read.
  func print(_ text: String) throws(CommandFailure) {
    try emit(wantsASCII ? ASCIIText.of(text) : text)
  }

  /// The same for sentences that are in the language that was asked for: with the figures for it.
  func print(told text: String) throws(CommandFailure) {
    try print(words?.digits.inProse(text) ?? text)
  }

  /// Writes a document to standard output, for a program to read.
  func print(json document: JSONValue) throws(CommandFailure) { try emit(JSONText.string(document)) }

  /// Writes what a command answers, for whom it was asked for.
  func print(_ text: String, as format: CommonOptions.Report) throws(CommandFailure) {
    if format == .json { try emit(text) } else { try print(text) }
  }

  /// Writes to standard output what must stay as it is, such as a table for a program.
  func emit(_ text: String) throws(CommandFailure) {
    try emitting { () throws(OutputFailure) in try output.write(text) }
  }

  /// The same of bytes, which need not be text.
  func emit(_ bytes: ByteBuffer) throws(CommandFailure) {
    try emitting { () throws(OutputFailure) in try output.write(bytes) }
  }

  private func emitting(_ body: () throws(OutputFailure) -> Void) throws(CommandFailure) {
    do {
      try body()
    } catch {
      throw CommandFailure(.cannotWrite, "cannot write to standard output: \(error.reason)")
    }
  }

  /// The same console, which tells messages in a language.
  func speaking(_ tongue: Tongue) -> Console {
    var console = self
    console.tongue = tongue
    return console
  }

  /// What messages are told in; `nil` for English, which they are in wherever nothing but ASCII can
  /// be shown.
  var words: MessageWords? { isASCII ? nil : tongue.words }

  /// A message in the language that was asked for.
  func text(_ message: Message) -> String { words?.text(message) ?? message.description }

  /// Tells something to a person, on standard error, unless asked to be quiet.
  func note(_ message: Message) {
    if !isQuiet { say(message) }
  }

  /// Says what one may do next.
  func suggest(_ steps: [NextSteps.Step]) {
    for step in steps { note(step.line) }
  }

  /// Notes lines that are in the language that was asked for already.
  func note(lines: String) {
    if !isQuiet { say(lines: lines) }
  }

  /// Tells something that must be told even when asked to be quiet. When standard error is gone
  /// there is nobody left to tell.
  func say(_ message: Message) { say(lines: text(message)) }

  /// Says lines that are in the language that was asked for already.
  func say(lines: String) {
    try? error.write((wantsASCII ? ASCIIText.of(lines) : lines) + "\n")
  }

  /// Whether results may be coloured: as `--color` says; by itself on a terminal that can, unless
  /// `NO_COLOR` (no-color.org) forbids.
  var isColored: Bool {
    switch colour {
    case .always: true
    case .never: false
    case .auto: output.isTerminal && !isDumb && (environment["NO_COLOR"] ?? "").isEmpty
    }
  }

  /// Whether a line on standard error can be drawn over.
  var canRedraw: Bool { error.isTerminal && !isDumb }

  /// Whether nothing but ASCII can be shown.
  var isASCII: Bool { wantsASCII || isDumb }

  /// A terminal that knows no control sequences.
  private var isDumb: Bool { environment["TERM"] == "dumb" }

  /// Columns for results: ``knownWidth``, else 80.
  var width: Int { knownWidth ?? 80 }

  /// Columns of the terminal, else what `COLUMNS` says; `nil` for a pipe, which takes lines of any
  /// length.
  var knownWidth: Int? {
    output.columns ?? environment["COLUMNS"].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
  }
}

extension Console {
  /// What the summaries may draw with.
  var style: TerminalStyle { TerminalStyle(width: width, isColoured: isColored, isASCII: isASCII) }
}
