import Foundation
import Results
import Scenarios
import Tables

/// What decides the result of a simulation or a study that is done in shards: the command, its
/// arguments and all texts, kept as `study.json` beside the journals, so that they can be joined
/// anywhere.
package struct StudyPlan: Sendable {
  /// The identity of the program that made it.
  package var version: String
  /// Such as `run` or `levers`.
  package var command: String
  /// The words after the command that decide the result.
  package var arguments: [String]
  package var shards: Int
  /// What the study is called in its journals: the digest of all that decides its items.
  package var digest: String
  /// Scenarios, each followed by what it extends, and other texts.
  package var files: [SourceText]

  package static let fileName = ResultDirectory.studyPlanName

  package init(command: String, arguments: [String], shards: Int, digest: String, files: [SourceText]) {
    version = Release.identity
    self.command = command
    self.arguments = arguments
    self.shards = shards
    self.digest = digest
    self.files = files
  }

  package var allShards: [StudyShard] { (1...shards).map { StudyShard(index: $0, count: shards) } }

  package var json: JSONValue {
    .object([
      "schema": .string(ResultDirectory.studyPlanSchema), "version": .string(version),
      "command": .string(command), "arguments": .array(arguments.map { .string($0) }),
      "shards": .integer(shards), "study": .string(digest),
      "files": .array(
        files.map {
          .object([
            "name": .string($0.name), "sha256": .string(SHA256.hex(of: $0.bytes)), "text": .string($0.text),
          ])
        }),
    ])
  }

  private struct Text: Decodable {
    struct File: Decodable {
      let name: String
      let text: String
    }

    let schema: String
    let version: String
    let command: String
    let arguments: [String]
    let shards: Int
    let study: String
    let files: [File]
  }

  /// `nil` when the bytes are no plan.
  package init?(json bytes: [UInt8]) {
    guard let text = try? JSONDecoder().decode(Text.self, from: Data(bytes)),
      text.schema == ResultDirectory.studyPlanSchema, 1...SweepPlan.mostShards ~= text.shards
    else { return nil }
    version = text.version
    (command, arguments, shards, digest) = (text.command, text.arguments, text.shards, text.study)
    files = text.files.map { SourceText(name: $0.name, text: $0.text) }
  }

  /// The plan in a directory; `nil` when there is none.
  package static func held(in path: String) throws(StudyFault) -> StudyPlan? {
    do {
      try ResultDirectory.settle(path)
    } catch {
      throw .directory(error)
    }
    let bytes: [UInt8]?
    do {
      bytes = try FileSystem.current.bytes(of: "\(path)/\(fileName)")
    } catch {
      throw .cannotRead("\(path)/\(fileName)", reason: error.reason)
    }
    guard let bytes else { return nil }
    guard let plan = StudyPlan(json: bytes) else { throw .unreadablePlan(path) }
    return plan
  }

  /// In what another plan decides something else; empty when their shards belong together.
  package func differences(to other: StudyPlan, here: String, there: String) -> [String] {
    var differences: [String] = []
    func compare(_ what: String, _ mine: String, _ others: String) {
      if mine != others { differences.append("\(what): \(mine) in \(here), \(others) in \(there)") }
    }
    compare("version", version, other.version)
    compare("command", command, other.command)
    compare("shards", "\(shards)", "\(other.shards)")
    guard digest != other.digest, differences.isEmpty else { return differences }
    compare("files", "\(files.count)", "\(other.files.count)")
    for (mine, others) in zip(files, other.files) where mine.text != others.text {
      differences.append("the text of \(mine.name) in \(here) is another in \(there)")
    }
    compare("arguments", arguments.joined(separator: " "), other.arguments.joined(separator: " "))
    // Whatever else it is: their items are others.
    if differences.isEmpty { differences.append("what is simulated in \(here) is another in \(there)") }
    return differences
  }
}
