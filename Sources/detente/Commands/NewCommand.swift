import Scenarios
import Tables

/// `detente new [TEMPLATE]`.
struct NewCommand: Command {
  static let out = Option(
    "out", short: "o", .text("FILE", "the name of a file", completion: .files),
    help: "the file to write (TEMPLATE.jsonc unless given; - is standard output)")

  static let specification = CommandSpecification(
    name: "new", summary: "begin a scenario of your own from a template",
    discussion: [
      "Writes a scenario file with comments that say what to change. A file that is there already is never touched.",
      "Without TEMPLATE it lists the templates: \(Enumeration.all(ScenarioTemplate.allCases.map(\.rawValue))).",
    ],
    positional: PositionalSpecification(
      valueName: "TEMPLATE", count: 0...1,
      completion: .choices(ScenarioTemplate.allCases.map(\.rawValue))),
    options: [out.specification, CommonOptions.quiet.specification],
    examples: [
      CommandSpecification.Example(
        line: "detente new two-parties --out reservoir.jsonc", meaning: "begin with the shortest"),
      CommandSpecification.Example(line: "detente new mediated --out - | less", meaning: "look at another"),
    ])

  private let template: ScenarioTemplate?
  private let path: String
  private let isQuiet: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    let asked = try arguments.value(of: NewCommand.out)
    isQuiet = arguments.has(CommonOptions.quiet)
    guard let name = arguments.positionals.first else {
      if asked != nil { throw UsageError("--out needs a TEMPLATE to write") }
      (template, path) = (nil, "")
      return
    }
    guard let template = ScenarioTemplate(rawValue: name) else {
      let names = ScenarioTemplate.allCases.map(\.rawValue)
      let ending = Suggestion.ending(
        for: name, among: names, otherwise: "; the templates are \(all: names)")
      throw UsageError("unknown template \(Quoting.quoted(name))\(ending)")
    }
    self.template = template
    path = asked ?? "\(name).jsonc"
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    guard let template else {
      let width = ScenarioTemplate.allCases.map(\.rawValue.count).max() ?? 0
      for template in ScenarioTemplate.allCases {
        let name = template.rawValue
        try console.print(
          "\(name)\(String(repeating: " ", count: width - name.count))  \(template.summary)\n")
      }
      return .done
    }
    if path == "-" {
      try console.print(template.text)
      return .done
    }
    try write(template.text)
    let console = console.muted(isQuiet)
    console.note("\(path): begun from \(template.rawValue). Change it, then:")
    console.note("  \(ShellWords.line(["detente", "check", path]))")
    console.note("  \(ShellWords.line(["detente", "run", path]))")
    return .done
  }

  /// Writes a file that must not be there.
  private func write(_ text: String) throws(CommandFailure) {
    do {
      let stream = try AtomicFileStream(making: path, shown: path)
      try stream.append(Array(text.utf8))
      try stream.commit()
    } catch {
      if error.step == .create, (try? FileSystem.current.status(of: path)) != nil {
        throw CommandFailure(
          .cannotCreate, "\(path) is there already", advice: "Choose another name with --out.")
      }
      throw CommandFailure(error.step == .create ? .cannotCreate : .cannotWrite, "\(error)")
    }
  }
}
