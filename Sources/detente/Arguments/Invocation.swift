import Foundation

/// With which words the program was started.
package struct Invocation: Sendable {
  /// What the program is called in manifests and in lines to be typed, whatever its file is called.
  package static let name = "detente"

  /// The first word: the file of the program, or what the shell found it by.
  let program: String
  /// The words after it.
  let words: [String]

  package init(program: String = Invocation.name, words: [String] = []) {
    self.program = program
    self.words = words
  }

  /// The whole line, word by word.
  var line: [String] { [Invocation.name] + words }

  /// The path of the program's file: what the system says, else what was typed, looked up as a
  /// shell does. `Bundle.main` ends the process where there is no `/proc`.
  func file(environment: [String: String]) -> String {
    let files = FileManager.default
    if let file = try? files.destinationOfSymbolicLink(atPath: "/proc/self/exe") { return file }
    guard !program.contains("/") else { return program }
    let folders = (environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(program)" }.first { files.isExecutableFile(atPath: $0) } ?? program
  }
}
