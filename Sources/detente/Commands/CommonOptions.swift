import Reports
import Scenarios
import Tables

/// The options that several commands share; one name for one thing everywhere.
enum CommonOptions {
  static let runs = Option(
    "runs", .wholeNumber(1...4_294_967_295),
    help: "how many negotiations to simulate (10,000 unless given; 10k and 1e6 are understood)")
  static let seed = Option(
    "seed", .seed,
    help: "where the random numbers start (1 unless given); the same seed gives the same tables")
  static let threads = Option(
    "threads", .wholeNumber(1...1_024),
    help:
      "how many threads to use (all cores that the process may use unless given); no number in any table depends on it"
  )
  static let out = Option(
    "out", short: "o", .directory,
    help:
      "the directory for the results (results/NAME unless given, with what --set, --model and --seed say; -2, -3 … where "
      + "that is taken)")
  static let force = Flag(
    "force", short: "f",
    help:
      "let the new result take the place of the one in the directory, once it is complete; other files stay, and work under way there is given up at once"
  )
  static let quiet = Flag("quiet", short: "q", help: "say nothing but results and errors")
  static let noColor = Flag("no-color", help: "no colour, even on a terminal")
  static let set = Option(
    "set", .override, repeats: true,
    help:
      "use another value for one number of the scenario: parties.hamas.willingness=0.8 (may be given several times)"
  )

  /// What goes to standard output.
  enum Report: String, CaseIterable, Sendable {
    case text
    case json
  }

  static let format = Option(
    "format", .choice("KIND") as ValueKind<Report>,
    help: "what to print: text for people (unless given), json for programs")

  /// Of the page that a command writes; the manifest keeps the command line, and the page is made
  /// by that.
  static let pageLanguage = Option(
    "language", alias: "lang", .choice("LANG") as ValueKind<RunCommand.Language>,
    help: "the language of the page, of what is printed and of errors (en unless given); --lang is the same")

  /// Of that page, its pictures and, in Arabic, of what is printed.
  static let digits = Option(
    "digits", .choice("DIGITS") as ValueKind<Digits>,
    help: "how page, pictures and printed text write figures: latn (0-9, unless given) or arab (Arabic-Indic)"
  )

  static let noExtendsOutside = Flag(
    "no-extends-outside",
    help: "refuse a scenario that extends a file outside its own directory, for scenarios from strangers")

  static let model = Option(
    "model", .text("NAME", "the name of a model"),
    help: "play one model of the scenario alone (each run in one drawn by its weight unless given)")

  /// What every command understands that reads a scenario.
  static let reading = [set.specification, model.specification, noExtendsOutside.specification]

  /// What is set in place of what the file says: the model first, then values by `--set`.
  static func overrides(_ arguments: ParsedArguments) throws(UsageError) -> [ScenarioOverride] {
    let model = try arguments.value(of: model).map { ScenarioOverride(model: $0) }
    return [model].compactMap(\.self) + (try arguments.values(of: set))
  }

  /// Which files a scenario may extend.
  static func extending(_ arguments: ParsedArguments) -> ExtensionPolicy {
    arguments.has(noExtendsOutside) ? .insideDirectory : .anywhere
  }

  static let defaultRuns = 10_000
}

/// One number of the scenario given another value: `--set PATH=VALUE`. `--model NAME` is the same
/// as `--set model=NAME`, so that plans, journals and manifests have it among the values set.
struct ScenarioOverride: Sendable, Equatable {
  let path: String
  /// As it was typed.
  let value: String

  init(path: String, value: String) {
    self.path = path
    self.value = value
  }

  init(model: String) { self.init(path: ModelChoice.path, value: model) }
}

extension [ScenarioOverride] {
  /// The last value of each path.
  var byPath: [String: String] { Dictionary(map { ($0.path, $0.value) }) { $1 } }

  /// Each as it is typed after `--set`.
  var typed: [String] { map { "\($0.path)=\($0.value)" } }
}

extension ValueKind where Value == ScenarioOverride {
  static var override: Self {
    ValueKind(
      valueName: "PATH=VALUE", expectation: "a path, an equals sign and a value", completion: .paths
    ) { text throws(ValueFault) in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { throw ValueFault() }
      return ScenarioOverride(path: String(parts[0]), value: String(parts[1]))
    }
  }
}
