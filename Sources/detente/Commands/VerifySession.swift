import Experiments
import Results
import Scenarios
import Tables

/// One execution of `detente verify`: check by check, each of which says what it looked at.
struct VerifySession {
  let verification: ResultVerification
  let request: VerifyRequest
  let console: Console
  let interruption: Interruption

  /// What is known of a result before anything is simulated.
  private enum Subject {
    case sweep(SweepShapes)
    case other(any ResultRepetition)
    /// Why nothing is known.
    case unknown(String)
  }

  /// - Throws: `CommandFailure`, or what cannot be repeated for another reason than a fault of the
  ///   result.
  func report() throws -> VerificationReport {
    var report = VerificationReport(verification)
    let files = verification.files()
    report.checks.append(files.check)
    report.foreign = files.foreign
    var manifest = verification.manifestCheck()
    let (subject, plan) = subject(&manifest)
    report.checks.append(manifest)
    if let plan { report.checks.append(plan) }
    report.checks.append(tables(subject, &manifest))
    let isSound = manifest.faults.isEmpty && (plan?.faults.isEmpty ?? true)
    if let simulation = try simulation(subject, isSound: isSound) {
      report.checks.append(simulation)
    } else {
      report.wasStopped = true
    }
    try verification.checkNotReplaced()
    return report
  }

  /// What the manifest says was done; adds to the check of the manifest, and gives that of the
  /// plan, which only sweeps have.
  private func subject(_ check: inout VerificationCheck) -> (Subject, VerificationCheck?) {
    guard let manifest = verification.manifest else { return (.unknown("the manifest is damaged"), nil) }
    if ["sweep", "merge"].contains(manifest.command) { return sweep(manifest, &check) }
    do {
      guard let command = try manifest.repeatable() else {
        throw UsageError("there is no command \(manifest.command) that leaves a result")
      }
      let documents = manifest.documents
      let stated = command.stated
      if !verification.isOfOtherVersion {
        check.summary += ", seed, runs, settings and files as its command line says"
        check.faults += stated.faults(in: manifest, documents)
      }
      guard documents.count == stated.scenarios?.count ?? 1 else {
        return (.unknown("the manifest has the texts of other scenarios than its command line names"), nil)
      }
      let repetition = try command.repetition(documents, manifest)
      compareIdentifier(documents, manifest, &check)
      return (.other(repetition), nil)
    } catch {
      let reason = VerifySession.reason(error)
      if !verification.isOfOtherVersion {
        check.faults.append(
          VerificationFault(
            ResultDirectory.manifestName, expected: "a command line and texts that can be used again",
            found: reason))
      }
      return (.unknown("what the manifest says cannot be done again: \(reason)"), nil)
    }
  }

  private func sweep(
    _ manifest: StoredManifest, _ check: inout VerificationCheck
  ) -> (Subject, VerificationCheck?) {
    do {
      let plan = try verification.plan()
      let planCheck = verification.planCheck(plan)
      do {
        let shapes = try SweepShapes(plan, manifest)
        if let name = try? plan.scenarioName, name != manifest.scenario {
          check.faults.append(
            VerificationFault(
              ResultDirectory.manifestName, expected: "scenario \(name)", found: manifest.scenario))
        }
        return (.sweep(shapes), planCheck)
      } catch {
        check.faults.append(error)
        return (.unknown("the manifest does not say which points there are"), planCheck)
      }
    } catch {
      let fault = VerificationFault(
        SweepPlan.fileName, expected: "the plan of a sweep", found: "\(error)")
      return (.unknown("there is no plan that could be used"), VerificationCheck(.plan, "", faults: [fault]))
    }
  }

  private func compareIdentifier(
    _ documents: [ScenarioDocument], _ manifest: StoredManifest, _ check: inout VerificationCheck
  ) {
    // Results are called after the first scenario that is named.
    let name = (try? documents[0].decode(settings: []))?.scenario.identifier
    guard let name, name != manifest.scenario else { return }
    check.faults.append(
      VerificationFault(
        ResultDirectory.manifestName, expected: "scenario \(name)", found: manifest.scenario))
  }

  private func tables(_ subject: Subject, _ manifest: inout VerificationCheck) -> VerificationCheck {
    do {
      switch subject {
      case .unknown(let reason):
        return VerificationCheck(.tables, "not looked into: \(reason)", isSkipped: true)
      case .sweep(let sweep):
        var row: [String: Int] = [:]
        var long = SweepLongRows()
        var faults: [VerificationFault] = []
        var check = verification.tables(try sweep.shapes()) { shape, fields in
          row[shape.name, default: 0] += 1
          let fault = long.take(fields, of: shape, row: row[shape.name] ?? 0)
          if faults.isEmpty, let fault { faults.append(fault) }
          if faults.isEmpty, let fault = sweep.fault(in: fields, of: shape, row: row[shape.name] ?? 0) {
            faults.append(fault)
          }
        }
        check.faults += faults
        check.summary += "; runs, seed and shares of each row"
        return check
      case .other(let repetition):
        var sums = RunSums(runs: verification.manifest?.runs ?? 0)
        let isRun = verification.manifest?.command == "run"
        var check = verification.tables(try repetition.shapes()) { shape, fields in
          if isRun { sums.add(fields, of: shape) }
        }
        if isRun {
          check.faults += sums.faults
          check.summary += "; counts add up to the manifest's runs"
        }
        return check
      }
    } catch {
      return VerificationCheck(
        .tables, "not looked into: \(VerifySession.reason(error))", isSkipped: true)
    }
  }

  private func simulation(_ subject: Subject, isSound: Bool) throws -> VerificationCheck? {
    func skipped(_ why: String) -> VerificationCheck {
      VerificationCheck(.simulation, why, isSkipped: true)
    }
    if request.rows == 0 { return skipped("left out, as --rows 0 asks") }
    if verification.isOfOtherVersion {
      return skipped(
        "not done: the result is of version \(verification.manifest?.version ?? ""), this program is "
          + "\(ResultVerification.version), and what it simulates may be other bytes")
    }
    if !isSound { return skipped("not done: what is to be simulated is not sure") }
    let stop: @Sendable () -> Bool = { [interruption] in interruption.isRequested }
    switch subject {
    case .unknown(let reason): return skipped("not done: \(reason)")
    case .sweep(let shapes):
      return try SweepRepetition(shapes: shapes).check(verification, request, console, stop)
    case .other(let repetition): return try repetition.check(verification, request, console, stop)
    }
  }

  /// In one line.
  private static func reason(_ error: any Error) -> String {
    let text =
      switch error {
      case let error as UsageError: error.message.description
      case let failure as CommandFailure: failure.message.description
      case let fault as ScenarioFault: fault.description
      default: "\(error)"
      }
    return String(text.prefix { !$0.isNewline })
  }
}
