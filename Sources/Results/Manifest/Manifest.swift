import Foundation
import Tables

/// Where a result comes from: everything that is needed to make it again, and what it took.
///
/// The same scenario, overrides, seed and runs give the same tables byte for byte; machine, threads and times are told
/// for the record and enter no table but `timing.csv`.
public struct Manifest: Sendable, Equatable {
  /// A file that was read, word for word.
  public struct SourceFile: Sendable, Equatable {
    /// As the user named it, or as another file refers to it.
    public let name: String
    public let text: String

    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// A number of the scenario that was given another value.
  public struct Override: Sendable, Equatable {
    public let path: String
    public let value: String

    public init(path: String, value: String) {
      self.path = path
      self.value = value
    }
  }

  /// How long a step took.
  public struct Timing: Sendable, Equatable {
    public let step: String
    public let seconds: Double

    public init(step: String, seconds: Double) {
      self.step = step
      self.seconds = seconds
    }
  }

  /// ``Release/identity`` of the program that simulated.
  public var version = Release.identity
  /// `run` or `sweep`.
  public var command: String
  /// The words of the command line, the program's name first.
  public var commandLine: [String]
  /// Identifier of the scenario.
  public var scenario: String
  /// The scenario file first, then those that it extends.
  public var sources: [SourceFile]
  public var overrides: [Override]
  /// What a sweep varies, as its plan says it; `nil` for a single run.
  public var design: JSONValue?
  public var seed: UInt64
  /// Runs done, at each point of a sweep.
  public var runs: Int
  /// Runs that were asked for.
  public var runsPlanned: Int
  /// The points of a sweep that have a row, from 1, such as `1-8,10`; `nil` for other commands.
  public var points: String?
  /// Those that could not be simulated; empty when there are none.
  public var pointsFailed: String?
  /// Half-width of the interval at which simulation was to stop; `nil` for none.
  public var precision: Double?
  /// Whether everything that was asked for was done.
  public var isComplete: Bool
  public var threads: Int
  public var machine: Machine
  public var started: Date
  public var finished: Date
  /// In the order of the steps.
  public var timings: [Timing]
  /// Every file that was written into the directory besides the manifest, sorted by name: only these are ever removed or replaced. Filled in
  /// by ``ResultDraft/commit(_:_:)``.
  public var outputs: [OutputFile] = []

  public init(
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
  public var json: JSONValue {
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
