import Experiments
import Tables

/// Whether a result is whole and right, for programs.
package enum VerificationDocument {
  /// - Parameters:
  ///   - report: what was found.
  ///   - status: the exit status that goes with it.
  package static func json(_ report: VerificationReport, status: Int) -> JSONValue {
    let verification = report.verification
    return .object([
      "schema": "detente.verify/1", "result": .string(verification.path),
      "command": JSONValue(verification.manifest?.command),
      "version": JSONValue(verification.manifest?.version),
      "program_version": .string(ResultVerification.version),
      "status": .integer(status), "stopped": .bool(report.wasStopped),
      "checks": .array(report.checks.map(json)), "foreign": .array(report.foreign.map { .string($0) }),
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
