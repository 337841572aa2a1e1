import Experiments
import Results
import Scenarios
import Tables

/// Where a result comes from, as its manifest says it: what was set, how to make it again, and how
/// to go on from it.
struct PageOrigin {
  private let source: PageSource
  private let words: any PageWords

  init(_ source: PageSource, _ words: any PageWords) {
    self.source = source
    self.words = words
  }

  private var settings: [ScenarioSetting] { source.settings }

  /// What was set, for the title; empty for nothing.
  var setting: String {
    settings.isEmpty ? "" : words.set(settings.map { (name(of: $0.path), $0.value) })
  }

  /// A number by its name where it has one, as the rest of the page speaks of it.
  private func name(of path: String) -> String {
    guard let scenario = source.readings.last?.scenario else { return Isolate.figure(path) }
    let labels = ScenarioLabels(scenario, language: words.code)
    if path == "rounds", let unit = scenario.roundUnit {
      return words.isRightToLeft ? Isolate.name(labels.owner(of: path)) : Isolate.name("\(unit)s")
    }
    return Isolate.name(NumberName(labels).full(path: path))
  }

  /// What the scenario extends.
  var remarks: [String] {
    let extended = source.readings.first.map { $0.files.dropFirst().map(\.name) } ?? []
    return extended.isEmpty ? [] : [words.extends(Array(extended))]
  }

  /// The file of the scenario, as it was named.
  private var file: String { source.manifest.files.first?.name ?? source.manifest.scenario }

  /// Lines that go on from here, with what was set.
  func lines(_ steps: [NextStep]) -> [(words: String, line: String)] {
    steps.map { step in
      let set = settings.flatMap { ["--set", "\($0.path)=\($0.value)"] }
      let line: [String] =
        switch step {
        case .levers: ["levers", file] + set
        case .formula: ["formula", file] + set
        case .sensitivity: ["sensitivity", file, "--method", "morris"] + set
        case .answers: ["answers", file] + set
        case .given: ["given", file, "--history", "FILE"] + set
        case .trace: ["trace", file, "--seed", "\(source.manifest.seed)"] + set
        case .run: ["run", file, "--seed", "\(source.manifest.seed)"] + set
        case .verify: ["verify", "DIR"]
        case .keepRuns:
          ["run", file, "--seed", "\(source.manifest.seed)", "--keep-runs", "--keep-draws"] + set
        }
      return (words.next(step), ShellWords.line(["detente"] + line))
    }
  }

  /// What reproduces the result: the command without what may differ from one execution to the
  /// next, so that the same result has the same page. A sweep is its plan, whichever command joined
  /// its points.
  var manifest: [ReportContent.ManifestLine] {
    let isSweep = ["sweep", "merge"].contains(source.manifest.command)
    let line = isSweep ? sweep : command
    var files: [StoredManifest.File] = []
    for file in source.manifest.files
    where !files.contains(where: { $0.name == file.name && $0.sha256 == file.sha256 }) {
      files.append(file)
    }
    return (line.map { [ReportContent.ManifestLine(name: "command", value: ShellWords.line($0))] } ?? [])
      + [ReportContent.ManifestLine(name: "version", value: source.manifest.version)]
      + files.map { file in
        ReportContent.ManifestLine(name: "SHA-256 of \(file.name)", value: file.sha256)
      }
  }

  /// The command line that has the plan of a sweep; `nil` where only a file can say it: axes that
  /// go hand in hand, values under names, several scenarios.
  private var sweep: [String]? {
    guard source.readings.count == 1, let factors = source.manifest.design?.elements else { return nil }
    var line = ["detente", "sweep", file]
    var sampling: String?
    for factor in factors {
      if let axes = factor["axes"]?.elements, axes.count == 1, let path = axes[0]["path"]?.text,
        let values = axes[0]["values"]?.elements, axes[0]["labels"] == nil
      {
        let texts = values.compactMap(\.text)
        // Tactics and the like are no plain words.
        guard texts.count == values.count, !texts.contains(where: { $0.contains { ",{[\" ".contains($0) } })
        else {
          return nil
        }
        line += ["--vary", "\(path)=\(texts.joined(separator: ","))"]
      } else if let design = factor["sample"]?.text, let ranges = factor["ranges"]?.elements, sampling == nil
      {
        sampling = design
        for range in ranges {
          guard let path = range["path"]?.text, let low = range["low"]?.number,
            let high = range["high"]?.number
          else { return nil }
          line += ["--vary", "\(path)=\(Numerals.shortest(low))..\(Numerals.shortest(high))"]
        }
      } else {
        return nil
      }
    }
    let manifest = source.manifest
    return line + (sampling.map { ["--design", $0] } ?? [])
      + settings.flatMap { ["--set", "\($0.path)=\($0.value)"] }
      + ["--runs", "\(manifest.runs)", "--seed", "\(manifest.seed)"]
      + (manifest.precision.map { ["--precision", Numerals.shortest($0)] } ?? [])
  }

  /// The words of the command line that decide the result.
  private var command: [String]? {
    let line = source.manifest.commandLine
    guard let place = line.firstIndex(of: source.manifest.command) else { return line }
    let withValue: Set = ["--out", "-o", "--threads", "--format", "--memory", "--language", "--budget"]
    let flags: Set = ["--force", "-f", "--quiet", "-q", "--no-color", "--resume"]
    var kept = ["detente"]
    var isSkipping = false
    for word in line[place...] {
      if isSkipping {
        isSkipping = false
      } else if withValue.contains(word) {
        isSkipping = true
      } else if !flags.contains(word), !withValue.contains(where: { word.hasPrefix("\($0)=") }) {
        kept.append(word)
      }
    }
    return kept
  }
}
