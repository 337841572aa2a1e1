import Results
import Scenarios
import Tables

/// A command as the manifest of a result states it, and how to do it again: from whoever knows the
/// commands.
package struct RepeatableResult {
  /// The result, to be made again.
  package struct Repetition {
    let shapes: () throws -> [TableShape]
    let check: () throws -> VerificationCheck?

    /// - Parameters:
    ///   - shapes: what its tables must be like.
    ///   - check: makes it again and compares it; `nil` when it was stopped.
    package init(
      shapes: @escaping () throws -> [TableShape], check: @escaping () throws -> VerificationCheck?
    ) {
      self.shapes = shapes
      self.check = check
    }
  }

  let stated: StatedArguments
  let repetition: ([ScenarioDocument], StoredManifest) throws -> Repetition

  /// - Parameters:
  ///   - stated: what the manifest must say, by the command line.
  ///   - repetition: how to make the result again from the texts of the manifest, which are as many
  ///     as ``StatedArguments/scenarios``.
  package init(
    stated: StatedArguments,
    repetition: @escaping ([ScenarioDocument], StoredManifest) throws -> Repetition
  ) {
    self.stated = stated
    self.repetition = repetition
  }
}

/// Looks at one result: check by check, each of which says what it looked at.
package struct VerificationSession {
  private let verification: ResultVerification
  private let rows: Int?
  private let command: (StoredManifest) throws -> RepeatableResult?
  private let sweep: (SweepShapes) throws -> VerificationCheck?

  /// - Parameters:
  ///   - verification: the result.
  ///   - rows: how many rows are to be simulated again; `nil` when it is left open.
  ///   - command: what made the result, by its manifest; `nil` where nothing is known that leaves
  ///     such a result.
  ///   - sweep: simulates points of a sweep again; `nil` when it was stopped.
  package init(
    of verification: ResultVerification, rows: Int?,
    command: @escaping (StoredManifest) throws -> RepeatableResult?,
    sweep: @escaping (SweepShapes) throws -> VerificationCheck?
  ) {
    self.verification = verification
    self.rows = rows
    self.command = command
    self.sweep = sweep
  }

  /// What is known of a result before anything is simulated.
  private enum Subject {
    case sweep(SweepShapes)
    case other(RepeatableResult.Repetition)
    /// Why nothing is known.
    case unknown(String)
  }

  private struct NoSuchCommand: Error, CustomStringConvertible {
    let name: String

    var description: String { "there is no command \(name) that leaves a result" }
  }

  /// - Throws: what cannot be repeated for another reason than a fault of the result, and what
  ///   `command` and `sweep` throw while they simulate.
  package func report() throws -> VerificationReport {
    var report = VerificationReport(verification)
    let files = verification.files()
    report.checks.append(files.check)
    report.foreign = files.foreign
    var manifest = verification.manifestCheck()
    let (subject, plan) = subject(&manifest)
    report.checks.append(manifest)
    if let plan { report.checks.append(plan) }
    report.checks.append(tables(subject))
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
    if ["sweep", "merge"].contains(manifest.command) { return planned(manifest, &check) }
    do {
      guard let command = try self.command(manifest) else { throw NoSuchCommand(name: manifest.command) }
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
      let reason = VerificationSession.reason(error)
      if !verification.isOfOtherVersion {
        check.faults.append(
          VerificationFault(
            ResultDirectory.manifestName, expected: "a command line and texts that can be used again",
            found: reason))
      }
      return (.unknown("what the manifest says cannot be done again: \(reason)"), nil)
    }
  }

  private func planned(
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

  private func tables(_ subject: Subject) -> VerificationCheck {
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
        .tables, "not looked into: \(VerificationSession.reason(error))", isSkipped: true)
    }
  }

  private func simulation(_ subject: Subject, isSound: Bool) throws -> VerificationCheck? {
    func skipped(_ why: String) -> VerificationCheck {
      VerificationCheck(.simulation, why, isSkipped: true)
    }
    if rows == 0 { return skipped("left out, as --rows 0 asks") }
    if verification.isOfOtherVersion {
      return skipped(
        "not done: the result is of version \(verification.manifest?.version ?? ""), this program is "
          + "\(ResultVerification.version), and what it simulates may be other bytes")
    }
    if !isSound { return skipped("not done: what is to be simulated is not sure") }
    switch subject {
    case .unknown(let reason): return skipped("not done: \(reason)")
    case .sweep(let shapes): return try self.sweep(shapes)
    case .other(let repetition): return try repetition.check()
    }
  }

  /// In one line.
  private static func reason(_ error: any Error) -> String {
    let text = (error as? any Told)?.told.description ?? "\(error)"
    return String(text.prefix { !$0.isNewline })
  }
}
