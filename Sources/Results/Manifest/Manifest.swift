import Foundation
import Tables

/// Where a result comes from: everything that is needed to make it again, and what it took.
///
/// The same scenario, overrides, seed and runs give the same tables byte for byte; machine, threads
/// and times are told for the record and enter no table but `timing.csv`.
package struct Manifest: Sendable, Equatable {
  /// A file that was read, word for word.
  package struct SourceFile: Sendable, Equatable {
    /// As the user named it, or as another file refers to it.
    package let name: String
    package let text: String

    package init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// A number of the scenario that was given another value.
  package struct Override: Sendable, Equatable {
    package let path: String
    package let value: String

    package init(path: String, value: String) {
      self.path = path
      self.value = value
    }
  }

  /// How long a step took.
  package struct Timing: Sendable, Equatable {
    package let step: String
    package let seconds: Double

    package init(step: String, seconds: Double) {
      self.step = step
      self.seconds = seconds
    }
  }

  /// ``Release/identity`` of the program that simulated.
  package var version = Release.identity
  /// `run` or `sweep`.
  package var command: String
  /// The words of the command line, the program's name first.
  package var commandLine: [String]
  /// Identifier of the scenario.
  package var scenario: String
  /// The scenario file first, then those that it extends.
  package var sources: [SourceFile]
  package var overrides: [Override]
  /// What a sweep varies, as its plan says it; `nil` for a single run.
  package var design: JSONValue?
  package var seed: UInt64
  /// Runs done, at each point of a sweep.
  package var runs: Int
  /// Runs that were asked for.
  package var runsPlanned: Int
  /// The points of a sweep that have a row, from 1, such as `1-8,10`; `nil` for other commands.
  package var points: String?
  /// Those that could not be simulated; empty when there are none.
  package var pointsFailed: String?
  /// Half-width of the interval at which simulation was to stop; `nil` for none.
  package var precision: Double?
  /// Whether everything that was asked for was done.
  package var isComplete: Bool
  package var threads: Int
  package var machine: Machine
  package var started: Date
  package var finished: Date
  /// In the order of the steps.
  package var timings: [Timing]
  /// Every file that was written into the directory besides the manifest, sorted by name: only
  /// these are ever removed or replaced. Filled in by ``ResultDraft/commit(_:_:)``.
  package var outputs: [OutputFile] = []

  package init(
    command: String, commandLine: [String], scenario: String, sources: [SourceFile],
    overrides: [Override] = [],
    design: JSONValue? = nil, seed: UInt64, runs: Int, runsPlanned: Int, precision: Double? = nil,
    isComplete: Bool, threads: Int, machine: Machine, started: Date, finished: Date,
    timings: [Timing] = []
  ) {
    self.command = command
    self.commandLine = commandLine
    self.scenario = scenario
    self.sources = sources
    self.overrides = overrides
    self.design = design
    self.seed = seed
    self.runs = runs
    self.runsPlanned = runsPlanned
    self.precision = precision
    self.isComplete = isComplete
    self.threads = threads
    self.machine = machine
    self.started = started
    self.finished = finished
    self.timings = timings
  }

  /// The content of `manifest.json`.
  package var json: JSONValue {
    var object = JSONObject([
      ("version", .string(version)),
      ("command", .string(command)),
      ("command_line", .array(commandLine.map(JSONValue.string))),
      ("scenario", .string(scenario)),
      ("files", .array(sources.map(Manifest.json))),
      ("outputs", .array(outputs.map(\.json))),
    ])
    object["set"] = .object(JSONObject(overrides.map { ($0.path, .string($0.value)) }))
    if let design { object["design"] = design }
    object["seed"] = JSONValue(seed)
    object["runs"] = .integer(runs)
    object["runs_planned"] = .integer(runsPlanned)
    if let points { object["points"] = .string(points) }
    if let pointsFailed { object["points_failed"] = .string(pointsFailed) }
    object["precision"] = JSONValue(precision)
    object["complete"] = .bool(isComplete)
    object["threads"] = .integer(threads)
    object["machine"] = machine.json
    object["started"] = .string(Manifest.stamp(started))
    object["finished"] = .string(Manifest.stamp(finished))
    object["seconds"] = .object(JSONObject(timings.map { ($0.step, .real($0.seconds)) }))
    return .object(object)
  }

  private static func json(of file: SourceFile) -> JSONValue {
    [
      "name": .string(file.name), "sha256": .string(SHA256.hex(of: Array(file.text.utf8))),
      "text": .string(file.text),
    ]
  }

  /// Universal time to the second, ISO 8601.
  private static func stamp(_ date: Date) -> String {
    date.formatted(.iso8601)
  }
}
