#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What is at a path.
package struct FileStatus: Sendable, Equatable {
  package enum Kind: Sendable {
    case file, directory, link, other
  }

  package let kind: Kind
  /// In bytes.
  package let size: Int
  /// The bits that may be changed.
  package let permissions: UInt32
  /// What tells one file from another, whatever they are called.
  package let identity: Identity

  package struct Identity: Sendable, Equatable {
    let device: UInt64
    let number: UInt64
  }

  init(_ status: stat) {
    kind =
      switch status.st_mode & S_IFMT {
      case S_IFREG: .file
      case S_IFDIR: .directory
      case S_IFLNK: .link
      default: .other
      }
    size = Int(status.st_size)
    permissions = UInt32(status.st_mode & 0o7777)
    identity = Identity(
      device: UInt64(truncatingIfNeeded: status.st_dev), number: UInt64(truncatingIfNeeded: status.st_ino))
  }
}
