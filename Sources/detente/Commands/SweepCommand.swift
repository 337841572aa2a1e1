import Experiments
import Results
import Scenarios
import Tables

/// `detente sweep SCENARIO --vary PATH=…`.
struct SweepCommand: Command {
  static let specification = CommandSpecification(
    name: "sweep", summary: "simulate a scenario at many values of some of its numbers",
    discussion: [
      "Runs the scenario at every combination of the values given by --vary and prints one row for each: the shares of "
        + "the endings with their 95% intervals, the median round of agreement, the mean utility of each party.",
      "The same seed is used at every point, so that two points differ by the numbers varied and not by luck.",
      "The directory given by --out gets sweep.csv, the same table; manifest.json; and timing.csv, which alone holds "
        + "wall times.",
      "Every finished point is in a journal there before the next begins, small points some fifty milliseconds' worth "
        + "at a time: after Ctrl-C, a full disk, a kill or a power cut \"detente sweep --resume DIR\" goes on, and the table "
        + "is the same, byte for byte, as if nothing had happened. What decides the result is frozen in plan.json; another "
        + "scenario, seed or design in the same directory is refused.",
      "Ctrl-C ends with status 130; TERM, XCPU and --time-budget with 75; a sweep of which some points failed with 3.",
      "--shard does a part, on any machine, and \"detente merge\" joins the parts: the table is the same for any number "
        + "of shards.",
    ],
    positional: PositionalSpecification(valueName: "SCENARIO", count: 0...1, completion: .files),
    options: [
      SweepOptions.vary.specification, SweepOptions.design.specification, SweepOptions.file.specification,
      SweepOptions.scenario.specification, CommonOptions.runs.specification, CommonOptions.seed.specification,
      SweepOptions.precision.specification, CommonOptions.threads.specification,
      SweepOptions.out.specification, CommonOptions.pageLanguage.specification,
      CommonOptions.digits.specification,
      CommonOptions.force.specification, SweepOptions.resume.specification, SweepOptions.shard.specification,
      SweepOptions.budget.specification, SweepOptions.plan.specification, SweepOptions.slurm.specification,
      CommonOptions.format.specification, CommonOptions.quiet.specification, MemoryOption.specification,
    ] + CommonOptions.reading,
    examples: [
      CommandSpecification.Example(
        line: "detente sweep scenarios/paris-2025.jsonc --vary parties.hamas.willingness=0.2..0.9:8",
        meaning: "eight values from 0.2 to 0.9"),
      CommandSpecification.Example(
        line: "detente sweep scenarios/paris-2025.jsonc --vary mediators.egypt.formulate=0,0.5,1 "
          + "--vary mediators.qatar.formulate=0,0.5,1 --runs 2000",
        meaning: "nine points, 2,000 runs each"),
      CommandSpecification.Example(
        line: "detente sweep scenarios/paris-2025.jsonc --vary parties.hamas.willingness=0.2..0.9 "
          + "--vary parties.israel.willingness=0.2..0.9 --design sobol:64",
        meaning: "64 points spread evenly over two ranges"),
      CommandSpecification.Example(
        line: "detente sweep --resume results/paris-2025-sweep",
        meaning: "goes on with a sweep that was stopped"),
    ])

  let subject: SweepSubject
  /// Whether the directory must hold a sweep already.
  private let isResumed: Bool
  let directory: String?
  let shard: ShardChoice?
  let threads: Int?
  private let memory: MemoryOption
  private let policy: ExtensionPolicy
  let budget: Duration?
  let isEstimate: Bool
  let slurm: Int?
  let force: Bool
  let format: CommonOptions.Report
  let isQuiet: Bool

  init(_ arguments: ParsedArguments) throws(UsageError) {
    subject = try SweepSubject(arguments)
    let resumed = try arguments.value(of: SweepOptions.resume)
    let out = try arguments.value(of: SweepOptions.out)
    guard resumed == nil || out == nil else { throw UsageError("--resume and --out exclude each other") }
    directory = resumed ?? out
    isResumed = resumed != nil
    shard = try arguments.value(of: SweepOptions.shard)
    threads = try arguments.value(of: CommonOptions.threads)
    memory = try MemoryOption(arguments)
    policy = CommonOptions.extending(arguments)
    budget = try arguments.value(of: SweepOptions.budget)
    isEstimate = arguments.has(SweepOptions.plan)
    slurm = try arguments.value(of: SweepOptions.slurm)
    force = arguments.has(CommonOptions.force)
    format = try arguments.value(of: CommonOptions.format) ?? .text
    isQuiet = arguments.has(CommonOptions.quiet)
    _ = try arguments.value(of: CommonOptions.pageLanguage)
    _ = try arguments.value(of: CommonOptions.digits)
    guard slurm == nil || shard == nil else { throw UsageError("--slurm and --shard exclude each other") }
    guard resumed == nil || (slurm == nil && !force) else {
      throw UsageError("--resume goes on with what is there; --slurm and --force begin something new")
    }
    guard !force || shard == nil else {
      throw UsageError(
        "--force with --shard would remove what other shards have done; choose another directory with --out DIR, or remove this one before the first shard begins"
      )
    }
    if case .described = subject, let shard, shard.count == nil {
      throw UsageError("--shard \(shard.index) says not of how many: --shard \(shard.index)/N")
    }
  }

  func run(on console: Console) throws(CommandFailure) -> ExitStatus {
    let console = console.muted(isQuiet)
    let threads = threads ?? AvailableProcessors.count(environment: console.environment)
    var sweep = try subject.sweep(
      shards: slurm ?? shard?.count ?? 1, threads: threads, extending: policy, console)
    if let slurm { sweep = try fitting(sweep, tasks: slurm, threads: threads, console) }
    sweep.memoryLimit = memory.limit
    // Where the array job runs there is another machine.
    if slurm == nil { try checkMemory(of: sweep) }
    if isEstimate { return try SweepForecast(sweep: sweep, format: format).run(on: console) }
    let directory = try claim(sweep.plan)
    ResultOutput.tell(directory.kept, console)
    var held = Sweep(frozen: directory.plan, threads: threads)
    held.memoryLimit = memory.limit
    if shard != nil, held.plan.shards > 1 {
      do { try directory.directory.share() } catch { throw ResultOutput.failure(error) }
    }
    if slurm != nil {
      try SlurmJob.write(
        .sweep(directory, console), to: directory.directory,
        parts: "\(Numerals.count(directory.plan.design.count)) points", console)
      return .done
    }
    return try SweepSession(
      command: self, sweep: held, shard: try chosenShard(of: held.plan), output: directory, console: console
    ).run()
  }

  /// A point is done by one task: more tasks than points would have nothing to do.
  private func fitting(
    _ sweep: Sweep, tasks: Int, threads: Int, _ console: Console
  ) throws(CommandFailure) -> Sweep {
    let points = sweep.plan.design.count
    guard tasks > points else { return sweep }
    guard points > 1 else {
      throw CommandFailure(
        .usage, "sweep: --slurm \(tasks), but there is a single point, which one task does alone",
        advice: "\"detente run --slurm \(tasks)\" divides the runs of one scenario.")
    }
    console.say("--slurm \(tasks): there are only \(points) points, so that the array has \(points) tasks.")
    var plan = sweep.plan
    plan.shards = points
    return Sweep(frozen: plan, threads: threads)
  }

  /// Refuses a sweep whose scenarios find no room, each by its first point.
  private func checkMemory(of sweep: Sweep) throws(CommandFailure) {
    let variants = sweep.plan.scenarios
    for variant in variants.indices {
      let point = variant * (sweep.plan.design.count / variants.count)
      guard let scenario = try? sweep.reading(at: point).scenario,
        let refusal = memory.refusal(of: [scenario])
      else { continue }
      throw CommandFailure(
        .badScenario, "\(variants[variant].name): \(refusal.message)",
        advice: "What would help: \(refusal.advice).")
    }
  }

  /// Which shard is to be done, from 1.
  private func chosenShard(of plan: SweepPlan) throws(CommandFailure) -> Int {
    guard let shard else {
      guard plan.shards == 1 else {
        throw CommandFailure(
          .usage,
          "sweep: this sweep is dealt into \(plan.shards) shards, and --shard does not say which is meant",
          advice: "Do --shard 1 to --shard \(plan.shards), anywhere, then \"detente merge\".")
      }
      return 1
    }
    guard shard.count == nil || shard.count == plan.shards, shard.index <= plan.shards else {
      let typed = shard.count.map { "\(shard.index)/\($0)" } ?? "\(shard.index)"
      throw CommandFailure(
        .usage, "sweep: --shard \(typed), but this sweep is dealt into \(plan.shards) shards")
    }
    return shard.index
  }

  private func claim(_ plan: SweepPlan) throws(CommandFailure) -> SweepDirectory {
    do {
      if case .frozen(let path) = subject { return try SweepDirectory(resuming: path) }
      if isResumed, let directory, try !SweepDirectory.isHeld(in: directory) {
        throw SweepFault.noPlan(directory)
      }
      func claim(_ path: String) throws -> SweepDirectory {
        try SweepDirectory(
          claiming: path, for: plan, replacing: force, isBeside: slurm == nil, mayShare: shard != nil)
      }
      if let directory { return try claim(directory) }
      let place = DefaultDirectory(
        "\(try plan.scenarioName)-sweep",
        plan.settings.map { ScenarioOverride(path: $0.path, value: $0.value) }, seed: plan.seed)
      return try place.first(isForced: force, claim)
    } catch {
      // Neither a shard nor a sweep that goes on may be forced.
      throw SweepFailure.failure(error, mayForce: shard == nil && !isResumed)
    }
  }
}
