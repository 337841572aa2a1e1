/// The names of files that results of this program have.
package enum ResultNames {
  /// Numbers whose posterior has a picture of its own, at most.
  package static let mostPosteriors = 8

  /// Tables and pictures of version 0.1.0, and its page.
  private static let old: Set<String> = {
    let tables = [
      "endings", "settlements", "rounds", "parties", "packages", "mediators", "forums", "zone", "efficiency",
      "ratification", "durability", "runs", "sweep", "timing", "levers", "conditions", "gap", "lever_set",
      "sensitivity", "comparison", "changed",
    ]
    let pictures = ["endings", "time", "settlements", "parties", "proposers"]
    return Set(
      tables.map { "\($0).csv" } + pictures.map { "\($0).svg" }
        + [ResultDirectory.reportName, ResultDirectory.manifestName])
  }()

  /// Those of all commands.
  private static let contents: Set<String> = {
    let tables = [
      "causes", "models", "tolls", "course", "resumption", "variance", "draws", "formula", "frontier",
      "refusals", "amendments", "carrots", "interim", "folder", "questions", "proof", "forecast", "posterior",
      "willingness", "contributions",
      "event_effects", "scores", "baselines", "times", "unscored", "calibration", "decomposition",
      "unanswered", "sweep_long", "shares", "computation", "model_ranges", "ending_times", "convergence",
      "utility_space",
    ]
    let pictures =
      [
        "willingness", "forecast", "calibration", "course", "packages", "convergence", "utility_space",
        "sweep", "levers", "sensitivity", "comparison", "contributions", "posterior", "formula", "scores",
      ] + (1...mostPosteriors).map { "posterior-\($0)" }
    return old.union(
      tables.map { "\($0).csv" } + pictures.map { "\($0).svg" } + ["answers.md", TableDictionary.fileName])
  }()

  /// What work under way has: a plan and journals.
  static func isWork(_ name: String) -> Bool {
    name == ResultDirectory.planName || name == ResultDirectory.studyPlanName || isJournal(name)
  }

  static func isJournal(_ name: String) -> Bool {
    name == ResultDirectory.studyJournalName
      || name.wholeMatch(of: /shard-[0-9]{1,6}-of-[0-9]{1,6}\.journal/) != nil
  }

  /// Whether a result may have a file of this name.
  static func isKnown(_ name: String) -> Bool { contents.contains(name) || isWork(name) }

  /// Files that version 0.1.0 wrote without listing them in its manifest.
  static func isOfOldResult(_ name: String) -> Bool { old.contains(name) }

  /// A name for a file that must make room: `endings.kept-1.csv` for `endings.csv`, with the first
  /// number that is free.
  static func kept(_ name: String, isTaken: (String) -> Bool) -> String {
    let dot = name.lastIndex(of: ".").flatMap { $0 == name.startIndex ? nil : $0 } ?? name.endIndex
    var number = 1
    while true {
      let candidate = "\(name[..<dot]).kept-\(number)\(name[dot...])"
      if !isTaken(candidate) { return candidate }
      number += 1
    }
  }
}
