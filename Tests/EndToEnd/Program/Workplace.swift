import Foundation

/// An empty directory that is removed after use.
struct Workplace {
  let url: URL

  /// Where directories are in memory and a sync takes no time, if this machine has such a place.
  static var memory: URL {
    let shared = "/dev/shm"
    let isThere = FileManager.default.isWritableFile(atPath: shared)
    return isThere ? URL(filePath: shared) : FileManager.default.temporaryDirectory
  }

  /// Calls `body` with an empty directory and a program that is started in it.
  static func use<Result>(
    in parent: URL = FileManager.default.temporaryDirectory, _ body: (Workplace) throws -> Result
  ) throws -> Result {
    let url = parent.appending(path: "detente-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url) }
    return try body(Workplace(url: url))
  }

  /// The program, started here.
  var program: Program { Program(directory: url) }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: url.appending(path: name))
  }

  func text(of name: String) throws -> String {
    String(decoding: try Data(contentsOf: url.appending(path: name)), as: UTF8.self)
  }

  /// Names of what is in a directory, sorted; empty when there is none.
  func names(in directory: String = "") -> [String] {
    let path = url.appending(path: directory).path
    return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }
}
