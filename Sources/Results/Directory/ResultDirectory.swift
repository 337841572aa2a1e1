import Tables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A directory that holds the tables of one result, and `manifest.json`, which says where they come
/// from and lists all files.
///
/// A new result is made beside the former one and takes its place as a whole (``ResultDraft``).
/// Nothing is ever removed or replaced but files that the manifest lists and that are still as they
/// were written, and plans and journals of this program. Who writes has the directory for itself,
/// or shares it with the other shards of a sweep; whatever a killed command left is brought to its
/// end by the next one.
package struct ResultDirectory: Sendable {
  /// As it was given, without slashes at the end.
  package let path: String
  private let files = FileSystem.current
  /// `nil` for a result that is read.
  private let lock: DirectoryLock?
  private let manifest: [UInt8]
  private let record: ManifestRecord?

  /// The file that says where a result comes from.
  package static let manifestName = "manifest.json"
  /// What decides the tables of a sweep.
  package static let planName = "plan.json"
  /// What decides the tables of a simulation or a study that is done in shards.
  package static let studyPlanName = "study.json"
  package static let studyPlanSchema = "detente.study/1"
  /// What is done of a study.
  package static let studyJournalName = "study.journal"
  /// The page that a single simulation's result has.
  package static let reportName = "report.html"

  /// For what a directory is taken.
  package enum Purpose: Sendable, Equatable {
    /// A new result, where there is none.
    case new
    /// A new result, where there may be one, which stays until the new one is complete.
    case replacing
    /// To go on with what is there, or to add files to it.
    case goingOn
  }

  /// Takes a directory to write to it, and makes it, and those above it, if it is not there.
  /// Nothing in it is removed or replaced by that; but what a killed command left is brought to its
  /// end.
  ///
  /// - Parameters:
  ///   - path: the directory.
  ///   - purpose: whether something may be in it.
  ///   - mayShare: be content with a share of it when others have one, as the shards of a sweep do.
  /// - Throws: also when other files are in the way in a directory in which nothing is of this
  ///   program.
  package init(
    claiming path: String, for purpose: Purpose, mayShare: Bool = false
  ) throws(ResultDirectoryFault) {
    let path = ResultDirectory.trimmed(path)
    let made = try ResultDirectory.make(path, files)
    let room = Workroom(in: path, files)
    let lock = try DirectoryLock(
      room, mayShare: mayShare, tries: mayShare ? DirectoryLock.mostTries : DirectoryLock.usualTries,
      made: made,
      files)
    do throws(SystemError) {
      if lock.isAlone { try room.settle() }
    } catch {
      throw .cannotUse(path, reason: error.reason)
    }
    try ResultDirectory.check(path, purpose, room, files)
    self.path = path
    self.lock = lock
    manifest = []
    record = nil
  }

  private static func check(
    _ path: String, _ purpose: Purpose, _ room: Workroom, _ files: FileSystem
  ) throws(ResultDirectoryFault) {
    if purpose == .goingOn { return }
    let holdings: Holdings
    let isBegun: Bool
    do throws(SystemError) {
      holdings = try Holdings(in: path, files)
      isBegun = try files.status(of: room.sweep) != nil
    } catch {
      throw .cannotUse(path, reason: error.reason)
    }
    if purpose == .new {
      guard holdings.names.isEmpty, !isBegun else { throw .occupied(path) }
    } else {
      let names = holdings.inTheWay
      guard names.isEmpty else { throw .foreign(path, names: names) }
    }
  }

  /// Opens a result that is there already. An exchange that a killed command had decided on is
  /// carried out first.
  package init(reading path: String) throws(ResultDirectoryFault) {
    self.path = ResultDirectory.trimmed(path)
    lock = nil
    let files = FileSystem.current
    let status: FileStatus?
    do {
      status = try files.status(of: self.path)
    } catch {
      throw .cannotRead(self.path, reason: error.reason)
    }
    guard let status else { throw .missing(self.path) }
    guard status.kind == .directory else { throw .notADirectory(self.path) }
    try ResultDirectory.settle(self.path)
    do throws(SystemError) {
      let manifest = try files.bytes(of: "\(self.path)/\(ResultDirectory.manifestName)")
      self.manifest = manifest ?? []
      record = manifest.flatMap { ManifestRecord($0) }
      if manifest != nil { return }
    } catch {
      throw .cannotRead("\(self.path)/\(ResultDirectory.manifestName)", reason: error.reason)
    }
    throw .noResult(self.path)
  }

  /// An exchange that a killed command had decided on is carried out before anything is read.
  /// Whatever else there is stays: it may belong to a command at work, which a file system that
  /// cannot lock, or another machine, does not tell a reader.
  package static func settle(_ path: String) throws(ResultDirectoryFault) {
    let files = FileSystem.current
    let room = Workroom(in: path, files)
    do throws(SystemError) {
      guard try files.status(of: room.exchange) != nil else { return }
    } catch {
      throw .cannotRead(path, reason: error.reason)
    }
    do {
      let lock = try DirectoryLock(room, mayShare: false, tries: DirectoryLock.mostTries, files)
      try withExtendedLifetime(lock) { try Exchange.read(from: room, files)?.carryOut(in: room, files) }
    } catch {
      throw .unfinished(path, reason: (error as? SystemError)?.reason ?? "\(error)")
    }
  }

  /// The path of a file in the directory.
  package func path(of name: String) -> String { "\(path)/\(name)" }

  /// Begins a new result, to be written beside the one that is there.
  package func draft() throws(WriteError) -> ResultDraft { try ResultDraft(in: room) }

  /// Lets the other shards of a sweep have a share of the directory.
  package func share() throws(WriteError) {
    do {
      try lock?.share()
    } catch {
      throw WriteError(path: room.lock, step: .create, code: error.code)
    }
  }

  /// Whether anything of this program is in the directory, finished or not: what a sweep may not be
  /// begun over, but only beside.
  package var isOccupiedByUs: Bool {
    get throws(WriteError) {
      do {
        let holdings = try Holdings(in: path, files)
        return holdings.manifest != nil || !holdings.work.isEmpty
      } catch {
        throw WriteError(path: path, step: .create, code: error.code)
      }
    }
  }

  /// Where a sweep is begun over another result: plan and journals, which move to the directory
  /// with the new one.
  package var begunSweepPath: String { room.sweep }

  package static func begunSweepPath(in path: String) -> String {
    Workroom(in: trimmed(path), FileSystem.current).sweep
  }

  /// Makes an empty place for a sweep that is begun over another result.
  package func beginSweep() throws(WriteError) {
    do {
      try room.empty(room.sweep)
      try files.makeDirectory(room.sweep)
    } catch {
      throw WriteError(path: path, step: .create, code: error.code)
    }
  }

  /// Removes the journal of a study that was stopped, unless it is somebody else's file.
  package func discardStudy() throws(WriteError) {
    do {
      let journal = path(of: ResultDirectory.studyJournalName)
      if try Journal.isJournal(journal, files) { try files.unlink(journal) }
    } catch {
      throw WriteError(path: path, step: .write, code: error.code)
    }
  }

  /// The tables of the result, by name: those that the manifest lists.
  package var tableNames: [String] {
    get throws(ResultDirectoryFault) {
      let names: [String]
      do {
        if let listed = record?.outputs { names = listed.map(\.name) } else { names = try visibleNames }
      } catch {
        throw .cannotRead(path, reason: error.reason)
      }
      return names.filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }
    }
  }

  private var visibleNames: [String] {
    get throws(SystemError) { try files.names(in: path).filter { !$0.hasPrefix(".") } }
  }

  /// Reads a table.
  package func table(named name: String) throws(ResultDirectoryFault) -> Table {
    let file = path(of: name + ".csv")
    let bytes: [UInt8]
    do throws(SystemError) {
      guard let content = try files.bytes(of: file) else { throw SystemError(ENOENT) }
      bytes = content
    } catch {
      throw .cannotRead(file, reason: error.reason)
    }
    try checkNotReplaced()
    do {
      return try Table(csv: bytes, name: name)
    } catch {
      throw .notATable(file, error)
    }
  }

  /// A table that is read as it is written, however long it is; `nil` where that cannot be, and
  /// ``table(named:)`` says why or reads it.
  package func storedTable(named name: String) throws(ResultDirectoryFault) -> StoredTable? {
    let file = path(of: name + ".csv")
    let table: StoredTable?
    do {
      table = try StoredTable(file, name: name)
    } catch {
      throw .cannotRead(file, reason: error.reason)
    }
    try checkNotReplaced()
    return table
  }

  /// A result that was replaced while it was read would be of two halves.
  private func checkNotReplaced() throws(ResultDirectoryFault) {
    guard lock == nil else { return }
    do throws(SystemError) {
      if try files.status(of: room.exchange) == nil,
        try files.bytes(of: path(of: ResultDirectory.manifestName)) == manifest
      {
        return
      }
    } catch {
      throw .cannotRead(path, reason: error.reason)
    }
    throw .replaced(path)
  }

  private var room: Workroom { Workroom(in: path, files) }

  private static func trimmed(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }

  /// Makes a directory and those above it; returns those that were not there, the outermost first.
  private static func make(
    _ path: String, _ files: FileSystem
  ) throws(ResultDirectoryFault) -> [String] {
    var made: [String] = []
    do throws(SystemError) {
      if let status = try files.status(of: path) {
        if status.kind == .directory { return [] }
        throw SystemError(ENOTDIR)
      }
      var place = path.hasPrefix("/") ? "/" : ""
      for part in path.split(separator: "/") {
        let above = place.isEmpty ? "." : place
        place += part
        do throws(SystemError) {
          try files.makeDirectory(place)
          made.append(place)
          try files.syncDirectory(above)
        } catch {
          if error.code != EEXIST { throw error }
        }
        place += "/"
      }
      return made
    } catch {
      for directory in made.reversed() { try? files.removeDirectory(directory) }
      if error.code == ENOTDIR, (try? files.status(of: path)) ?? nil != nil { throw .notADirectory(path) }
      throw .cannotCreate(path, reason: error.reason)
    }
  }
}
