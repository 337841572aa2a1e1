import Experiments
import Results
import Scenarios
import Tables

/// Whether a result is whole and right: a line for each check and each fault, and the verdict.
package struct VerificationText: Sendable {
  private let report: VerificationReport
  private let rows: Int?
  private let language: MessageWords?

  /// - Parameters:
  ///   - report: what was found.
  ///   - rows: how many rows were to be simulated; `nil` when it was left open.
  package init(_ report: VerificationReport, rows: Int?, in language: MessageWords? = nil) {
    self.report = report
    self.rows = rows
    self.language = language
  }

  /// Every line ended by a newline.
  package func text(width: Int) -> String {
    var text = ""
    let column = VerificationCheck.Kind.allCases.map(\.rawValue.count).max() ?? 0
    for check in report.checks {
      let name = check.kind.rawValue + String(repeating: " ", count: column + 2 - check.kind.rawValue.count)
      text +=
        name + Prose.wrapped(check.summary, width: width, indent: column + 2) + "\n"
      for fault in check.faults { text += "  " + language.text("FAULT \(fault)") + "\n" }
    }
    if !report.foreign.isEmpty {
      let names = report.foreign.map { Quoting.visible($0) }
      text += Prose.wrapped(language.text("Not of this result: \(all: names)."), width: width) + "\n"
    }
    return text + language.text(verdict) + "\n"
  }

  private var verdict: Message {
    let path = report.verification.path
    switch report.verdict(rows: rows) {
    case .stopped: return "Stopped before everything was looked at."
    case .otherVersion:
      return
        "\(path) is whole; only version \(report.verification.manifest?.version ?? "") can tell whether it is right."
    case .whole: return "\(path) is whole."
    case .rightInPart: return "\(path) is whole, and right where it was simulated again."
    case .right: return "\(path) is whole and right."
    case .faulty(1): return "\(path) is not whole or not right: 1 fault."
    case .faulty(let count): return "\(path) is not whole or not right: \(count) faults."
    }
  }
}
