import Reports
import Results
import Tables

/// `detente report DIR`.
struct ReportCommand: Command {
  static let language = Option(
    "language", alias: "lang", .choice("LANG") as ValueKind<RunCommand.Language>,
    help:
      "the language of the page (that of the command that made the result unless given) and of errors; --lang is the same"
  )
  static let digits = Option(
    "digits", .choice("DIGITS") as ValueKind<Digits>,
    help: "how numbers are written: latn (0-9) or arab (Arabic-Indic); those of that command unless given")
  private static let theme = Option(
    "theme", .choice("THEME") as ValueKind<PageTheme>,
    help: "light, dark, or auto: as the reader's device says (unless given)")
  private static let out = Option(
    "out", short: "o", .text("FILE", "the name of a file"),
    help: "the file for the page, - for standard output (DIR.html beside the directory unless given)")

  static let specification = CommandSpecification(
    name: "report", summary: "make the page of a result again, in another language or theme",
    discussion: [
      "Takes the directory that a command has left and writes its page: one file of HTML that needs no network. It is made of manifest.json and the tables alone, so that the same directory gives "
        + "the same page, byte for byte; without options it is the report.html that is there.",
      "The directory stays as it is: a manifest lists what its command wrote, and nothing else belongs there.",
      "Tables that are not as the manifest lists them are refused, and so are results whose scenario this version cannot read.",
    ],
    positional: PositionalSpecification(valueName: "DIR", count: 1...1, completion: .directories),
    options: [
      language.specification, digits.specification, theme.specification, ReportCommand.out.specification,
      CommonOptions.force.specification, CommonOptions.quiet.specification,
    ],
    examples: [
      CommandSpecification.Example(
        line: "detente report results/paris-2025 --language ar", meaning: "the page in Arabic"),
      CommandSpecification.Example(
        line: "detente report results/paris-2025 --theme light --out - > paris.html",
        meaning: "a page that is light on every device"),
    ])

  private let path: String
  private let language: TellingLanguage?
  private let digits: Digits?
  private let theme: PageTheme
  private let out: String?
  private let force: Bool
  private let isQuiet: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    path = arguments.positionals[0]
    language = try arguments.value(of: ReportCommand.language).flatMap {
      TellingLanguage(rawValue: $0.rawValue)
    }
    digits = try arguments.value(of: ReportCommand.digits)
    theme = try arguments.value(of: ReportCommand.theme) ?? .auto
    out = try arguments.value(of: ReportCommand.out)
    force = arguments.has(CommonOptions.force)
    isQuiet = arguments.has(CommonOptions.quiet)
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let console = console.muted(isQuiet)
    let page = ResultPage(try PageInput.source(path), language: language, digits: digits, theme: theme)
    let file = out ?? place(of: page)
    try PageInput.write(page.html, to: file, force: force, console)
    return .done
  }

  /// Beside the directory: `results/paris-2025.html`, in another language
  /// `results/paris-2025.ar.html`.
  private func place(of page: ResultPage) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    let isOwn = page.language == (page.source.language ?? .english)
    return isOwn ? "\(path).html" : "\(path).\(page.language.rawValue).html"
  }
}

/// Reads results for pages and pictures, writes these, and turns what goes wrong into a status.
enum PageInput {
  static func source(_ path: String) throws(CommandFailure) -> PageSource {
    do {
      return try PageSource(reading: path)
    } catch {
      switch error {
      case .result(let fault): throw StoredResultInput.failure(fault, advice: "")
      default: throw CommandFailure(.failed, "\(path): \(error)")
      }
    }
  }

  /// To a file that is not there yet, unless it may be replaced; or to standard output.
  static func write(
    _ text: String, to file: String, force: Bool, _ console: Console
  ) throws(CommandFailure) {
    guard file != "-" else { return try console.print(text) }
    let isThere: Bool
    do {
      isThere = try FileSystem.current.status(of: file) != nil
    } catch {
      throw CommandFailure(.cannotCreate, "cannot create \(file): \(error.reason)")
    }
    guard force || !isThere else {
      throw CommandFailure(
        .cannotCreate, "\(file) is there already",
        advice: "Choose another file with --out FILE, or replace it with --force.")
    }
    do {
      try AtomicFile.write(text, to: file)
    } catch {
      throw ResultOutput.failure(error)
    }
    console.note("Wrote \(file).")
  }
}
