import Foundation

/// Where fixtures lie, found from this file.
enum Fixtures {
  static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  static let folder = tests.appendingPathComponent("Fixtures")
  /// The scenarios that the package ships.
  static let shipped = tests.deletingLastPathComponent().appendingPathComponent("scenarios")

  /// The scenario files of a folder, by name.
  static func scenarios(in folder: URL) -> [URL] {
    let files =
      (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
    return files.filter { $0.pathExtension == "jsonc" }.sorted { $0.path < $1.path }
  }
}
