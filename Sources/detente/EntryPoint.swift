import Foundation

/// Where the program begins. The package manager links an executable so that its module's
/// `NAME_main` is the `main` of C.
///
/// The command line is what `main` is given. `CommandLine.arguments` would read
/// `/proc/self/cmdline` on Linux, and know of no words where a bare container or `chroot` has no
/// `/proc`.
///
/// - Parameters:
///   - count: how many words there are, the program's name among them.
///   - words: `count` C strings.
/// - Returns: the exit status.
@_cdecl("detente_main")
func main(_ count: Int32, _ words: UnsafePointer<UnsafePointer<CChar>?>) -> Int32 {
  StandardStream.prepare()
  OutOfMemory.prepare()
  let words = UnsafeBufferPointer(start: words, count: Int(count)).compactMap {
    $0.map { String(cString: $0) }
  }
  let invocation = Invocation(program: words.first ?? Invocation.name, words: Array(words.dropFirst()))
  let console = Console(invocation: invocation, environment: ProcessInfo.processInfo.environment)
  return CommandLineTool(console: console).run(invocation.words).rawValue
}
