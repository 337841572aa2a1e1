import Synchronization
import Tables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The right to work in the directory of a result, held until it is let go of or the process ends,
/// however it ends.
///
/// The system's lock (`flock`) on `.detente/lock` decides; the numbers in that file only say who
/// has it. Commands take it alone; the shards of one sweep share it. A file system that cannot lock
/// is no reason to refuse (over NFS two machines may not see each other's locks). The last one to
/// let go removes the file and its directory, and directories that were made for a result that did
/// not come to be.
final class DirectoryLock: Sendable {
  /// How often a lock is tried, a hundredth of a second apart: a child that another thread is just
  /// starting holds the lock that was let go of meanwhile until it has become another program.
  static let usualTries = 30
  /// For those who share: another one may just be making the plan.
  static let mostTries = 1_000

  private enum Held {
    case alone, shared
  }

  private let room: Workroom
  private let files: FileSystem
  private let descriptor: Int32
  private let held: Mutex<Held>
  private let made: [String]

  /// - Parameters:
  ///   - room: of the directory, which exists.
  ///   - mayShare: be content with a share when others have one.
  ///   - tries: how often.
  ///   - made: directories that were made for the result, the outermost first.
  /// - Throws: `ResultDirectoryFault.inUse`, or another when no lock can be made.
  init(
    _ room: Workroom, mayShare: Bool, tries: Int = DirectoryLock.usualTries, made: [String] = [],
    _ files: FileSystem
  ) throws(ResultDirectoryFault) {
    var rest = tries
    var taken: (descriptor: Int32, held: Held)?
    do {
      while taken == nil {
        taken = try DirectoryLock.take(room, mayShare: mayShare, files)
        if taken != nil { break }
        rest -= 1
        if rest <= 0 { break }
        usleep(10_000)
      }
    } catch {
      try? files.removeDirectory(room.path)
      DirectoryLock.remove(made, files)
      throw .cannotCreate(room.directory, reason: error.reason)
    }
    guard let taken else {
      throw .inUse(room.directory, process: DirectoryLock.holder(room, files))
    }
    self.room = room
    self.files = files
    self.made = made
    descriptor = taken.descriptor
    held = Mutex(taken.held)
    // Who it is: for a message, so that a full disk does not matter here.
    if taken.held == .alone { try? files.truncate(descriptor, to: 0) }
    try? files.write(descriptor, Array("\(getpid())\n".utf8))
  }

  /// Whether nobody else has a share.
  var isAlone: Bool { held.withLock { $0 == .alone } }

  /// Lets others have a share.
  func share() throws(SystemError) {
    try DirectoryLock.ignoringInability { () throws(SystemError) in try files.lock(descriptor, LOCK_SH) }
    held.withLock { $0 = .shared }
  }

  deinit {
    let isLast =
      held.withLock { $0 == .alone } || (try? files.lock(descriptor, LOCK_EX)) != nil
    if isLast {
      try? files.unlink(room.lock)
      try? files.removeDirectory(room.path)
      DirectoryLock.remove(made, files)
    }
    try? files.close(descriptor)
  }

  /// Tries once; `nil` when others have it, or have removed the file meanwhile.
  private static func take(
    _ room: Workroom, mayShare: Bool, _ files: FileSystem
  ) throws(SystemError) -> (descriptor: Int32, held: Held)? {
    do {
      try files.makeDirectory(room.path)
    } catch {
      if error.code != EEXIST { throw error }
    }
    let descriptor: Int32
    do {
      descriptor = try files.open(room.lock, O_RDWR | O_CREAT | O_APPEND)
    } catch {
      if error.code == ENOENT { return nil }
      throw error
    }
    do {
      if let held = try take(descriptor, mayShare: mayShare, files),
        try files.status(of: room.lock)?.identity == files.status(of: descriptor).identity
      {
        return (descriptor, held)
      }
    } catch {
      try? files.close(descriptor)
      throw error
    }
    try files.close(descriptor)
    return nil
  }

  private static func take(
    _ descriptor: Int32, mayShare: Bool, _ files: FileSystem
  ) throws(SystemError) -> Held? {
    for (kind, held) in mayShare ? [(LOCK_EX, Held.alone), (LOCK_SH, .shared)] : [(LOCK_EX, .alone)] {
      do {
        try ignoringInability { () throws(SystemError) in try files.lock(descriptor, kind) }
        return held
      } catch {
        if error.code != EWOULDBLOCK { throw error }
      }
    }
    return nil
  }

  private static func ignoringInability(_ body: () throws(SystemError) -> Void) throws(SystemError) {
    do {
      try body()
    } catch {
      if !FileSystem.cannotLock(error) { throw error }
    }
  }

  /// The process that has the lock, as far as the file says; `nil` when none that it names is there
  /// any more.
  private static func holder(_ room: Workroom, _ files: FileSystem) -> Int32? {
    let text =
      (try? files.bytes(of: room.lock)).flatMap { $0 }.map { String(decoding: $0, as: UTF8.self) } ?? ""
    return text.split(separator: "\n").compactMap { Int32($0) }
      .first { $0 > 0 && (kill($0, 0) == 0 || errno == EPERM) }
  }

  /// Only empty ones can be removed.
  private static func remove(_ made: [String], _ files: FileSystem) {
    for directory in made.reversed() { try? files.removeDirectory(directory) }
  }
}
