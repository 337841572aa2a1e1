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
}
