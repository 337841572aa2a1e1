import Tables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file to which records are added one by one, each of which is on the disk before ``append(_:)``
/// returns.
///
/// Its heading says what it belongs to. Whatever ends the writer, whole records are left and
/// perhaps a torn last one, which ``open(_:heading:)`` cuts off: what was in it is done again.
/// Where a byte has changed since, the records after the damage are found again and kept.
package final class Journal {
  /// How often a lock is tried, a hundredth of a second apart: a child that another thread is just
  /// starting holds the lock of a journal that was closed meanwhile until it has become another
  /// program.
  private static let mostTries = 30

  package let path: String
  private let files = FileSystem.current
  private var descriptor: Int32
  private let heading: [UInt8]
  private let frame: JournalFrame
  /// Where the last whole record ends.
  private var end = 0
  /// Whether there may be more behind it, because a part of a record could not be cut off.
  private var isLitteredBehind = false

  /// Opens a journal for writing, or begins one, and cuts a torn record off.
  ///
  /// - Parameters:
  ///   - path: the file; made if it is not there.
  ///   - heading: what the journal belongs to; at least one byte.
  /// - Returns: `nil` when the file is no journal with that heading; nothing in it is changed then.
  /// - Throws: `WriteError`; with the code `EWOULDBLOCK` when another process on this machine
  ///   writes to it.
  package static func open(
    _ path: String, heading: [UInt8]
  ) throws(WriteError) -> (journal: Journal, content: Content)? {
    let journal = try Journal(path, heading)
    guard let content = parse(try journal.bytes(), heading: heading) else { return nil }
    journal.end = content.wholeBytes
    if content.tornBytes > 0 { try journal.write { () throws(SystemError) in try journal.cut() } }
    if content.wholeBytes == 0 { try journal.add(JournalFrame(of: nil).framed(heading)) }
    return (journal, content)
  }

  /// What a journal holds that others may be writing.
  ///
  /// - Returns: `nil` when there is no file.
  /// - Throws: ``JournalFault``.
  package static func read(_ path: String, heading: [UInt8]) throws(JournalFault) -> Content? {
    let bytes: [UInt8]?
    do {
      bytes = try FileSystem.current.bytes(of: path)
    } catch {
      throw .cannotRead(path, reason: error.reason)
    }
    guard let bytes else { return nil }
    guard let content = parse(bytes, heading: heading) else { throw .foreign(path) }
    return content
  }

  /// Writes the journal anew without some of its records, and puts that in its place as a whole.
  ///
  /// - Parameter isKept: whether a record stays.
  /// - Throws: `WriteError`; the journal is then as it was.
  package func rewrite(keeping isKept: ([UInt8]) -> Bool) throws(WriteError) {
    guard let content = Journal.parse(try bytes(), heading: heading) else { return }
    var whole = JournalFrame(of: nil).framed(heading)
    for record in content.records where isKept(record) { whole += frame.framed(record) }
    try AtomicFile.write(whole, to: path)
    let fresh = try Journal(path, heading)
    // The lock of the new file is held before that of the old one is let go of.
    swap(&descriptor, &fresh.descriptor)
    end = whole.count
    isLitteredBehind = false
  }

  /// How many bytes it has.
  package var byteCount: Int { end }

  private init(_ path: String, _ heading: [UInt8]) throws(WriteError) {
    self.path = path
    self.heading = heading
    frame = JournalFrame(of: heading)
    do {
      descriptor = try files.open(path, O_RDWR | O_CREAT | O_APPEND)
    } catch {
      throw WriteError(path: path, step: .create, code: error.code)
    }
    do {
      try lock()
      // Another process may have put a new file in its place before the lock was had.
      while try files.status(of: path)?.identity != files.status(of: descriptor).identity {
        let other = try files.open(path, O_RDWR | O_CREAT | O_APPEND)
        try? files.close(descriptor)
        descriptor = other
        try lock()
      }
    } catch {
      throw WriteError(path: path, step: .create, code: error.code)
    }
    do {
      try files.syncDirectory(path.lastIndex(of: "/").map { String(path[...$0]) } ?? ".")
    } catch {
      // Too many open files: the directory could not be opened, and the journal is of no use.
      let isShortOfFiles = error.code == EMFILE || error.code == ENFILE
      throw WriteError(path: path, step: isShortOfFiles ? .create : .sync, code: error.code)
    }
  }

  deinit { try? files.close(descriptor) }

  /// Adds a record and waits until it is on the disk. When that fails, what was written of it is
  /// taken back if it can be.
  ///
  /// - Parameter record: at least one byte.
  package func append(_ record: [UInt8]) throws(WriteError) { try append([record]) }

  /// Adds records one after another, all of which are on the disk when this returns. What of them
  /// finds room is kept when it throws.
  package func append(_ records: [[UInt8]]) throws(WriteError) {
    do {
      try add(records.flatMap(frame.framed))
    } catch {
      if records.count > 1 {
        for record in records {
          do { try add(frame.framed(record)) } catch { break }
        }
      }
      throw error
    }
  }

  private func add(_ framed: [UInt8]) throws(WriteError) {
    try write { () throws(SystemError) in
      if isLitteredBehind { try cut() }
      do throws(SystemError) {
        try files.write(descriptor, framed)
        try files.sync(descriptor)
      } catch {
        isLitteredBehind = true
        try? cut()
        throw error
      }
    }
    end += framed.count
  }

  private func cut() throws(SystemError) {
    try files.truncate(descriptor, to: end)
    try files.sync(descriptor)
    isLitteredBehind = false
  }

  private func write(_ body: () throws(SystemError) -> Void) throws(WriteError) {
    do {
      try body()
    } catch {
      throw WriteError(path: path, step: .write, code: error.code)
    }
  }

  private func bytes() throws(WriteError) -> [UInt8] {
    do {
      return try files.bytes(of: descriptor)
    } catch {
      throw WriteError(path: path, step: .create, code: error.code)
    }
  }

  /// A file system that cannot lock is no reason to refuse; two writers are a slip that this
  /// catches where it can.
  private func lock() throws(SystemError) {
    var tries = 0
    while true {
      do {
        return try files.lock(descriptor, LOCK_EX)
      } catch {
        if FileSystem.cannotLock(error) { return }
        tries += 1
        guard error.code == EWOULDBLOCK, tries <= Journal.mostTries else { throw error }
      }
      usleep(10_000)
    }
  }
}

/// Why a journal cannot be read.
package enum JournalFault: Error, Sendable, Equatable {
  /// It belongs to something else, or is none.
  case foreign(String)
  case cannotRead(String, reason: String)
}
