import Foundation
import Tables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Why a file gave no text.
package enum FileFault: Error, Hashable, Sendable {
  /// Nothing of that name exists.
  case missing
  /// The name is that of a directory.
  case directory
  /// The name is that of a device, a socket or, where only files are read, a pipe.
  case notAFile
  /// It is a pipe, and nothing came out of it for ``SourceText/longestWait``.
  case silentPipe
  /// The standard input is a terminal, at which nobody types a scenario.
  case terminal
  /// The file has more bytes than ``SourceText/largestFile``; its size, or `nil` if it is a stream.
  case tooLarge(bytes: Int?)
  /// The system refused; its reason in words.
  case unreadable(String)

  /// What to tell the user, without the name of the file.
  package var message: Message {
    switch self {
    case .missing: "no such file"
    case .directory: "this is a directory, not a scenario file"
    case .notAFile: "this is not a file that holds a text, but a device, a pipe or the like"
    case .terminal: "the standard input is a terminal: a scenario is read there from a pipe or a file"
    case .silentPipe: "this is a pipe, and nothing came out of it for \(SourceText.longestWait) seconds"
    case .tooLarge(let bytes?):
      "the file has \(bytes) bytes; a scenario file may have at most \(SourceText.largestFile)"
    case .tooLarge(nil):
      "the input has more than \(SourceText.largestFile) bytes, the most that a scenario file may have"
    case .unreadable(let reason): "the file cannot be read: \(reason)"
    }
  }
}

extension SourceText {
  /// The largest file that is read: 16 MiB, some four hundred times the largest scenario known.
  package static let largestFile = 16 << 20
  /// How long a pipe may be silent, in seconds.
  package static let longestWait = 10

  /// What may be read.
  enum Kind {
    /// A file on a disk.
    case file
    /// That, or a pipe, such as the standard input or what a shell puts in place of a command's
    /// output.
    case fileOrPipe
    /// That, or a socket or the null device, as the standard input may be.
    case stream
  }

  /// Reads a file, what comes out of a pipe, or for `-` the standard input. Of a file that is too
  /// large nothing is read, and nothing makes it wait for ever: a pipe that nobody writes to is
  /// empty, and one that is silent for ``longestWait`` is given up.
  ///
  /// - Parameters:
  ///   - path: where it is, relative to the working directory or absolute.
  ///   - name: what diagnostics call it; the path unless given.
  package init(reading path: String, name: String? = nil) throws(FileFault) {
    guard path != "-" else {
      self.init(name: name ?? SourceText.standardInputName, bytes: try SourceText.standardInput())
      return
    }
    self.init(name: name ?? path, bytes: try SourceText.bytes(at: path, .fileOrPipe))
  }

  /// What diagnostics call the standard input, and where its results go by default.
  package static let standardInputName = "stdin"

  /// All that comes from the standard input, from where it stands.
  private static func standardInput() throws(FileFault) -> [UInt8] {
    guard isatty(STDIN_FILENO) == 0 else { throw .terminal }
    try check(.stream) { fstat(STDIN_FILENO, &$0) }
    return try bytes(from: STDIN_FILENO, isBlocking: true)
  }

  /// Reads a file; what is no file on a disk is refused.
  init(readingFile path: String) throws(FileFault) {
    self.init(name: path, bytes: try SourceText.bytes(at: path, .file))
  }

  private static func bytes(at path: String, _ kind: Kind) throws(FileFault) -> [UInt8] {
    // A NUL would cut the path short in the system call and open some other file.
    guard !path.utf8.contains(0) else { throw .missing }
    // Before it is opened: to open a device may do something to it.
    try check(kind) { stat(path, &$0) }
    // A pipe that nobody has opened for writing would make an opening wait.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw fault(errno) }
    defer { close(descriptor) }
    // Another may stand in its place by now.
    try check(kind) { fstat(descriptor, &$0) }
    return try bytes(from: descriptor)
  }

  /// Whether something is of a kind that is read, and small enough.
  private static func check(_ kind: Kind, _ look: (inout stat) -> Int32) throws(FileFault) {
    var status = stat()
    guard look(&status) == 0 else { throw fault(errno) }
    switch status.st_mode & S_IFMT {
    case S_IFREG: if status.st_size > largestFile { throw .tooLarge(bytes: Int(status.st_size)) }
    case S_IFDIR: throw .directory
    case S_IFIFO where kind != .file: break
    case S_IFSOCK where kind == .stream, S_IFCHR where kind == .stream: break
    default: throw .notAFile
    }
  }

  private static func wait(for descriptor: Int32) throws(FileFault) {
    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    if poll(&waiting, 1, Int32(longestWait) * 1_000) == 0 { throw .silentPipe }
  }

  /// - Parameter isBlocking: reading would wait for ever, as it does not where a file was opened
  ///   here.
  private static func bytes(from descriptor: Int32, isBlocking: Bool = false) throws(FileFault) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count <= largestFile {
      if isBlocking { try wait(for: descriptor) }
      let count = read(descriptor, &piece, piece.count)
      switch count {
      case 1...: bytes += piece[..<count]
      case 0: return bytes
      default:
        switch errno {
        case EINTR: continue
        // A pipe gives its content in pieces.
        case EAGAIN: try wait(for: descriptor)
        default: throw fault(errno)
        }
      }
    }
    throw .tooLarge(bytes: nil)
  }

  private static func fault(_ code: Int32) -> FileFault {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case EACCES: .unreadable("permission denied")
    default: .unreadable(String(cString: strerror(code)))
    }
  }
}
