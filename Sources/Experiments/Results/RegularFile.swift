import Foundation

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Files on a disk, told from what only bears the name of one: a pipe in the place of a table or a plan would be waited for without end.
enum RegularFile {
  /// The content of a file; `nil` when there is none or it cannot be read.
  static func contents(at path: String) -> Data? {
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { return nil }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    guard isRegular(descriptor) else { return nil }
    return try? handle.readToEnd() ?? Data()
  }

  /// Whether what was opened is a file on a disk.
  static func isRegular(_ descriptor: Int32) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
