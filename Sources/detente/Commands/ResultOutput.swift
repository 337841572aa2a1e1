import Experiments
import Reports
import Results
import Tables

/// Claims the directory of a result and writes it, and turns what goes wrong into a status.
struct ResultOutput {
  let directory: ResultDirectory

  /// Takes the directory before the work begins: nobody wants to learn after an hour that there is
  /// no place for the result.
  init(path: String, for purpose: ResultDirectory.Purpose) throws(CommandFailure) {
    do {
      directory = try ResultDirectory(claiming: path, for: purpose)
    } catch {
      throw ResultOutput.failure(error)
    }
  }

  init(path: String, force: Bool) throws(CommandFailure) {
    try self.init(path: path, for: force ? .replacing : .new)
  }

  /// For a directory that was taken already.
  init(taken directory: ResultDirectory) { self.directory = directory }

  static func failure(_ fault: ResultDirectoryFault) -> CommandFailure {
    switch fault {
    case .occupied:
      CommandFailure(
        .cannotCreate, "\(fault)",
        advice: "Choose another directory with --out DIR, or replace what is there with --force.")
    case .foreign:
      CommandFailure(
        .cannotCreate, "\(fault)",
        advice:
          "They may be somebody's work, so that --force does not help. Choose another directory with --out DIR."
      )
    case .missing, .noResult, .cannotRead, .notATable, .replaced:
      CommandFailure(.noInput, "\(fault)")
    case .inUse, .notADirectory, .cannotCreate, .cannotUse, .unfinished:
      CommandFailure(.cannotCreate, "\(fault)")
    }
  }

  /// Begins the files of a result, beside the former one.
  func draft() throws(CommandFailure) -> ResultDraft {
    do {
      return try directory.draft()
    } catch {
      throw ResultOutput.failure(error)
    }
  }

  /// Writes the tables and other files of a result, with its page and pictures; it then takes the
  /// place of the former one.
  func write(
    tables: [Table], texts: [(name: String, text: String)] = [], manifest: Manifest, to draft: ResultDraft,
    _ succession: ResultDraft.Succession = .replaces, console: Console
  ) throws(CommandFailure) {
    do {
      for table in tables { try draft.write(table) }
      for (name, text) in texts + ResultOutput.page(of: tables, manifest, console) {
        try draft.write(text, named: name)
      }
      ResultOutput.tell(try draft.commit(manifest, succession), console)
    } catch {
      throw ResultOutput.failure(error)
    }
  }

  /// The page of a result that is about to be written, and its pictures. What hours have shown is
  /// not to be lost for want of a page: it is said, and the tables are written all the same.
  private static func page(
    of tables: [Table], _ manifest: Manifest, _ console: Console
  ) -> [(name: String, text: String)] {
    do {
      return ResultPage(try PageSource(manifest, tables)).texts
    } catch {
      console.say("detente: no page was made: \(error)")
      return []
    }
  }

  /// Says what had to make room, which must be known even to who wants no notes.
  static func tell(_ kept: [KeptFile], _ console: Console) {
    for file in kept { console.say("detente: \(file)") }
  }

  static func failure(_ error: WriteError) -> CommandFailure {
    CommandFailure(
      error.step == .create ? .cannotCreate : .cannotWrite, "\(error)",
      advice: error.step == .exchange
        ? "It is complete in \(error.path)/.detente; the next command that opens \(error.path) puts it in its place."
        : "")
  }
}
