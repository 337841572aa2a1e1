import Foundation
import Tables

/// What a directory has to offer to results.
package struct DiskSpace: Sendable, Equatable {
  /// Bytes that this user may still write; `nil` where the system does not tell.
  package let freeBytes: Int?
  package let isWritable: Bool

  package init(freeBytes: Int?, isWritable: Bool) {
    self.freeBytes = freeBytes
    self.isWritable = isWritable
  }

  package init(of directory: String) {
    let files = FileManager.default
    let free = (try? files.attributesOfFileSystem(forPath: directory))?[.systemFreeSize] as? NSNumber
    self.init(
      freeBytes: free.map { Int(clamping: $0.uint64Value) },
      isWritable: files.isWritableFile(atPath: directory))
  }

  package var json: JSONValue { ["free_bytes": JSONValue(freeBytes), "writable": .bool(isWritable)] }
}
