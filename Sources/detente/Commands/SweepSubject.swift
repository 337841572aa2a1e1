import Experiments
import Scenarios

/// What a `sweep` command line is about: the sweep that stands in a directory, or one that it
/// describes.
enum SweepSubject: Sendable {
  case frozen(directory: String)
  case described(SweepRequest)

  init(_ arguments: ParsedArguments) throws(UsageError) {
    guard let directory = try arguments.value(of: SweepOptions.resume) else {
      self = .described(try SweepRequest(arguments))
      return
    }
    // With a scenario the line is complete in itself, and is compared with what stands there.
    guard arguments.positionals.isEmpty, !arguments.has(SweepOptions.scenario.specification),
      !arguments.has(SweepOptions.file.specification)
    else {
      self = .described(try SweepRequest(arguments))
      return
    }
    let fixed = [
      SweepOptions.vary.specification, SweepOptions.design.specification,
      SweepOptions.precision.specification,
      CommonOptions.runs.specification, CommonOptions.seed.specification, CommonOptions.set.specification,
      CommonOptions.model.specification,
    ]
    if let option = fixed.first(where: { arguments.has($0) }) {
      throw UsageError(
        "\(option.typed) is fixed by \(directory)/\(SweepPlan.fileName), which --resume goes on with")
    }
    self = .frozen(directory: directory)
  }

  /// The sweep, ready to be run. A described one has been checked.
  func sweep(
    shards: Int, threads: Int, extending policy: ExtensionPolicy, _ console: Console
  ) throws(CommandFailure) -> Sweep {
    switch self {
    case .frozen(let directory):
      do {
        return Sweep(frozen: try SweepDirectory(resuming: directory).plan, threads: threads)
      } catch {
        throw SweepFailure.failure(error, mayForce: false)
      }
    case .described(let request):
      let plan = try request.plan(shards: shards, extending: policy, console)
      do {
        let sweep = try Sweep(plan, threads: threads)
        ScenarioInput.tell(try sweep.reading(at: 0).diagnostics, console)
        return sweep
      } catch {
        throw ScenarioInput.failure(error, console)
      }
    }
  }
}

/// A sweep as a command line and perhaps a file describe it; where both say something, the command
/// line is taken.
struct SweepRequest: Sendable {
  private let scenarios: [String]
  private let file: String?
  private let varied: [VariedNumber]
  private let sampling: SweepSampling?
  private let overrides: [ScenarioOverride]
  private let runs: Int?
  private let seed: UInt64?
  private let precision: Double?

  init(_ arguments: ParsedArguments) throws(UsageError) {
    let variants = try arguments.value(of: SweepOptions.scenario).map { text in
      text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    guard variants == nil || arguments.positionals.isEmpty else {
      throw UsageError("--scenario stands in place of SCENARIO; all variants belong in it")
    }
    guard variants.map({ !$0.contains("") }) ?? true else {
      throw UsageError("--scenario takes names of files with commas between them, and one is missing")
    }
    scenarios = variants ?? arguments.positionals
    file = try arguments.value(of: SweepOptions.file)
    varied = try arguments.values(of: SweepOptions.vary)
    sampling = try arguments.value(of: SweepOptions.design)
    overrides = try CommonOptions.overrides(arguments)
    runs = try arguments.value(of: CommonOptions.runs)
    seed = try arguments.value(of: CommonOptions.seed)
    precision = try arguments.value(of: SweepOptions.precision)
    guard file == nil else { return }
    guard !scenarios.isEmpty else { throw UsageError("SCENARIO is missing") }
    guard !varied.isEmpty || scenarios.count > 1 else {
      throw UsageError("nothing to vary: --vary PATH=LO..HI:N or --vary PATH=A,B,C is missing")
    }
    // What is wrong without a file is a wrong command line, found before any file is opened.
    do {
      _ = try design(nil, seed: 1, variants: ScenarioInput.names(of: scenarios))
    } catch {
      throw UsageError("\(error)")
    }
  }

  func plan(
    shards: Int, extending policy: ExtensionPolicy, _ console: Console
  ) throws(CommandFailure) -> SweepPlan {
    let described = try sweepFile(console)
    let paths = scenarios.isEmpty ? described?.scenarios ?? [] : scenarios
    guard !paths.isEmpty else {
      throw CommandFailure(
        .usage, "sweep: neither the command line nor \(file ?? "") names a scenario",
        advice: "Try \"detente sweep --help\".")
    }
    var documents: [ScenarioDocument] = []
    for path in paths {
      documents.append(try ScenarioInput(path: path, overrides: [], policy: policy).load(console))
    }
    let seed = seed ?? described?.seed ?? 1
    let settings = ScenarioInput.settings(overrides)
    do {
      return SweepPlan(
        scenarios: documents, settings: (described?.settings ?? []) + settings,
        design: try design(described, seed: seed, variants: ScenarioInput.names(of: paths)),
        runs: runs ?? described?.runs ?? CommonOptions.defaultRuns, seed: seed,
        precision: precision ?? described?.precision, shards: shards)
    } catch {
      throw CommandFailure(.usage, "sweep: \(error)", advice: "Try \"detente sweep --help\".")
    }
  }

  private func sweepFile(_ console: Console) throws(CommandFailure) -> SweepFile? {
    guard let file else { return nil }
    do {
      return try SweepFile(reading: file)
    } catch {
      throw ScenarioInput.failure(error, console)
    }
  }

  private func design(
    _ file: SweepFile?, seed: UInt64, variants: [String]
  ) throws(SweepDesignFault) -> SweepDesign {
    var axes = file?.axes ?? []
    var ranges = file?.ranges ?? []
    for number in varied {
      switch number {
      case .axis(let axis): axes.append([axis])
      case .range(let range): ranges.append(range)
      }
    }
    return try SweepDesign(
      axes: axes, ranges: ranges, sampling: sampling ?? file?.sampling, seed: seed, variants: variants)
  }
}
