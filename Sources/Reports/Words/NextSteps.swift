import Tables

/// What one may do next, as command lines to be pasted.
package enum NextSteps {
  package struct Step: Sendable, Equatable {
    let words: [String]
    let meaning: Message

    /// `next: detente export …  # the table, for a paper`.
    package var line: Message { "next: \(ShellWords.line(["detente"] + words))  # \(meaning)" }
  }

  /// - Parameters:
  ///   - command: the command that is done.
  ///   - scenario: the file that it read first.
  ///   - settings: what was set in place of what it says, each as `PATH=VALUE`.
  ///   - directory: where the result is.
  package static func after(
    _ command: String, scenario: String = "", set settings: [String] = [], in directory: String
  ) -> [Step] {
    // What stands in a pipe cannot be read again.
    let isThere = !scenario.isEmpty && !["-", "stdin"].contains(scenario) && !scenario.hasPrefix("/dev/")
    let options = settings.flatMap { ["--set", $0] }
    func simulate(_ command: String, _ meaning: Message) -> [Step] {
      isThere ? [Step(words: [command, scenario] + options, meaning: meaning)] : []
    }
    func export(_ table: String, _ meaning: Message) -> [Step] {
      [Step(words: ["export", directory, "--table", table, "--format", "md"], meaning: meaning)]
    }
    let verify = Step(words: ["verify", directory], meaning: "whether it is whole and right")
    return switch command {
    case "check": simulate("run", "how the talks may end")
    case "run": simulate("levers", "what would change it") + export("endings", "the endings, for a paper")
    case "sweep": export("sweep", "the table, for a paper")
    case "merge": [verify] + export("sweep", "the table, for a paper")
    case "sensitivity": simulate("levers", "what would break the deadlock")
    case "levers": simulate("formula", "the texts that all could accept most often")
    case "formula": export("formula", "the texts, for a paper")
    case "given": export("forecast", "the forecast, for a paper")
    case "answers": simulate("levers", "what would break the deadlock")
    case "compare": export("comparison", "the differences, for a paper")
    case "score": export("scores", "the scores, for a paper")
    default: []
    }
  }

  /// - Parameters:
  ///   - scenario: the file whose run was traced.
  ///   - settings: as above.
  ///   - seed: the seed of the run.
  ///   - run: its number.
  ///   - last: the greatest number that a run may have.
  package static func afterTrace(
    of scenario: String, set settings: [String], seed: UInt64, run: UInt32, last: UInt32
  ) -> [Step] {
    guard run < last else { return [] }
    let options = settings.flatMap { ["--set", $0] }
    let chosen = seed == 1 ? [] : ["--seed", "\(seed)"]
    return [
      Step(
        words: ["trace", scenario] + options + chosen + ["--run", "\(run + 1)"], meaning: "the next run")
    ]
  }
}
