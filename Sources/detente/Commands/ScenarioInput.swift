import Experiments
import Results
import Scenarios

/// Reads the scenario that a command line names, and turns what is wrong with it into a status.
struct ScenarioInput {
  let path: String
  let overrides: [ScenarioOverride]
  /// Which files it may extend.
  let policy: ExtensionPolicy

  /// The values given by `--set`.
  static func settings(_ overrides: [ScenarioOverride]) -> [ScenarioSetting] {
    overrides.map {
      ScenarioSetting(
        path: $0.path, value: $0.value, origin: $0.path == ModelChoice.path ? "--model" : "--set")
    }
  }

  /// Reads the scenario; faults and warnings go to standard error.
  func read(_ console: Console) throws(CommandFailure) -> ScenarioReading {
    do {
      let reading = try ScenarioReader.read(
        path: path, settings: ScenarioInput.settings(overrides), extending: policy)
      ScenarioInput.tell(reading.diagnostics, console)
      return reading
    } catch {
      throw ScenarioInput.failure(error, console)
    }
  }

  /// The files, not yet given a meaning.
  func load(_ console: Console) throws(CommandFailure) -> ScenarioDocument {
    do {
      return try ScenarioDocument.load(path: path, extending: policy)
    } catch {
      throw ScenarioInput.failure(error, console)
    }
  }

  /// Says everything that is wrong; what is left is the status.
  static func failure(_ fault: ScenarioFault, _ console: Console) -> CommandFailure {
    console.say(lines: console.text(fault.diagnostics))
    switch fault {
    case .noInput: return CommandFailure(.noInput)
    case .faulty: return CommandFailure(.badScenario)
    }
  }

  /// Says what is worth knowing about a scenario that can be used.
  static func tell(_ diagnostics: Diagnostics, _ console: Console) {
    guard !diagnostics.isEmpty else { return }
    console.note(lines: console.text(diagnostics))
  }

  /// What tables call scenarios: the names of their files without folder and extension, or as they
  /// were typed where two would be called the same.
  static func names(of paths: [String]) -> [String] {
    let short = paths.map { path -> String in
      let file = path.split(separator: "/").last.map(String.init) ?? path
      guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
      return String(file[..<dot])
    }
    return Set(short).count == short.count ? short : paths
  }

  /// What the manifest keeps of the files.
  static func sources(_ files: [SourceText]) -> [Manifest.SourceFile] {
    files.map { Manifest.SourceFile(name: $0.name, text: $0.text) }
  }
}

extension Console {
  /// Faults and warnings in the language that was asked for, without a newline at the end.
  func text(_ diagnostics: Diagnostics) -> String {
    words.map { diagnostics.rendered(in: $0) } ?? String(diagnostics.rendered().dropLast())
  }
}
