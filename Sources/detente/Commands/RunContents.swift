import Reports
import Results
import Scenarios
import Simulation
import Tables

/// What `detente run` makes of a simulation: the tables, the pictures and the report. They depend
/// on nothing but the command line, the scenario and the simulation, so that they can be made again
/// to be compared.
struct RunContents {
  let report: ReportContent
  let tables: [Table]

  init(
    command: RunCommand, reading: ScenarioReading, distribution: OutcomeDistribution
  ) throws(CommandFailure) {
    var report = ReportContent(distribution, language: command.language.rawValue)
    report.manifest = [
      ReportContent.ManifestLine(
        name: "command", value: RunContents.reproduction(of: distribution, by: command)),
      ReportContent.ManifestLine(name: "version", value: Release.identity),
    ]
    report.manifest += reading.files.map { file in
      ReportContent.ManifestLine(name: "SHA-256 of \(file.name)", value: SHA256.hex(of: file.bytes))
    }
    self.report = report
    do {
      tables = try distribution.tables()
    } catch {
      throw CommandFailure(.defect, "the tables cannot be made: \(error)")
    }
  }

  /// The pictures, for use elsewhere, and the page.
  var texts: [(name: String, text: String)] {
    [
      Picture.endings(of: report), .survival(of: report), .settlements(of: report), .parties(of: report),
      .proposers(of: report),
    ].map { ("\($0.name).svg", $0.svg) } + [(ResultDirectory.reportName, HTMLReport(report).html)]
  }

  /// The command that gives the same tables: without what may differ from one execution to the
  /// next, so that the same result has the same report.
  private static func reproduction(of distribution: OutcomeDistribution, by command: RunCommand) -> String {
    var words = [
      "detente", "run", command.scenario, "--runs", "\(distribution.runs)", "--seed", "\(command.seed)",
    ]
    for override in command.overrides { words += ["--set", "\(override.path)=\(override.value)"] }
    return ShellWords.line(words)
  }
}
