import Evidence
import Foundation
import Reports
import Results
import Tables

/// `detente doctor`.
struct DoctorCommand: Command {
  static let specification = CommandSpecification(
    name: "doctor", summary: "say what a report of a defect needs",
    discussion: [
      "Prints the version and build of the program, the machine and what of it this process may use, the locale, the "
        + "terminal and the room on the disk; then simulates \(Numerals.count(SelfCheck.runs)) runs of the built-in scenario and holds "
        + "their tables against the digests of this revision.",
      "Neither names nor paths nor the environment are in it, so that it can be shown to anybody. The exit status is 70 "
        + "when the tables are others.",
    ],
    options: [CommonOptions.threads.specification, CommonOptions.format.specification],
    examples: [
      CommandSpecification.Example(line: "detente doctor", meaning: "what to put into a report"),
      CommandSpecification.Example(
        line: "detente doctor --format json | jq .self_check.agrees", meaning: "for a script"),
    ])

  private let threads: Int?
  private let format: CommonOptions.Report

  init(_ arguments: ParsedArguments) throws(UsageError) {
    threads = try arguments.value(of: CommonOptions.threads)
    format = try arguments.value(of: CommonOptions.format) ?? .text
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let threads = threads ?? AvailableProcessors.count(environment: console.environment)
    let report = DoctorReport(
      build: BuildWords.text, machine: .current, threads: threads, memory: .ofThisProcess,
      addressSpace: AddressSpace.limit, locale: DoctorCommand.locale(console.environment),
      isUTF8: ASCIIText.isUTF8(console.environment), columns: console.output.columns,
      isColoured: console.isColored, workingDirectory: DiskSpace(of: "."),
      temporaryDirectory: DiskSpace(of: NSTemporaryDirectory()), findings: try findings(threads),
      runs: SelfCheck.runs, seed: SelfCheck.seed)
    switch format {
    case .text: try console.print(report.text(width: console.width, in: console.words))
    case .json: try console.print(json: report.json)
    }
    return report.isSound ? .done : .defect
  }

  private func findings(_ threads: Int) throws(CommandFailure) -> [TableDigest] {
    do {
      return try SelfCheck.findings(threads: threads)
    } catch {
      throw CommandFailure(.defect, "the self-check could not be done: \(error)")
    }
  }

  /// The name of the locale, if it is one: whatever else somebody has put into the variable is
  /// theirs.
  private static func locale(_ environment: [String: String]) -> String? {
    ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty }
      .flatMap {
        $0.wholeMatch(of: /[A-Za-z]{1,3}(_[A-Z]{2})?(\.[A-Za-z0-9-]{1,12})?(@[a-z]{1,8})?|POSIX/)?.output.0
      }
      .map(String.init)
  }
}
