import Foundation
import Results
import Tables
import Testing

/// The nth call of every kind fails, for n up to the number of calls that the command makes.
@Suite("A disk that fails at any call")
struct FaultInjectionTests {
  /// Calls that change something, at which a process may be killed; between two of them nothing
  /// happens that could be seen.
  private static let changes: [FileCall] = [
    .open, .write, .sync, .rename, .link, .unlink, .makeDirectory, .removeDirectory, .truncate,
  ]

  /// Every how many calls one fails: a sample, as the files of a result are written one like the
  /// other; 1 tries them all, as `.ci/soak --faults` does.
  private static let stride =
    ProcessInfo.processInfo.environment["FAULT_STRIDE"].flatMap { Int($0) }.map { max(1, $0) } ?? 5

  @Test(
    "leaves the old result or the new one whole, says why it failed, and the same command then gives the same bytes",
    arguments: FaultCase.all)
  func anyCall(_ fault: FaultCase) throws {
    // With a stride of 1 some 1,900 attempts, each with a sync of every file.
    try Workplace.use(in: Workplace.memory) { place in
      let trial = try FaultTrial(fault, in: place)
      var counts: [FaultSentry.Way: Int] = [:]
      for (turn, way) in FaultSentry.Way.allCases.enumerated() {
        let calls = way == .once ? FileCall.allCases : Self.changes
        for (kind, call) in calls.enumerated() {
          // The first of each kind; after it not the same ones of each kind, nor in each way.
          var number = 1
          var next = 2 + (turn + kind) % Self.stride
          while try trial.fails(call, number, way) {
            counts[way, default: 0] += 1
            number = next
            next += Self.stride
          }
        }
      }
      let said = FaultSentry.Way.allCases.map { "\(counts[$0] ?? 0) \($0.rawValue)" }.joined(separator: ", ")
      #expect(
        (counts[.once] ?? 0) * Self.stride > 30 && (counts[.death] ?? 0) * Self.stride > 15,
        "\(said)")
    }
  }
}

/// One case, tried again and again from the same beginning.
struct FaultTrial {
  private let fault: FaultCase
  private let place: Workplace
  private let before: ResultSnapshot
  private let after: ResultSnapshot

  init(_ fault: FaultCase, in place: Workplace) throws {
    self.fault = fault
    self.place = place
    let start = place.url.appending(path: "start").path
    try FileManager.default.createDirectory(atPath: start, withIntermediateDirectories: false)
    // Where it is tried, as a directory of another name is another command line.
    try FileManager.default.createSymbolicLink(
      atPath: place.url.appending(path: "now").path, withDestinationPath: "start")
    self.folder = place.url.appending(path: "now").path
    for words in fault.before {
      let outcome = try InProcess.run(FaultTrial.words(words, folder))
      try #require(outcome.status == 0, "\(outcome.errors)")
    }
    if let halved = fault.halved {
      let path = URL(filePath: FaultTrial.words([halved], folder)[0])
      let journal = try Data(contentsOf: path)
      try journal.prefix(journal.count - 60).write(to: path)
      let directory = path.deletingLastPathComponent()
      for name in try FileManager.default.contentsOfDirectory(atPath: directory.path)
      where name != "plan.json" && !name.hasSuffix(".journal") {
        try FileManager.default.removeItem(at: directory.appending(path: name))
      }
    }
    before = try ResultSnapshot(of: FaultTrial.words([fault.result], folder)[0])
    try FaultTrial.reset(place)
    let outcome = try InProcess.run(FaultTrial.words(fault.command, folder))
    try #require(outcome.status == 0, "\(outcome.errors)")
    after = try ResultSnapshot(of: FaultTrial.words([fault.result], folder)[0])
  }

  private let folder: String
  private var result: String { FaultTrial.words([fault.result], folder)[0] }

  private static func words(_ words: [String], _ folder: String) -> [String] {
    words.map { $0.replacing("@", with: folder) }
  }

  /// Puts a fresh copy of the beginning where the next attempt is made.
  private static func reset(_ place: Workplace) throws {
    let files = FileManager.default
    let now = place.url.appending(path: "now").path
    try files.removeItem(atPath: now)
    try files.copyItem(atPath: place.url.appending(path: "start").path, toPath: now)
  }

  /// Tries the command with a fault; `false` when it made fewer calls than that.
  func fails(_ call: FileCall, _ number: Int, _ way: FaultSentry.Way) throws -> Bool {
    try FaultTrial.reset(place)
    let sentry = FaultSentry(call, number, way)
    let outcome = try InProcess.run(FaultTrial.words(fault.command, folder), sentry: sentry)
    let what: Comment = "\(call) \(number) \(way): \(outcome.status) \(outcome.errors)"
    guard sentry.hasStruck else {
      #expect(outcome.status == 0, what)
      #expect(try snapshot() == after, what)
      return false
    }
    if way != .death { try checkAnswer(outcome, call, what) }
    lookAgain()
    let left = try snapshot()
    #expect(left == before || left == after, what)
    #expect(Set(hidden).isSubset(of: ["sweep"]), "\(what.rawValue) \(hidden)")
    if outcome.status == 0, way != .death { #expect(left == after, what) }
    if left != after { try goOn(what) }
    return true
  }

  /// The next start: whoever reads carries out what was decided, and whoever writes clears up. A
  /// child that another test is just starting holds the lock of the command that died until it has
  /// become another program.
  private func lookAgain() {
    _ = try? ResultDirectory(reading: result)
    for _ in 0..<100 {
      _ = try? ResultDirectory(claiming: result, for: .goingOn)
      if Set(hidden).isSubset(of: ["sweep"]) { return }
      usleep(10_000)
    }
  }

  /// A fault is told with its reason and the status of a disk that fails, unless it did no harm.
  private func checkAnswer(_ outcome: Program.Outcome, _ call: FileCall, _ what: Comment) throws {
    if outcome.status == 0 { return }
    #expect([66, 73, 74].contains(outcome.status), what)
    #expect(outcome.errors.hasPrefix("detente: "), what)
    #expect(outcome.errors.contains(FaultSentry.reason(of: call)), what)
  }

  private func goOn(_ what: Comment) throws {
    var errors = ""
    for words in fault.again.isEmpty ? [fault.command] : fault.again {
      let line = FaultTrial.words(words, folder)
      var outcome = try InProcess.run(line)
      for _ in 0..<20 where outcome.errors.contains("another process") {
        usleep(50_000)
        outcome = try InProcess.run(line)
      }
      if outcome.status == 0 {
        #expect(try snapshot() == after, what)
        #expect(hidden.isEmpty, "\(what.rawValue) \(hidden)")
        return
      }
      errors += outcome.errors
    }
    Issue.record("\(what.rawValue), then: \(errors)")
  }

  private func snapshot() throws -> ResultSnapshot { try ResultSnapshot(of: result) }

  /// What is left in the hidden directory.
  private var hidden: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: result + "/.detente")) ?? []
  }
}
