import Reports
import Tables

/// `detente plot TABLE`.
struct PlotCommand: Command {
  private static let out = Option(
    "out", short: "o", .text("FILE", "the name of a file"),
    help: "the file for the picture, - for standard output (NAME.svg in the working directory unless given)")

  static let specification = CommandSpecification(
    name: "plot", summary: "draw one table of a result as a picture",
    discussion: [
      "TABLE is the path of a table in the directory of a result, such as results/paris-2025/rounds.csv. Its kind decides what is drawn; where there is nothing to draw, the tables of the result that have a picture are named.",
      "The picture is SVG: it scales, its text can be selected, and what it shows is described in words for those who do not see it.",
    ],
    positional: PositionalSpecification(valueName: "TABLE", count: 1...1, completion: .files),
    options: [
      PlotCommand.out.specification, ReportCommand.language.specification,
      ReportCommand.digits.specification,
      CommonOptions.force.specification, CommonOptions.quiet.specification,
    ],
    examples: [
      CommandSpecification.Example(
        line: "detente plot results/paris-2025/rounds.csv", meaning: "when the talks agree, as time.svg"),
      CommandSpecification.Example(
        line: "detente plot results/paris-2025/endings.csv --language ar --out endings.svg",
        meaning: "with Arabic labels"),
    ])

  private let path: String
  private let language: TellingLanguage?
  private let digits: Digits?
  private let out: String?
  private let force: Bool
  private let isQuiet: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    path = arguments.positionals[0]
    language = try arguments.value(of: ReportCommand.language).flatMap {
      TellingLanguage(rawValue: $0.rawValue)
    }
    digits = try arguments.value(of: ReportCommand.digits)
    out = try arguments.value(of: PlotCommand.out)
    force = arguments.has(CommonOptions.force)
    isQuiet = arguments.has(CommonOptions.quiet)
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let console = console.muted(isQuiet)
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let file = parts.last, file.hasSuffix(".csv") else {
      throw CommandFailure(
        .usage, "plot: \(path) is no table",
        advice: "Name a table in the directory of a result: results/NAME/endings.csv.")
    }
    let directory = parts.count == 1 ? "." : parts.dropLast().joined(separator: "/")
    let page = ResultPage(
      try PageInput.source(directory.isEmpty ? "/" : directory), language: language, digits: digits)
    let name = String(file.dropLast(4))
    guard page.source[name] != nil else {
      throw CommandFailure(
        .noInput, "the result in \(directory) has no table \(name) that could be drawn",
        advice: PlotCommand.advice(page))
    }
    guard let picture = page.picture(of: name) else {
      throw CommandFailure(
        .failed, "there is no picture of the table \(name)", advice: PlotCommand.advice(page))
    }
    try PageInput.write(picture.svg, to: out ?? "\(picture.name).svg", force: force, console)
    return .done
  }

  private static func advice(_ page: ResultPage) -> Message {
    let names = page.drawable
    return names.isEmpty
      ? "No table of this result has a picture." : "Of this result can be drawn: \(all: names)."
  }
}
