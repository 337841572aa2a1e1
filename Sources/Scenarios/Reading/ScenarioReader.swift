import Bargaining

/// Reads scenario files.
///
/// ```swift
/// let reading = try ScenarioReader.read(path: "scenarios/paris-2025.jsonc")
/// print(reading.diagnostics.rendered())  // warnings, if any
/// simulate(reading.scenario)
/// ```
///
/// Reading is a function of the texts and the settings alone. A sweep loads the file once
/// (``ScenarioDocument/load(path:extending:)``) and decodes it anew with the settings of each
/// point.
public enum ScenarioReader {
  /// Reads a file and those that it extends.
  ///
  /// - Parameters:
  ///   - path: relative to the working directory, or absolute; `-` is the standard input.
  ///   - settings: values that replace those of the file, in order.
  ///   - policy: which files it may extend.
  /// - Throws: ``ScenarioFault`` with **all** that is wrong.
  public static func read(
    path: String, settings: [ScenarioSetting] = [], extending policy: ExtensionPolicy = .anywhere
  ) throws(ScenarioFault) -> ScenarioReading {
    try ScenarioDocument.load(path: path, extending: policy).decode(settings: settings)
  }

  /// Reads a scenario from a string.
  ///
  /// - Parameters:
  ///   - text: what would stand in the file.
  ///   - name: the name of the file as diagnostics print it; what the text extends is looked for
  ///     beside it.
  ///   - settings: values that replace those of the text, in order.
  public static func read(
    text: String, name: String, settings: [ScenarioSetting] = []
  ) throws(ScenarioFault) -> ScenarioReading {
    try ScenarioDocument.load(text: text, name: name).decode(settings: settings)
  }
}

/// Why a scenario could not be read.
public enum ScenarioFault: Error, Sendable, CustomStringConvertible {
  /// The file itself is missing or cannot be opened.
  case noInput(Diagnostics)
  /// The file, or one that it extends, or a setting, is faulty.
  case faulty(Diagnostics)

  /// What is wrong, all of it, and the texts in which it is.
  public var diagnostics: Diagnostics {
    switch self {
    case .noInput(let diagnostics), .faulty(let diagnostics): diagnostics
    }
  }

  /// The diagnostics as they are printed.
  public var description: String { diagnostics.rendered() }
}

/// A scenario that has been read, and what there is to say about it.
public struct ScenarioReading: Sendable {
  /// The model.
  public let scenario: Scenario
  /// Warnings, no errors.
  public let diagnostics: Diagnostics
  /// What the files leave to the documented defaults, in the order of the model.
  public let defaults: [TakenDefault]
  /// The files read, whole: the scenario first, then those that it extends.
  package let files: [SourceText]
  /// What is played, with the trees that say so.
  let accounts: [Account]

  /// ``diagnostics``, and a warning for everything that the files declare and that cannot matter:
  /// numbers without effect under the protocols chosen, tactics that cannot act where they sit.
  package var counsel: Diagnostics {
    var diagnostics = diagnostics
    accounts.warn(in: &diagnostics)
    return diagnostics
  }

  /// How many numbers stand in the files, by what they rest on. Defaults are not among them.
  public var provenance: ProvenanceCount { ProvenanceCount(scenario.writtenParameters) }
}

/// A value that a file leaves out and the format supplies.
public struct TakenDefault: Hashable, Sendable {
  /// Where it would stand: `parties.hamas.offer`.
  public let path: String
  /// What is taken, as it would be written: `"lowest"`, `0.2`.
  public let value: String

  package init(path: String, value: String) {
    self.path = path
    self.value = value
  }
}

/// How many numbers rest on what.
public struct ProvenanceCount: Hashable, Sendable {
  /// Numbers with a fact of a seed behind them.
  public private(set) var sourced = 0
  /// Numbers marked as an assumption.
  public private(set) var assumed = 0
  /// Numbers without any mark; they count as assumptions in whatever is told about the scenario.
  public private(set) var unmarked = 0

  /// Counts the numbers of a scenario that are not defaults.
  public init(_ parameters: [Parameter]) {
    for parameter in parameters {
      switch parameter.provenance {
      case .sourced: sourced += 1
      case .assumption: assumed += 1
      case .unmarked: unmarked += 1
      case .byDefault: break
      }
    }
  }
}
