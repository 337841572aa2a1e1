import Tables

/// What one may do next, as command lines to be pasted.
enum NextSteps {
  struct Step: Sendable, Equatable {
    let words: [String]
    let meaning: Message

    /// `next: detente export …  # the table, for a paper`.
    var line: Message { "next: \(ShellWords.line(["detente"] + words))  # \(meaning)" }
  }

  /// - Parameters:
  ///   - command: the command that is done.
  ///   - scenario: the file that it read first.
  ///   - overrides: what was set in place of what it says.
  ///   - directory: where the result is.
  static func after(
    _ command: String, scenario: String = "", _ overrides: [ScenarioOverride] = [], in directory: String
  ) -> [Step] {
    // What stands in a pipe cannot be read again.
    let isThere = !scenario.isEmpty && !["-", "stdin"].contains(scenario) && !scenario.hasPrefix("/dev/")
    let settings = overrides.flatMap { ["--set", "\($0.path)=\($0.value)"] }
    func simulate(_ command: String, _ meaning: Message) -> [Step] {
      isThere ? [Step(words: [command, scenario] + settings, meaning: meaning)] : []
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

  static func afterTrace(
    of scenario: String, _ overrides: [ScenarioOverride], seed: UInt64, run: UInt32, last: UInt32
  ) -> [Step] {
    guard run < last else { return [] }
    let settings = overrides.flatMap { ["--set", "\($0.path)=\($0.value)"] }
    let chosen = seed == 1 ? [] : ["--seed", "\(seed)"]
    return [
      Step(
        words: ["trace", scenario] + settings + chosen + ["--run", "\(run + 1)"], meaning: "the next run")
    ]
  }
}

extension Console {
  /// Says what one may do next, on standard error.
  func suggest(_ steps: [NextSteps.Step]) {
    for step in steps { note(step.line) }
  }
}
