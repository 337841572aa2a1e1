import Evidence
import Experiments
import Simulation
import Tables

/// Times workloads several times each.
struct WorkloadTask {
  let order: Order

  /// Returns whether nothing has become slower than what it was compared with.
  func run() throws(Fault) -> Bool {
    var former: ResultFile?
    if let path = order.against { former = try ResultFile(reading: path) }
    let names = order.names.isEmpty ? Subject.names : order.names
    var subjects: [Subject] = []
    for name in names { subjects.append(try Subject(named: name)) }
    print(
      DisplayWidth.padded("workload", to: 20) + DisplayWidth.padded("rounds/s", to: 14, flush: .right)
        + DisplayWidth.padded("spread", to: 9, flush: .right)
        + DisplayWidth.padded("runs/s", to: 12, flush: .right)
        + (former == nil
          ? ""
          : DisplayWidth.padded("before", to: 14, flush: .right)
            + DisplayWidth.padded("ratio", to: 8, flush: .right)))
    var entries: [ResultFile.Entry] = []
    var isSlower = false
    for subject in subjects {
      let entry = try measure(subject)
      entries.append(entry)
      var line =
        DisplayWidth.padded(entry.workload, to: 20)
        + DisplayWidth.padded(Numerals.count(entry.sample.median), to: 14, flush: .right)
        + DisplayWidth.padded("± " + Numerals.percent(entry.sample.spread), to: 9, flush: .right)
        + DisplayWidth.padded(Numerals.count(entry.runsPerSecond), to: 12, flush: .right)
      if let before = former?.entries.first(where: {
        $0.workload == entry.workload && $0.threads == entry.threads && $0.isBare == entry.isBare
      }) {
        let ratio = entry.sample.median / before.sample.median
        line +=
          DisplayWidth.padded(Numerals.count(before.sample.median), to: 14, flush: .right)
          + DisplayWidth.padded(Numerals.fixed(ratio, 2), to: 8, flush: .right)
        if ratio < 0.9 {
          line += "  slower"
          isSlower = true
        }
      }
      print(line)
    }
    if let path = order.save { try ResultFile(machine: .current, entries: entries).write(to: path) }
    return !isSlower
  }

  private func measure(_ subject: Subject) throws(Fault) -> ResultFile.Entry {
    let benchmark = Benchmark(
      name: subject.name, scenario: subject.scenario, threads: order.threads, extent: .seconds(order.seconds),
      measures: order.measures)
    var rounds: [Double] = []
    var runs: [Double] = []
    for _ in 0..<order.repeats {
      do {
        guard let result = try benchmark.measure() else { throw Fault(reason: "stopped") }
        rounds.append(result.roundsPerSecond)
        runs.append(result.runsPerSecond)
      } catch let fault as Fault {
        throw fault
      } catch {
        throw Fault(reason: "\(subject.name) cannot be simulated: \(error)")
      }
    }
    return ResultFile.Entry(
      workload: subject.name, measures: order.measures.rawValue, threads: order.threads,
      roundsPerSecond: rounds,
      runsPerSecond: Sample(values: runs).median)
  }
}
