import Experiments
import Results
import Scenarios
import Tables

/// `detente export RESULT`.
struct ExportCommand: Command {
  static let format = Option(
    "format", .choice("FORMAT") as ValueKind<TableFormat>,
    help: "csv (unless given), tsv, json, jsonl, arrow, md, latex or html")
  static let table = Option(
    "table",
    .text("NAME", "the name of a table", completion: .choices(TableDictionary.all.map(\.name))),
    repeats: true,
    help: "only this table, such as endings (may be given several times; all tables unless given)")

  static let out = Option(
    "out", short: "o", .directoryOrOutput,
    help: "a directory for the tables (- or nothing: standard output, for one table)")

  static let columns = Option(
    "columns", .text("A,B", "names of columns with commas between them"),
    help: "only these columns, in this order")
  static let sort = Option(
    "sort", .text("COLUMN", "the name of a column, with :desc after it for falling values"),
    help: "rows by the values of a column, rising; COLUMN:desc for falling")
  static let top = Option("top", .wholeNumber(1...1_000_000_000), help: "only so many rows, the first ones")
  static let round = Option(
    "round", .wholeNumber(0...15),
    help: "so many decimals, of percentages in md, latex and html (what the intervals support unless given)")
  static let raw = Flag(
    "raw", help: "in md, latex and html: names, numbers and columns as they stand in the files")

  static let specification = CommandSpecification(
    name: "export", summary: "turn the tables of a result into other formats",
    discussion: [
      "RESULT is a directory that run or sweep has written. One table is printed to standard output; several need --out "
        + "for a directory, in which each becomes a file.",
      "csv, tsv, json, jsonl and arrow have every digit, for programs, and take little memory however many rows there are, unless they "
        + "are sorted. arrow is a file of Apache Arrow (Feather 2), which pandas, polars, R and others read at once. md, latex and html are for readers: labels in place of "
        + "names, numbers rounded to what their intervals support, intervals beside what they are of (41.2% "
        + "(40.1 to 42.3)), and a caption with runs and seed; --raw leaves all that out. With --language ar labels, heads and captions of md and html "
        + "are Arabic; those of latex stay English, since pdflatex does not set Arabic.",
      "With --force the directory may hold files already. One of the same name and other content is kept under another name, which is said.",
    ],
    positional: PositionalSpecification(valueName: "RESULT", count: 1...1, completion: .directories),
    options: [
      format.specification, table.specification, columns.specification, sort.specification,
      top.specification, round.specification, raw.specification, ExportCommand.out.specification,
      CommonOptions.force.specification, CommonOptions.quiet.specification,
    ],
    examples: [
      CommandSpecification.Example(
        line: "detente export results/paris-2025 --table endings --format latex",
        meaning: "one table, for a paper"),
      CommandSpecification.Example(
        line: "detente export results/paris-2025 --table packages --format md --sort share:desc --top 5",
        meaning: "the five most frequent agreements, to be read"),
      CommandSpecification.Example(
        line: "detente export results/paris-2025 --format jsonl --out tables",
        meaning: "all tables, one file each"),
      CommandSpecification.Example(
        line: "detente export results/paris-2025 --table runs --format arrow > runs.arrow",
        meaning: "every run, for polars.read_ipc or pyarrow"),
    ])

  let result: String
  let format: TableFormat
  let tables: [String]
  let out: String?
  let force: Bool
  let isQuiet: Bool
  let choice: ExportChoice

  init(_ arguments: ParsedArguments) throws(UsageError) {
    result = arguments.positionals[0]
    format = try arguments.value(of: ExportCommand.format) ?? .csv
    tables = try arguments.values(of: ExportCommand.table)
    let out = try arguments.value(of: ExportCommand.out)
    self.out = out == "-" ? nil : out
    force = arguments.has(CommonOptions.force)
    isQuiet = arguments.has(CommonOptions.quiet)
    choice = ExportChoice(
      columns: try arguments.value(of: ExportCommand.columns),
      sort: try arguments.value(of: ExportCommand.sort),
      top: try arguments.value(of: ExportCommand.top), decimals: try arguments.value(of: ExportCommand.round),
      isRaw: arguments.has(ExportCommand.raw))
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let console = console.muted(isQuiet)
    let directory: ResultDirectory
    do {
      directory = try ResultDirectory(reading: result)
    } catch {
      throw ResultOutput.failure(error)
    }
    let names = try chosen(from: ExportCommand.tableNames(in: directory))
    if format == .latex, !choice.isRaw, console.words != nil {
      console.note("export: labels in LaTeX stay English, since pdflatex does not set Arabic")
    }
    guard let out else {
      guard names.count == 1 else {
        throw CommandFailure(
          .usage, "export: there are \(names.count) tables, and one at most can be printed",
          advice: "Choose one with --table NAME, or a directory for all with --out DIR; the tables are "
            + "\(all: names).")
      }
      if format == .arrow, console.output.isTerminal {
        throw CommandFailure(
          .usage, "export: arrow is no text, which a terminal could show",
          advice: "Choose a directory with --out DIR, or a file with > FILE.")
      }
      try write(names[0], from: directory, in: console.words) { (piece) throws(CommandFailure) in
        try console.emit(piece)
      }
      return .done
    }
    try write(names, from: directory, to: out, console)
    console.note("Wrote \(all: names.map { "\($0).\(format.fileExtension)" }) to \(out).")
    return .done
  }

  /// The tables asked for, each once, all unless any are named.
  private func chosen(from names: [String]) throws(CommandFailure) -> [String] {
    guard !names.isEmpty else { throw CommandFailure(.noInput, "\(result) holds no tables") }
    for table in tables where !names.contains(table) {
      let ending = Suggestion.ending(
        for: table, among: names, otherwise: "; its tables are \(all: names)")
      throw CommandFailure(.noInput, "\(result) holds no table \(Quoting.quoted(table))\(ending)")
    }
    return tables.isEmpty ? names : names.filter(tables.contains)
  }

  private func write(_ names: [String], from directory: ResultDirectory, to out: String, _ console: Console)
    throws(CommandFailure)
  {
    let output = try ResultOutput(path: out, for: force ? .goingOn : .new)
    let draft = try output.draft()
    for name in names {
      let stream = try ExportCommand.writing { () throws(WriteError) in
        try draft.stream(named: "\(name).\(format.fileExtension)", isListed: false)
      }
      try write(name, from: directory, in: console.words) { (piece) throws(CommandFailure) in
        try ExportCommand.writing { () throws(WriteError) in try stream.append(piece) }
      }
      try ExportCommand.writing { () throws(WriteError) in try stream.commit() }
    }
    do {
      ResultOutput.tell(try draft.commit(nil, .adds), console)
    } catch {
      throw ResultOutput.failure(error)
    }
  }

  /// Writes what is asked for of a table, row by row where that can be.
  private func write(
    _ name: String, from directory: ResultDirectory, in words: MessageWords?,
    to sink: (ByteBuffer) throws(CommandFailure) -> Void
  ) throws(CommandFailure) {
    guard choice.keepsOrder, StoredTable.canWrite(format),
      let stored = try ExportCommand.stored(name, in: directory)
    else {
      let exported = try choice.exported(
        try ExportCommand.table(name, in: directory), format, of: result, in: words)
      try exported.table.write(format, reals: exported.reals, setting: exported.setting, to: sink)
      return
    }
    let columns = try choice.columns(of: stored)
    do throws(StoredTableFault<CommandFailure>) {
      try stored.write(format, columns: columns, first: choice.top ?? .max, reals: choice.reals, to: sink)
    } catch {
      switch error {
      case .writing(let failure): throw failure
      case .reading(let fault):
        throw ResultOutput.failure(.cannotRead(directory.path(of: name + ".csv"), reason: fault.reason))
      case .changed: throw ResultOutput.failure(.replaced(directory.path))
      }
    }
  }

  private static func writing<Value>(
    _ body: () throws(WriteError) -> Value
  ) throws(CommandFailure) -> Value {
    do {
      return try body()
    } catch {
      throw ResultOutput.failure(error)
    }
  }

  private static func tableNames(in directory: ResultDirectory) throws(CommandFailure) -> [String] {
    do {
      return try directory.tableNames
    } catch {
      throw ResultOutput.failure(error)
    }
  }

  private static func table(_ name: String, in directory: ResultDirectory) throws(CommandFailure) -> Table {
    do {
      return try directory.table(named: name)
    } catch {
      throw ResultOutput.failure(error)
    }
  }

  private static func stored(
    _ name: String, in directory: ResultDirectory
  ) throws(CommandFailure) -> StoredTable? {
    do {
      return try directory.storedTable(named: name)
    } catch {
      throw ResultOutput.failure(error)
    }
  }
}
