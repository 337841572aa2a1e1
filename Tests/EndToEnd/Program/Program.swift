import Foundation

/// The built program, started as a user starts it.
struct Program {
  /// What came out of it.
  struct Outcome: Equatable {
    let status: Int32
    let output: String
    let errors: String
  }

  /// Where it stands.
  var executable = Program.executable
  /// Where the program is started; the package directory unless given.
  var directory = Program.package
  /// Environment variables beside those that every test has.
  var environment: [String: String] = [:]

  /// Whether `ulimit -v` leaves it what it needs to be loaded. A build with the sanitizer of
  /// addresses takes terabytes of them; `.ci/sanitize` sets this variable.
  static let canBeLimited = ProcessInfo.processInfo.environment["ASAN_OPTIONS"] == nil

  /// Runs the program to its end.
  func run(_ words: String...) throws -> Outcome { try run(words) }

  func run(_ words: [String]) throws -> Outcome {
    try start(executable, words)
  }

  /// Runs another program of the package, for which `$detente` is the program.
  func run(at path: String, _ words: String...) throws -> Outcome {
    try start(Program.package.appending(path: path), words)
  }

  /// Runs a line of shell in which `$detente` is the program.
  func shell(_ line: String) throws -> Outcome {
    try start(URL(filePath: "/bin/sh"), ["-c", line])
  }

  /// Shell that waits until the process `$pid` hears signals, however slow the machine is: XCPU,
  /// which no shell catches, is the last that it comes to catch. Gives up after a minute; where
  /// there is no `/proc` it waits for two seconds.
  static let untilListening = """
    if [ -e /proc/self/status ]; then
      tries=0
      while [ $tries -lt 1200 ] && ! grep -Eq '^SigCgt:.[0-9a-f]{10}[89a-f]' /proc/$pid/status; do
        tries=$((tries + 1)); sleep 0.05
      done
    else sleep 2; fi
    """

  private func start(_ executable: URL, _ words: [String]) throws -> Outcome {
    // Files and not pipes: programs that other tests start at the same moment would inherit a pipe
    // and hold it open.
    let folder = FileManager.default.temporaryDirectory.appending(path: "detente-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (output, errors) = (folder.appending(path: "output"), folder.appending(path: "errors"))
    for file in [output, errors] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = executable
    process.arguments = words
    process.currentDirectoryURL = directory
    process.environment = surroundings
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    let status =
      process.terminationReason == .exit ? process.terminationStatus : 128 + process.terminationStatus
    return Outcome(
      status: status, output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      errors: String(decoding: try Data(contentsOf: errors), as: UTF8.self))
  }

  /// The caller's environment without what would change the program's output.
  private var surroundings: [String: String] {
    var all = ProcessInfo.processInfo.environment
    let names = ["NO_COLOR", "TERM", "COLUMNS", "SLURM_CPUS_PER_TASK", "LC_ALL", "LC_CTYPE", "LANG"]
    for name in names { all[name] = nil }
    all["detente"] = Program.executable.path
    return all.merging(environment) { $1 }
  }

  /// The directory of the package.
  static let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// What makes mutants of files and judges them.
  static let mutation = Program(executable: products.appending(path: "Mutation"))

  static let executable = products.appending(path: "detente")

  /// Programs stand beside the test bundle, or where `DETENTE_PRODUCTS` says: another build of them
  /// is tried so (`.ci/sanitize`).
  private static let products: URL = {
    if let named = ProcessInfo.processInfo.environment["DETENTE_PRODUCTS"] { return URL(filePath: named) }
    let bundles = Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
    let bundle = bundles.first ?? URL(filePath: CommandLine.arguments[0])
    return bundle.deletingLastPathComponent()
  }()
}
