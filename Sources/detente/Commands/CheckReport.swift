import Bargaining
import Experiments
import Reports
import Scenarios
import Simulation
import Tables

/// One file that `detente check` looks at.
struct CheckReport {
  let path: String
  let status: ExitStatus
  private let diagnostics: Diagnostics
  private let check: ScenarioCheck?
  private var inert: InertNumbers?

  /// - Parameters:
  ///   - path: the file.
  ///   - settings: values that replace those of the file.
  ///   - policy: which files it may extend.
  ///   - memory: what its simulation may take.
  ///   - draw: the seed of the draw that is looked at; `nil` for the middles.
  ///   - onStage: told what is looked for next.
  init(
    path: String, settings: [ScenarioSetting], extending policy: ExtensionPolicy, memory: MemoryOption,
    draw: UInt64?, onStage: (String) -> Void
  ) {
    self.path = path == "-" ? SourceText.standardInputName : path
    do throws(ScenarioFault) {
      let reading = try ScenarioReader.read(path: path, settings: settings, extending: policy)
      if let refusal = memory.refusal(of: [reading.scenario]) {
        var faults = reading.diagnostics
        faults.error(file: 0, refusal.message, hint: refusal.advice)
        throw .faulty(faults)
      }
      diagnostics = reading.counsel
      check = ScenarioCheck(of: reading, draw: draw, onStage: onStage)
      status = .done
    } catch {
      diagnostics = error.diagnostics
      check = nil
      if case .noInput = error { status = .noInput } else { status = .badScenario }
    }
  }

  /// Moves every number of a scenario without faults, to see which change no table.
  ///
  /// - Returns: whether it was done, or there was nothing to do; false when it was stopped.
  mutating func moveNumbers(
    runs: Int, _ memory: MemoryOption, _ console: Console, _ interruption: Interruption
  ) throws(CommandFailure) -> Bool {
    guard let scenario = check?.reading.scenario else { return true }
    let threads = try memory.threads(for: [scenario], of: path, console)
    let display = ProgressDisplay(console: console, unit: "runs")
    defer { display.finish() }
    do throws(SimulationError) {
      inert = try InertNumbers.find(
        in: scenario, runs: runs, threads: threads, shouldStop: { interruption.isRequested },
        onRuns: { display.update(done: $0, of: $1) })
    } catch {
      throw SimulationFailure.failure(error, scenario: path)
    }
    return inert != nil
  }

  /// Faults and warnings as they are printed; `nil` when there are none.
  func faults(_ console: Console) -> String? {
    diagnostics.isEmpty ? nil : console.text(diagnostics)
  }

  /// For people; empty when the scenario has faults.
  ///
  /// - Parameters:
  ///   - width: columns of the terminal; `nil` leaves every sentence on a line of its own.
  ///   - language: `nil` for English.
  func text(width: Int?, in language: MessageWords?) -> String {
    check.map { CheckText($0, path: path, inert: inert, in: language).text(width: width) } ?? ""
  }

  /// For programs.
  var json: JSONValue { CheckDocument(path, diagnostics, check, inert: inert).json }
}
