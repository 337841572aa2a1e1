import Foundation

/// Which files a scenario may extend.
public enum ExtensionPolicy: String, Hashable, Sendable {
  /// Any file.
  case anywhere
  /// Files in the directory of the scenario or below it, links followed; for who reads scenarios
  /// that somebody else has written.
  case insideDirectory
}

/// The directory of a scenario, against which the files that it extends are held.
struct HomeDirectory {
  /// The true path, ending with a slash.
  private let path: String

  /// - Parameter scenario: the path of the scenario that is read.
  init(of scenario: String) {
    let folder = scenario.lastIndex(of: "/").map { String(scenario[...$0]) } ?? "."
    let path = HomeDirectory.truePath(folder)
    self.path = path.hasSuffix("/") ? path : path + "/"
  }

  /// Whether a file lies in the directory or below it, wherever links lead.
  func contains(_ file: String) -> Bool { HomeDirectory.truePath(file).hasPrefix(path) }

  /// The path with links followed and `.` and `..` resolved, to tell whether two names mean one
  /// file.
  static func truePath(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
