import Tables

/// What reading one scenario turned up, in all the files it was read from.
///
/// Faults are noted as they are found and told in the order of the text: by file in the order of
/// reading, then by place. Lines and columns are worked out only for what is told.
public struct Diagnostics: Sendable, CustomStringConvertible {
  /// Every text that was read: the scenario first, then those that it extends.
  package private(set) var sources: [SourceText] = []
  /// Number of errors, those not kept included.
  public private(set) var errorCount = 0
  /// Number of warnings, those not kept included.
  public private(set) var warningCount = 0
  private var faults: [Fault] = []

  /// A fault before its line and column are known.
  private struct Fault: Sendable, Hashable {
    let severity: Diagnostic.Severity
    let file: Int
    let offset: Int?
    let message: Message
    let hint: Message
  }

  /// Of a file with more faults than this, the further ones are counted and not kept.
  package static let mostKept = 2_000
  /// How many faults are printed unless one asks for more.
  public static let mostPrinted = 100

  /// No texts, no faults.
  public init() {}

  /// Whether nothing at all is to be told.
  public var isEmpty: Bool { faults.isEmpty }
  /// Whether anything forbids using the scenario.
  public var hasErrors: Bool { errorCount > 0 }
  /// Whether faults are still kept: past this, looking for suggestions is wasted work.
  package var isFull: Bool { faults.count >= Diagnostics.mostKept }

  /// Adds a text and returns its index, which spans use.
  package mutating func add(_ source: SourceText) -> Int {
    sources.append(source)
    return sources.count - 1
  }

  /// Notes an error at the beginning of a span.
  package mutating func error(at span: SourceSpan, _ message: Message, hint: Message = "") {
    note(.error, file: Int(span.file), offset: Int(span.start), message, hint)
  }

  /// Notes an error just after a span.
  package mutating func error(after span: SourceSpan, _ message: Message, hint: Message = "") {
    note(.error, file: Int(span.file), offset: Int(span.end), message, hint)
  }

  /// Notes a warning at the beginning of a span.
  package mutating func warning(at span: SourceSpan, _ message: Message, hint: Message = "") {
    note(.warning, file: Int(span.file), offset: Int(span.start), message, hint)
  }

  /// Notes an error about a whole file.
  package mutating func error(file: Int, _ message: Message, hint: Message = "") {
    note(.error, file: file, offset: nil, message, hint)
  }

  private mutating func note(
    _ severity: Diagnostic.Severity, file: Int, offset: Int?, _ message: Message, _ hint: Message
  ) {
    switch severity {
    case .error: errorCount += 1
    case .warning: warningCount += 1
    case .note: break
    }
    guard !isFull else { return }
    faults.append(Fault(severity: severity, file: file, offset: offset, message: message, hint: hint))
  }

  /// Takes over what another reading of the same texts has turned up and this one has not.
  ///
  /// - Parameters:
  ///   - other: has the same texts at the same indices, and perhaps more.
  ///   - isTold: whether what stands at an offset of a text (`nil` for the text as a whole) needs
  ///     no further word on which reading it was.
  ///   - suffix: what is added to the messages that need it.
  mutating func merge(
    _ other: Diagnostics, suffix: Message, unless isTold: (_ file: Int, _ offset: Int?) -> Bool
  ) {
    sources += other.sources.dropFirst(sources.count)
    let known = Set(faults)
    for fault in other.faults where !known.contains(fault) {
      let message = isTold(fault.file, fault.offset) ? fault.message : "\(fault.message)\(suffix)"
      note(fault.severity, file: fault.file, offset: fault.offset, message, fault.hint)
    }
  }

  /// The first `limit` diagnostics in the order of the text; two at one place in the order found.
  public func list(limit: Int = .max) -> [Diagnostic] { list(limit: limit) { $0.hint.description } }

  private func list(limit: Int, hint: (Fault) -> String) -> [Diagnostic] {
    let order = faults.indices.sorted { left, right in
      let (a, b) = (faults[left], faults[right])
      return (a.file, a.offset ?? -1, left) < (b.file, b.offset ?? -1, right)
    }
    var list: [Diagnostic] = []
    var last: (file: Int, position: SourcePosition)?
    for index in order.prefix(max(0, limit)) {
      let fault = faults[index]
      let source = sources[fault.file]
      var position: SourcePosition?
      if let offset = fault.offset {
        let known = last.flatMap { $0.file == fault.file ? $0.position : nil }
        let place = source.position(at: offset, from: known)
        last = (fault.file, place)
        position = place
      }
      list.append(
        Diagnostic(
          severity: fault.severity, file: source.name, position: position, told: fault.message,
          advice: fault.hint,
          excerpt: position.map { Excerpt.render(source, at: $0, hint: hint(fault)) } ?? ""))
    }
    return list
  }

  /// All that is to be printed, ending with a newline unless empty: the first `limit` diagnostics,
  /// and a line that says how many more there are.
  public func rendered(limit: Int = Diagnostics.mostPrinted) -> String {
    var text = ""
    let told = list(limit: limit)
    for diagnostic in told { text += diagnostic.description + "\n" }
    let rest = max(faults.count, errorCount + warningCount) - told.count
    if rest > 0 { text += "… and \(rest) more\n" }
    return text
  }

  /// The same in another language, without the final newline. Names, places and what is quoted stay
  /// as they are; the line that is quoted and the one with the caret run from left to right.
  package func rendered(limit: Int = Diagnostics.mostPrinted, in words: MessageWords) -> String {
    let told = list(limit: limit) { words.text($0.hint) }
    var lines = told.flatMap { diagnostic in
      [words.text(diagnostic.heading)]
        + diagnostic.excerpt.split(separator: "\n").map { "\u{200E}\($0)" }
    }
    let rest = max(faults.count, errorCount + warningCount) - told.count
    if rest > 0 { lines.append(words.text("… and \(rest) more")) }
    return lines.joined(separator: "\n")
  }

  /// The same as ``rendered(limit:)`` with the usual limit.
  public var description: String { rendered() }
}
