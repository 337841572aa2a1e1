import Experiments
import Tables

/// Claims the directory of a result and writes it, and turns what goes wrong into a status.
struct ResultOutput {
  let directory: ResultDirectory

  /// Takes the directory before the work begins: nobody wants to learn after an hour that there is no place for the result.
  init(path: String, force: Bool) throws(CommandFailure) {
    do {
      directory = try ResultDirectory(claiming: path, replacing: force)
    } catch {
      let advice: String
      if case .occupied = error {
        advice = "Choose another directory with --out DIR, or replace what is there with --force."
      } else {
        advice = ""
      }
      throw CommandFailure(.cannotCreate, error.description, advice: advice)
    }
  }

  /// Writes the tables and other files of a result in place of the former one; the manifest comes last.
  ///
  /// - Parameter between: work to be done after the tables and before the manifest.
  func write(
    tables: [Table], texts: [(name: String, text: String)], manifest: Manifest,
    between: () throws(WriteError) -> Void = {}
  ) throws(CommandFailure) {
    directory.clear()
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
