import Experiments
import Reports
import Scenarios
import Simulation
import Tables

/// Sweep files and plans: a few points of each.
extension Judge {
  /// Points that are simulated of a sweep, spread over it.
  private static let points = 3
  /// Values of one axis; each is read once before anything is simulated, which takes as long as
  /// there are values.
  private static let mostValues = 200

  static func sweep(_ mutant: Mutant) throws(Wrong) -> Verdict {
    let file: SweepFile
    do throws(ScenarioFault) {
      file = try SweepFile(text: mutant.text, name: mutant.name)
    } catch {
      return try refusal(error.diagnostics)
    }
    var documents: [ScenarioDocument] = []
    for path in file.scenarios {
      do throws(ScenarioFault) { documents.append(try ScenarioDocument.load(path: path)) } catch {
        // What a sweep file names and is not there is told by its path alone.
        try require(!error.description.isEmpty, "a missing scenario without a word", path)
        return .refused(error.description)
      }
    }
    guard !documents.isEmpty else { return .refused("no scenario is named") }
    let plan: SweepPlan
    do {
      plan = SweepPlan(
        scenarios: documents, settings: file.settings,
        design: try SweepDesign(
          axes: file.axes, ranges: file.ranges, sampling: file.sampling, seed: file.seed ?? seed,
          variants: file.scenarios), runs: min(file.runs ?? runs, runs), seed: file.seed ?? seed,
        precision: file.precision)
    } catch {
      try require(!"\(error)".isEmpty, "a design refused without a word")
      return .refused("\(error)")
    }
    guard plan.design.count <= mostValues else { return .dear }
    do throws(ScenarioFault) { _ = try Sweep(plan) } catch {
      return try refusal(error.diagnostics)
    }
    return try run(plan)
  }

  static func plan(_ mutant: Mutant) throws(Wrong) -> Verdict {
    var plan: SweepPlan
    do throws(SweepPlanFault) {
      plan = try SweepPlan(json: mutant.bytes)
    } catch {
      try require(!error.description.isEmpty, "a plan refused without a word")
      return .refused("\(error)")
    }
    let digest = plan.digest
    do throws(SweepPlanFault) {
      let again = try SweepPlan(json: JSONText.bytes(plan.json)).digest
      try agree(again == digest)
    } catch {
      throw Wrong("a plan that is not read as it is written", error.description)
    }
    plan.runs = min(plan.runs, runs)
    return try run(plan)
  }

  private static func agree(_ isSame: Bool) throws(SweepPlanFault) {
    if !isSame { throw .unreadable }
  }

  /// Simulates a few points of what has been accepted.
  private static func run(_ plan: SweepPlan) throws(Wrong) -> Verdict {
    var plan = plan
    // The first shard of so many has few points.
    plan.shards = min(SweepPlan.mostShards, (plan.design.count + points - 1) / points)
    guard plan.pointCount(of: 1) <= 2 * points else { return .dear }
    let sweep = Sweep(frozen: plan)
    for position in stride(from: 0, to: plan.design.count, by: plan.shards) {
      if let reading = try? sweep.reading(at: plan.design.point(at: position)), isDear(reading.scenario) {
        return .dear
      }
    }
    let result: SweepResult
    do {
      result = try sweep.run()
    } catch {
      throw Wrong("a sweep that cannot be run", error.description)
    }
    try require(result.pointsSettled == plan.pointCount(of: 1), "points are missing")
    for failure in result.failures {
      try require(!failure.reason.isEmpty, "a point that fails without a word")
    }
    do {
      try TableRules.check(try result.table())
      _ = try result.overview()
    } catch let wrong as Wrong {
      throw wrong
    } catch {
      throw Wrong("a table cannot be made", "\(error)")
    }
    try require(
      result.points.allSatisfy { point in
        point.outcome.endings.reduce(0) { $0 + $1.count } == point.outcome.runs
      },
      "counts that do not sum", "sweep")
    return .sound
  }
}
