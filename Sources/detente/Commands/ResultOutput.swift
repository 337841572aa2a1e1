import Experiments
import Results
import Tables

/// Claims the directory of a result and writes it, and turns what goes wrong into a status.
struct ResultOutput {
  let directory: ResultDirectory
  /// Whether the result comes from the plan and the journals of a sweep in the directory.
  private let isSweep: Bool

  /// Takes the directory before the work begins: nobody wants to learn after an hour that there is no place for the result.
  init(path: String, force: Bool) throws(CommandFailure) {
    isSweep = false
    do {
      directory = try ResultDirectory(claiming: path, replacing: force)
    } catch {
      throw ResultOutput.failure(error)
    }
  }

  /// For the directory of a sweep, which was taken already.
  init(sweep directory: ResultDirectory) {
    self.directory = directory
    isSweep = true
  }

  static func failure(_ fault: ResultDirectoryFault) -> CommandFailure {
    let advice: String
    if case .occupied = fault {
      advice = "Choose another directory with --out DIR, or replace what is there with --force."
    } else {
      advice = ""
    }
    return CommandFailure(.cannotCreate, fault.description, advice: advice)
  }

  /// Writes the tables and other files of a result in place of the former one; the manifest comes last.
  ///
  /// - Parameters:
  ///   - keepingStudy: leave the journal of the study from which the result comes.
  ///   - between: work to be done after the tables and before the manifest.
  func write(
    tables: [Table], texts: [(name: String, text: String)], manifest: Manifest, keepingStudy: Bool = false,
    between: () throws(WriteError) -> Void = {}
  ) throws(CommandFailure) {
    directory.clear(keepingSweep: isSweep, keepingStudy: keepingStudy)
    do {
      for table in tables { try directory.write(table) }
      for (name, text) in texts { try directory.write(text, named: name) }
      try between()
      try directory.write(JSONText.string(manifest.json), named: ResultDirectory.manifestName)
    } catch {
      throw ResultOutput.failure(error)
    }
  }

  static func failure(_ error: WriteError) -> CommandFailure {
    CommandFailure(error.step == .create ? .cannotCreate : .cannotWrite, error.description)
  }
}
