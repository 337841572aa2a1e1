import Tables

/// `detente export RESULT`.
struct ExportCommand: Command {
  static let format = Option(
    "format", .choice("FORMAT") as ValueKind<TableFormat>,
    help: "csv (unless given), tsv, json, jsonl, md, latex or html")
  static let table = Option(
    "table", .text("NAME", "the name of a table"), repeats: true,
    help: "only this table, such as endings (may be given several times; all tables unless given)")

  static let specification = CommandSpecification(
    name: "export", summary: "turn the tables of a result into other formats",
    discussion: [
      "RESULT is a directory that run or sweep has written. One table is printed to standard output; several need --out "
        + "for a directory, in which each becomes a file."
    ],
    positional: PositionalSpecification(placeholder: "RESULT", count: 1...1, completion: .directories),
    options: [
      format.specification, table.specification, CommonOptions.out.specification,
      CommonOptions.force.specification,
      CommonOptions.quiet.specification,
    ],
    examples: [
      CommandSpecification.Example(
        line: "detente export results/paris-2025 --table endings --format latex",
        meaning: "one table, for a paper"),
      CommandSpecification.Example(
        line: "detente export results/paris-2025 --format jsonl --out tables",
        meaning: "all tables, one file each"),
    ])

  let result: String
  let format: TableFormat
  let tables: [String]
  let out: String?
  let force: Bool
  let isQuiet: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    result = arguments.positionals[0]
    format = try arguments.value(of: ExportCommand.format) ?? .csv
    tables = try arguments.values(of: ExportCommand.table)
    out = try arguments.value(of: CommonOptions.out)
    force = arguments.has(CommonOptions.force)
    isQuiet = arguments.has(CommonOptions.quiet)
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus { .done }
}
