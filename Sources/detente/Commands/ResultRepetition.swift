import Experiments
import Reports
import Results
import Scenarios
import Tables

/// A result that can be made again from its manifest alone.
protocol ResultRepetition {
  /// What its tables must be like.
  func shapes() throws -> [TableShape]

  /// Makes it again and compares it, or as much of it as is asked for.
  ///
  /// - Parameters:
  ///   - verification: the result.
  ///   - request: how many rows, on how many threads.
  ///   - console: where progress is shown.
  ///   - shouldStop: asked often, on any thread.
  /// - Returns: `nil` when it was stopped.
  func check(
    _ verification: ResultVerification, _ request: VerifyRequest, _ console: Console,
    _ shouldStop: @escaping @Sendable () -> Bool
  ) throws -> VerificationCheck?
}

/// What is asked of a simulation that is repeated.
struct VerifyRequest: Sendable {
  /// How many rows, 0 for none; `nil` when it was left open.
  let rows: Int?
  /// Which rows.
  let seed: UInt64
  let threads: Int
}

/// A command whose result says by its manifest how to make it again.
protocol RepeatableCommand: Command {
  /// What the manifest must say, by the command line.
  var stated: StatedArguments { get }

  /// The result, to be made again.
  ///
  /// - Parameters:
  ///   - scenarios: the texts of the manifest; as many as ``StatedArguments/scenarios``.
  ///   - manifest: of the result.
  /// - Throws: `ScenarioFault`, `CommandFailure`.
  func repetition(_ scenarios: [ScenarioDocument], _ manifest: StoredManifest) throws -> any ResultRepetition
}

extension RepeatableCommand {
  /// The same for a verification, which knows of no console.
  func again(
    _ verification: ResultVerification, _ request: VerifyRequest, _ console: Console,
    _ shouldStop: @escaping @Sendable () -> Bool
  ) -> RepeatableResult {
    RepeatableResult(stated: stated) { scenarios, manifest in
      let repetition = try repetition(scenarios, manifest)
      return RepeatableResult.Repetition(shapes: repetition.shapes) {
        try repetition.check(verification, request, console, shouldStop)
      }
    }
  }
}

extension ResultVerification {
  /// The page and the pictures that the manifest and these tables must have.
  func page(of tables: [Table]) throws(PageFault) -> [(name: String, bytes: [UInt8])] {
    guard let manifest else { return [] }
    return ResultPage(try PageSource(manifest, tables)).texts
      .map { (name: $0.name, bytes: Array($0.text.utf8)) }
  }
}

extension StoredManifest {
  /// The command that made the result, as its command line says.
  ///
  /// - Throws: `UsageError` when the command line makes no sense.
  func repeatable() throws -> (any RepeatableCommand)? {
    let types: [any RepeatableCommand.Type] = [
      RunCommand.self, LeversCommand.self, SensitivityCommand.self, CompareCommand.self,
      FormulaCommand.self, GivenCommand.self, AnswersCommand.self,
      ScoreCommand.self,
    ]
    guard let type = types.first(where: { $0.specification.name == command }) else { return nil }
    return try type.init(arguments(for: type.specification))
  }

  /// What follows the command in the command line, taken apart.
  ///
  /// - Throws: `UsageError` when it makes no sense.
  func arguments(for specification: CommandSpecification) throws(UsageError) -> ParsedArguments {
    guard let place = commandLine.firstIndex(of: command) else {
      throw UsageError("there is no word \(command) in it")
    }
    return try ArgumentParser.parse(Array(commandLine[(place + 1)...]), for: specification)
  }
}
