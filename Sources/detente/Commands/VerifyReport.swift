import Experiments
import Results
import Scenarios
import Tables

/// What `detente verify` found.
struct VerifyReport {
  let verification: ResultVerification
  var checks: [VerificationCheck] = []
  /// Names of files that are somebody else's.
  var foreign: [String] = []
  var wasStopped = false

  init(verification: ResultVerification) { self.verification = verification }

  var faults: [VerificationFault] { checks.flatMap(\.faults) }

  /// How the command ends when it was not stopped.
  ///
  /// - Parameter rows: how many rows were to be simulated; `nil` when it was left open.
  func status(rows: Int?) -> ExitStatus {
    if !faults.isEmpty { return .failed }
    return verification.isOfOtherVersion && rows != 0 ? .otherVersion : .done
  }

  func text(rows: Int?, width: Int) -> String {
    var text = ""
    let column = VerificationCheck.Kind.allCases.map(\.rawValue.count).max() ?? 0
    for check in checks {
      let name = check.kind.rawValue + String(repeating: " ", count: column + 2 - check.kind.rawValue.count)
      text +=
        name + Prose.wrapped(check.summary, width: width, indent: column + 2) + "\n"
      for fault in check.faults { text += "  FAULT \(fault)\n" }
    }
    if !foreign.isEmpty {
      let names = foreign.map { Quoting.visible($0) }
      text += Prose.wrapped("Not of this result: \(Enumeration.all(names)).", width: width) + "\n"
    }
    return text + verdict(rows: rows) + "\n"
  }

  private func verdict(rows: Int?) -> String {
    let path = verification.path
    if wasStopped { return "Stopped before everything was looked at." }
    switch faults.count {
    case 0 where status(rows: rows) == .otherVersion:
      return
        "\(path) is whole; only version \(verification.manifest?.version ?? "") can tell whether it is right."
    case 0 where rows == 0: return "\(path) is whole."
    case 0 where checks.contains(where: \.isPartial):
      return "\(path) is whole, and right where it was simulated again."
    case 0: return "\(path) is whole and right."
    case 1: return "\(path) is not whole or not right: 1 fault."
    default: return "\(path) is not whole or not right: \(faults.count) faults."
    }
  }

  func json(status: ExitStatus) -> JSONValue {
    .object([
      "schema": "detente.verify/1", "result": .string(verification.path),
      "command": JSONValue(verification.manifest?.command),
      "version": JSONValue(verification.manifest?.version),
      "program_version": .string(ResultVerification.version),
      "status": .integer(Int(status.rawValue)), "stopped": .bool(wasStopped),
      "checks": .array(checks.map(VerifyReport.json)), "foreign": .array(foreign.map { .string($0) }),
    ])
  }

  private static func json(_ check: VerificationCheck) -> JSONValue {
    .object([
      "check": .string(check.kind.rawValue),
      "state": .string(!check.faults.isEmpty ? "failed" : check.isSkipped ? "skipped" : "passed"),
      "partial": .bool(check.isPartial), "summary": .string(check.summary),
      "faults": .array(
        check.faults.map { fault in
          .object([
            "file": .string(fault.file), "row": JSONValue(fault.row),
            "expected": .string(fault.expected),
            "found": .string(fault.found),
          ])
        }),
    ])
  }
}
