import Experiments
import Reports
import Results
import Scenarios
import Tables

/// Work that is done again after all of it was joined, as a scheduler does with a task that it
/// puts back into its queue.
extension StudyOptions {
  /// Whether the directory of a shard, or of a study that is to go on, holds the whole result of
  /// this command line already; says so. What other scenarios or arguments have come to is no such
  /// result, nor what another version has written, nor what was stopped.
  func isDone(
    _ command: String, named name: String, _ readings: [ScenarioReading], and others: [SourceText] = [],
    _ console: Console
  ) throws(CommandFailure) -> Bool {
    let path: String
    switch part {
    case .shard: path = self.path(for: name)
    case .whole where isResuming: path = try pathOfWhole(name)
    case .whole, .job, .merging: return false
    }
    guard let manifest = try StudyOptions.whole(in: path), manifest.command == command,
      manifest.files.map(\.text) == (readings.flatMap(\.files) + others).map(\.text),
      let words = StudyOptions.decisive(manifest),
      words == Self.decisive(arguments)
    else { return false }
    console.note("\(path) holds the whole result of this already: nothing is left to do.")
    return true
  }

  /// The manifest of a result that is whole, in a directory where no study waits to go on or to be
  /// joined; `nil` when there is none that this version has written.
  static func whole(in path: String) throws(CommandFailure) -> StoredManifest? {
    let name = "\(path)/\(ResultDirectory.manifestName)"
    do {
      guard try StudyPlan.held(in: path) == nil, try !StudyJournal.isThere(in: path) else { return nil }
    } catch {
      throw failure(error)
    }
    do {
      guard let manifest = try FileSystem.current.bytes(of: name).flatMap({ StoredManifest($0) }) else {
        return nil
      }
      return manifest.isComplete && manifest.version == Release.identity ? manifest : nil
    } catch {
      throw failure(StudyFault.cannotRead(name, reason: error.reason))
    }
  }

  /// The words of a manifest that decide what is simulated; `nil` when they make no sense.
  private static func decisive(_ manifest: StoredManifest) -> [String]? {
    StudyPlan.command(named: manifest.command)
      .flatMap { try? manifest.arguments(for: $0.specification) }.map(decisive)
  }
}
