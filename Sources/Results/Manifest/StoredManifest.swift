import Foundation
import Tables

/// A `manifest.json` as it is read, every member that a result can be held against.
package struct StoredManifest: Sendable {
  package struct File: Sendable, Decodable {
    package let name: String
    package let sha256: String
    package let text: String
  }

  package let version: String
  package let command: String
  /// The program's name first.
  package let commandLine: [String]
  package let scenario: String
  package let files: [File]
  /// `nil` in manifests of version 0.1.0, which did not list them.
  package let outputs: [OutputFile]?
  /// Values given to numbers, by path; their order is that of the command line or of the plan.
  package let set: [String: String]
  /// What varies, as a sweep's plan says it.
  package let design: JSONValue?
  package let seed: UInt64
  package let runs: Int
  package let runsPlanned: Int
  package let precision: Double?
  package let isComplete: Bool
  /// Points of a sweep that have a row, and those that could not be simulated, numbered from 1,
  /// such as `1-8,10`; `nil` for other commands.
  package let points: String?
  package let pointsFailed: String?
  /// How long the simulation took, on ``threads`` threads; `nil` when it does not say.
  package let seconds: Double?
  package let threads: Int

  /// `nil` when the file is not a manifest of this program, or is damaged so that it cannot be
  /// understood.
  package init?(_ bytes: [UInt8]) {
    guard let text = try? JSONDecoder().decode(Text.self, from: Data(bytes)) else { return nil }
    version = text.version
    command = text.command
    commandLine = text.commandLine
    scenario = text.scenario
    files = text.files
    outputs = text.outputs?.map { OutputFile(name: $0.name, bytes: $0.bytes, sha256: $0.sha256) }
    guard outputs?.allSatisfy({ OutputFile.isName($0.name) && $0.bytes >= 0 }) ?? true else { return nil }
    set = text.set
    design = text.design?.value
    seed = text.seed
    runs = text.runs
    runsPlanned = text.runsPlanned
    precision = text.precision
    isComplete = text.complete
    points = text.points
    pointsFailed = text.pointsFailed
    seconds = text.seconds?["simulation"] ?? text.seconds?["study"]
    threads = text.threads
  }

  private struct Text: Decodable {
    let version: String
    let command: String
    let commandLine: [String]
    let scenario: String
    let files: [File]
    let outputs: [Output]?
    let set: [String: String]
    let design: Tree?
    let seed: UInt64
    let runs: Int
    let runsPlanned: Int
    let precision: Double?
    let complete: Bool
    let points: String?
    let pointsFailed: String?
    let threads: Int
    let seconds: [String: Double]?

    enum CodingKeys: String, CodingKey {
      case version, command, scenario, files, outputs, set, design, seed, runs, precision, complete, points
      case threads, seconds
      case commandLine = "command_line"
      case runsPlanned = "runs_planned"
      case pointsFailed = "points_failed"
    }
  }

  private struct Output: Decodable {
    let name: String
    let bytes: Int
    let sha256: String
  }

  /// Any JSON value; all numbers as reals, the members of objects by their keys.
  private struct Tree: Decodable {
    let value: JSONValue

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        value = .null
      } else if let flag = try? container.decode(Bool.self) {
        value = .bool(flag)
      } else if let number = try? container.decode(Double.self) {
        value = .real(number)
      } else if let text = try? container.decode(String.self) {
        value = .string(text)
      } else if let elements = try? container.decode([Tree].self) {
        value = .array(elements.map(\.value))
      } else {
        let members = try container.decode([String: Tree].self)
        value = .object(JSONObject(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value.value) }))
      }
    }
  }
}

extension JSONValue {
  /// The same value as a stored manifest has it: all numbers as reals, members by their keys.
  package var asStored: JSONValue {
    switch self {
    case .null, .bool, .string, .real: self
    case .integer(let number): .real(Double(number))
    case .unsigned(let number): .real(Double(number))
    case .array(let elements): .array(elements.map(\.asStored))
    case .object(let object):
      .object(JSONObject(object.members.sorted { $0.key < $1.key }.map { ($0.key, $0.value.asStored) }))
    }
  }
}
