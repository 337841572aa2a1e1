import Foundation

/// Why a file gave no text.
public enum FileFault: Error, Hashable, Sendable {
  /// Nothing of that name exists.
  case missing
  /// The name is that of a directory.
  case directory
  /// The file has more bytes than ``SourceText/largestFile``; its size, or `nil` if it is a stream.
  case tooLarge(bytes: Int?)
  /// The system refused; its reason in words.
  case unreadable(String)

  /// What to tell the user, without the name of the file.
  public var message: String {
    switch self {
    case .missing: "no such file"
    case .directory: "this is a directory, not a scenario file"
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
  public static let largestFile = 16 << 20

  /// Reads a file. Of a file that is too large nothing is read.
  ///
  /// - Parameters:
  ///   - path: where it is, relative to the working directory or absolute.
  ///   - name: what diagnostics call it; the path unless given.
  public init(reading path: String, name: String? = nil) throws(FileFault) {
    self.init(name: name ?? path, bytes: try SourceText.bytes(ofFile: path))
  }

  private static func bytes(ofFile path: String) throws(FileFault) -> [UInt8] {
    var isDirectory: ObjCBool = false
    // A NUL would cut the path short in the system call and open some other file.
    guard !path.utf8.contains(0), FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
    else { throw .missing }
    if isDirectory.boolValue { throw .directory }
    if let attributes = try? FileManager.default.attributesOfItem(atPath: path),
      attributes[.type] as? FileAttributeType == .typeRegular,
      let size = (attributes[.size] as? NSNumber)?.intValue, size > largestFile
    {
      throw .tooLarge(bytes: size)
    }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw .unreadable("permission denied")
    }
    defer { try? handle.close() }
    var bytes: [UInt8] = []
    do {
      // A pipe gives its content in pieces.
      while let piece = try handle.read(upToCount: 1 << 20), !piece.isEmpty {
        bytes.append(contentsOf: piece)
        if bytes.count > largestFile { break }
      }
    } catch {
      throw .unreadable(error.localizedDescription)
    }
    if bytes.count > largestFile { throw .tooLarge(bytes: nil) }
    return bytes
  }
}
