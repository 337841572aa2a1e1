import Evidence
import Reports
import Results
import Scenarios
import Tables

/// `detente evidence`.
struct EvidenceCommand: Command {
  static let format = Option(
    "format", .choice("FORMAT") as ValueKind<TableFormat>,
    help: "the table as csv, tsv, json, jsonl, arrow, md, latex or html instead of text")
  static let only = Option(
    "only", .text("CHECK", "the name of a check"), repeats: true,
    help: "only this check, such as rubinstein (may be given several times; all unless given)")

  static let specification = CommandSpecification(
    name: "evidence", summary: "check this program against closed forms, papers and other programs",
    discussion: [
      "Repeats, on this machine and by simulating, what can be known without this program: equilibria and solutions in closed form, published "
        + "figures, negotiations played offer by offer by another platform. Prints for each check its source, what was expected and "
        + "what came out. Exit status 1 if one does not agree."
    ],
    positional: nil,
    options: [
      only.specification, format.specification, CommonOptions.threads.specification,
      CommonOptions.quiet.specification,
    ],
    examples: [
      CommandSpecification.Example(line: "detente evidence", meaning: "everything, in about a minute"),
      CommandSpecification.Example(
        line: "detente evidence --only rubinstein --format md", meaning: "one theorem, for a paper"),
    ])

  let only: [String]
  let format: TableFormat?
  let threads: Int?
  let isQuiet: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    only = try arguments.values(of: EvidenceCommand.only)
    format = try arguments.value(of: EvidenceCommand.format)
    threads = try arguments.value(of: CommonOptions.threads)
    isQuiet = arguments.has(CommonOptions.quiet)
    let known = EvidenceSuite.checks.map(\.id)
    for name in only where !known.contains(name) {
      let ending = Suggestion.ending(
        for: name, among: known, otherwise: "; detente evidence prints the names of all")
      throw UsageError("there is no check \(Quoting.quoted(name))\(ending)")
    }
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let console = console.muted(isQuiet)
    let interruption = Interruption()
    let checks = EvidenceSuite.checks.filter { only.isEmpty || only.contains($0.id) }
    let threads = threads ?? AvailableProcessors.count(environment: console.environment)
    let start = ContinuousClock.now
    var findings: [EvidenceFinding] = []
    var subject: EvidenceCheck.Subject?
    for check in checks {
      if interruption.isRequested { break }
      if subject != check.subject {
        subject = check.subject
        if format == nil {
          try console.print((findings.isEmpty ? "" : "\n") + EvidenceText.heading(check.subject.rawValue))
        } else {
          console.note("Checking \(check.subject.rawValue) …")
        }
      }
      let finding: EvidenceFinding
      do {
        finding = try check.measure(threads: threads)
      } catch {
        throw CommandFailure(.defect, "the check \(check.id) could not be made: \(error)")
      }
      findings.append(finding)
      if format == nil { try console.print(EvidenceCommand.text(of: finding).lines(width: console.width)) }
    }
    if let format {
      let table: Table
      do {
        table = try EvidenceSuite.table(findings)
      } catch {
        throw CommandFailure(.defect, "\(error)")
      }
      try table.write(format) { (piece) throws(CommandFailure) in try console.emit(piece) }
    }
    if let status = interruption.status { return status }
    func names(_ verdict: EvidenceFinding.Verdict) -> [String] {
      findings.filter { $0.verdict == verdict }.map(\.check.id)
    }
    let failed = names(.differs)
    console.note(
      EvidenceText.closing(
        failed: failed, notShown: names(.notShown), of: findings.count,
        seconds: start.duration(to: .now).inSeconds))
    return failed.isEmpty ? .done : .failed
  }

  private static func text(of finding: EvidenceFinding) -> EvidenceText {
    let check = finding.check
    let mark: EvidenceText.Mark =
      switch finding.verdict {
      case .agrees: .agrees
      case .differs: .differs
      case .notShown: .notShown
      }
    return EvidenceText(
      mark: mark, claim: "\(check.id): \(check.claim)", expected: finding.expectedText,
      got: finding.gotText, source: check.source)
  }
}
