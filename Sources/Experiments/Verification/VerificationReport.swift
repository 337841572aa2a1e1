import Results

/// What all checks of a result came to.
package struct VerificationReport: Sendable {
  package let verification: ResultVerification
  package var checks: [VerificationCheck] = []
  /// Names of files that are somebody else's.
  package var foreign: [String] = []
  package var wasStopped = false

  package init(_ verification: ResultVerification) { self.verification = verification }

  package var faults: [VerificationFault] { checks.flatMap(\.faults) }

  /// What is to be thought of the result.
  package enum Verdict: Sendable, Equatable {
    case stopped
    case faulty(Int)
    /// Whole; only the version that made it can tell whether it is right.
    case otherVersion
    /// Whole; nothing was to be simulated.
    case whole
    /// Whole, and right where it was simulated again.
    case rightInPart
    case right
  }

  /// - Parameter rows: how many rows were to be simulated; `nil` when it was left open.
  package func verdict(rows: Int?) -> Verdict {
    if wasStopped { return .stopped }
    if !faults.isEmpty { return .faulty(faults.count) }
    if verification.isOfOtherVersion && rows != 0 { return .otherVersion }
    if rows == 0 { return .whole }
    return checks.contains(where: \.isPartial) ? .rightInPart : .right
  }
}
