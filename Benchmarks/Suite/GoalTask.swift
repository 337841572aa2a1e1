import Foundation
import Tables

/// What rounds per second do not show: memory, threads, written rows, start-up.
struct GoalTask {
  let order: Order

  private struct Goal {
    let what: String
    let goal: String
    let got: String
    let isReached: Bool
  }

  /// Returns whether every goal is reached.
  func run() throws(Fault) -> Bool {
    var all = true
    print(
      DisplayWidth.padded("what", to: 62) + DisplayWidth.padded("goal", to: 14, flush: .right)
        + DisplayWidth.padded("measured", to: 16, flush: .right))
    let goals: [(name: String, measure: () throws(Fault) -> Goal)] = [
      ("threads", threads), ("growth", growth), ("trillion", trillion), ("memory", memory),
      ("kept-runs", keptRuns),
      ("rows", rows), ("start-up", startUp), ("paris", paris),
    ]
    for name in order.names where !goals.contains(where: { $0.name == name }) {
      throw Fault(
        reason: "unknown goal \(name); there are \(goals.map(\.name).joined(separator: ", "))", isUsage: true)
    }
    for (name, measure) in goals where order.names.isEmpty || order.names.contains(name) {
      let goal = try measure()
      all = all && goal.isReached
      print(
        DisplayWidth.padded(goal.what, to: 62) + DisplayWidth.padded(goal.goal, to: 14, flush: .right)
          + DisplayWidth.padded(goal.got, to: 16, flush: .right)
          + (goal.isReached ? "" : "  missed"))
    }
    return all
  }

  private var extent: [String] { ["--seconds", "\(order.seconds)"] }

  private func sample(_ measure: () throws(Fault) -> Double) throws(Fault) -> Sample {
    var values: [Double] = []
    for _ in 0..<order.repeats { values.append(try measure()) }
    return Sample(values: values)
  }

  private func threads() throws(Fault) -> Goal {
    let ratio = try sample { () throws(Fault) in
      let one = try Child.bench("paris", extent: extent).roundsPerSecond
      return try Child.bench("paris", threads: 2, extent: extent).roundsPerSecond / one
    }
    return Goal(
      what: "paris on two threads, times one", goal: "≥ 1.9", got: Numerals.fixed(ratio.median, 2),
      isReached: ratio.median >= 1.9)
  }

  /// Cost per round from 4,096 to a million outcomes, as a power of the number of outcomes.
  private func growth() throws(Fault) -> Goal {
    let power = try sample { () throws(Fault) in
      let small = try Child.bench("boulware-4096", extent: extent).roundsPerSecond
      let large = try Child.bench("boulware-million", extent: extent).roundsPerSecond
      return log(small / large) / log(Double(1 << 20) / 4_096)
    }
    return Goal(
      what: "cost per round grows with outcomes to the power", goal: "≤ 0.5",
      got: Numerals.fixed(power.median, 2),
      isReached: power.median <= 0.5)
  }

  private func trillion() throws(Fault) -> Goal {
    let report = try Child.bench("boulware-trillion", extent: ["--runs", "8"])
    let megabytes = Double(report.peakMemory ?? .max) / 1_048_576
    return Goal(
      what: "memory of boulware-trillion, MiB", goal: "< 954", got: Numerals.fixed(megabytes, 0),
      isReached: Double(report.peakMemory ?? .max) < 1e9)
  }

  private func memory() throws(Fault) -> Goal {
    let few = try Child.bench("boulware-4096", extent: ["--runs", "10000"]).peakMemory ?? 0
    let many =
      try Child.bench("boulware-4096", threads: 1, extent: ["--runs", "10000000"]).peakMemory ?? .max
    let difference = Double(many - few) / 1_048_576
    return Goal(
      what: "memory for 10,000,000 runs beyond that for 10,000, MiB", goal: "≤ 5",
      got: Numerals.fixed(difference, 1),
      isReached: abs(difference) <= 5)
  }

  /// Seconds that `detente run` takes.
  private func seconds(_ scenario: String, runs: Int, keeping: Bool) throws(Fault) -> Double {
    let out = FileManager.default.temporaryDirectory.appending(
      path: "detente-benchmark-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: out) }
    return try Child.run(
      Place.detente,
      [
        "run", "scenarios/\(scenario).jsonc", "--runs", "\(runs)", "--threads", "1", "--quiet", "--force",
        "--out", out.path,
      ]
        + (keeping ? ["--keep-runs"] : [])
    ).seconds
  }

  private func keptRuns() throws(Fault) -> Goal {
    let share = try sample { () throws(Fault) in
      let without = try seconds("paris-2025", runs: 10_000, keeping: false)
      return try seconds("paris-2025", runs: 10_000, keeping: true) / without - 1
    }
    return Goal(
      what: "--keep-runs costs on paris, of the time", goal: "≤ 15%", got: Numerals.percent(share.median),
      isReached: share.median <= 0.15)
  }

  private func rows() throws(Fault) -> Goal {
    let runs = 1_000_000
    let rate = try sample { () throws(Fault) in
      let without = try seconds("split-the-pie", runs: runs, keeping: false)
      return Double(runs) / max(1e-9, try seconds("split-the-pie", runs: runs, keeping: true) - without)
    }
    return Goal(
      what: "rows of runs.csv per second, one core", goal: "≥ 1,000,000", got: Numerals.count(rate.median),
      isReached: rate.median >= 1e6)
  }

  private func startUp() throws(Fault) -> Goal {
    let time = try sample { () throws(Fault) in try seconds("split-the-pie", runs: 1, keeping: false) * 1_000
    }
    return Goal(
      what: "detente run with one run of split-the-pie, ms", goal: "≤ 40",
      got: Numerals.fixed(time.median, 1),
      isReached: time.median <= 40)
  }

  private func paris() throws(Fault) -> Goal {
    let report = try Child.bench("paris", threads: 2, extent: ["--runs", "100000"])
    let time = Double(report.rounds) / report.roundsPerSecond
    return Goal(
      what: "100,000 runs of paris on two threads, s", goal: "≤ 20", got: Numerals.fixed(time, 1),
      isReached: time <= 20)
  }
}
