import Experiments
import Results
import Scenarios
import Simulation
import Tables

/// What a simulation is written down as: the tables, the pictures and the report. They depend on
/// nothing but the command line, the scenario and the simulation, so that they can be made again to
/// be compared.
package struct RunContents: Sendable {
  package let report: ReportContent
  package let tables: [Table]

  /// What was asked for.
  package struct Request: Sendable {
    /// The file of the scenario.
    package let scenario: String
    package let seed: UInt64
    /// Values set in place of those of the file: `PATH=VALUE`.
    package let settings: [String]
    /// Of the labels.
    package let language: String

    package init(scenario: String, seed: UInt64, settings: [String], language: String) {
      self.scenario = scenario
      self.seed = seed
      self.settings = settings
      self.language = language
    }

    /// The command that gives the same tables: without what may differ from one execution to the
    /// next, so that the same result has the same report.
    ///
    /// - Parameters:
    ///   - command: its name.
    ///   - options: those of its own.
    func line(_ command: String, _ options: [String]) -> String {
      ShellWords.line(
        ["detente", command, scenario] + options + ["--seed", "\(seed)"]
          + settings.flatMap { ["--set", $0] })
    }
  }

  package init(
    _ distribution: OutcomeDistribution, of reading: ScenarioReading, by request: Request
  ) throws(TableError) {
    var report = ReportContent(distribution, language: request.language)
    report.manifest = RunContents.manifest(
      command: request.line("run", ["--runs", "\(distribution.runs)"]), files: reading.files)
    report.utilitySpace = UtilitySpace(of: distribution)
    self.report = report
    let space = try report.utilitySpace.map { space throws(TableError) in try space.table() }
    tables = try distribution.tables() + (space.map { [$0] } ?? [])
  }

  /// The pictures, for use elsewhere, and the page.
  package var texts: [(name: String, text: String)] {
    RunContents.pictures(of: report).map { ("\($0.name).svg", $0.svg) }
      + [(ResultDirectory.reportName, HTMLReport(report).html)]
  }

  /// How the talks end and why, when, on what, for whom and on whose text; whether the shares have
  /// settled; what outcomes are worth.
  static func pictures(of report: ReportContent) -> [Picture] {
    let space = report.utilitySpace.map { space in
      Picture.utilitySpace(
        space, labels: report.partyLabels, in: PictureLanguage(tag: report.language))
    }
    return [
      Picture.endings(of: report), .course(of: report), .survival(of: report), .settlements(of: report),
      .packages(of: report), .parties(of: report), .proposers(of: report),
    ] + (report.convergence.isEmpty ? [] : [.convergence(of: report)]) + (space.map { [$0] } ?? [])
  }

  /// What a result is made from.
  static func manifest(command: String, files: [SourceText]) -> [ReportContent.ManifestLine] {
    [
      ReportContent.ManifestLine(name: "command", value: command),
      ReportContent.ManifestLine(name: "version", value: Release.identity),
    ]
      + files.map { file in
        ReportContent.ManifestLine(name: "SHA-256 of \(file.name)", value: SHA256.hex(of: file.bytes))
      }
  }
}
