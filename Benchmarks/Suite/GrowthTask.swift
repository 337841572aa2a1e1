import Bargaining
import Evidence
import Experiments
import Foundation
import Reports
import Results
import Scenarios
import Tables

/// How rounds per second depend on outcomes, parties, mediators, rounds and threads: a table each,
/// and a picture each where they are saved.
struct GrowthTask {
  let order: Order

  private struct Axis {
    let name: String
    let title: String
    let isLogarithmic: Bool
    let points: [Point]
  }

  private struct Point {
    let value: Int
    let label: String
    var threads = 1
    let scenario: () throws(Fault) -> Scenario

    init(
      _ value: Int, label: String? = nil, threads: Int = 1, _ scenario: @escaping () throws(Fault) -> Scenario
    ) {
      self.value = value
      self.label = label ?? Numerals.count(value)
      self.threads = threads
      self.scenario = scenario
    }
  }

  func run() throws(Fault) {
    let axes = [outcomes, parties, mediators, rounds, threads]
    for name in order.names where !axes.contains(where: { $0.name == name }) {
      throw Fault(
        reason: "unknown axis \(name); there are \(axes.map(\.name).joined(separator: ", "))", isUsage: true)
    }
    for axis in axes where order.names.isEmpty || order.names.contains(axis.name) { try measure(axis) }
  }

  private func measure(_ axis: Axis) throws(Fault) {
    print("### \(axis.title)\n\n| \(axis.name) | rounds/s | spread |\n|---|---|---|")
    var measured: [(x: Double, label: String, y: Double)] = []
    for point in axis.points {
      let sample = try time(point)
      measured.append((Double(point.value), point.label, sample.median))
      print("| \(point.label) | \(Numerals.count(sample.median)) | ± \(Numerals.percent(sample.spread)) |")
    }
    print("")
    guard let folder = order.save else { return }
    let picture = Picture.growth(
      name: "growth-\(axis.name)", title: axis.title, across: axis.name, upwards: "rounds per second",
      isLogarithmic: axis.isLogarithmic, points: measured)
    do {
      try Data(picture.svg.utf8).write(to: URL(fileURLWithPath: "\(folder)/\(picture.name).svg"))
    } catch {
      throw Fault(reason: "\(folder)/\(picture.name).svg cannot be written: \(error.localizedDescription)")
    }
  }

  private func time(_ point: Point) throws(Fault) -> Sample {
    let benchmark = Benchmark(
      name: point.label, scenario: try point.scenario(), threads: point.threads,
      extent: .seconds(order.seconds), measures: order.measures)
    var values: [Double] = []
    for _ in 0..<order.repeats {
      do {
        guard let result = try benchmark.measure() else { throw Fault(reason: "stopped") }
        values.append(result.roundsPerSecond)
      } catch let fault as Fault {
        throw fault
      } catch {
        throw Fault(reason: "\(point.label) cannot be simulated: \(error)")
      }
    }
    return Sample(values: values)
  }

  private func workload(parties: Int = 2, issues: Int = 6, options: Int = 4, rounds: Int = 100) -> Scenario {
    Workload(name: "growth", parties: parties, issues: issues, options: options, rounds: rounds).scenario
  }

  private var outcomes: Axis {
    Axis(
      name: "outcomes", title: "Two parties, 100 rounds, issues of ten options", isLogarithmic: true,
      points: (2...12).map { issues in
        Point(Int(pow(10, Double(issues))), label: "10^\(issues)") { () throws(Fault) in
          workload(issues: issues, options: 10)
        }
      })
  }

  private var parties: Axis {
    Axis(
      name: "parties", title: "4,096 outcomes, 100 rounds", isLogarithmic: false,
      points: (2...8).map { parties in Point(parties) { () throws(Fault) in workload(parties: parties) } })
  }

  private var rounds: Axis {
    Axis(
      name: "rounds", title: "Two parties, 4,096 outcomes", isLogarithmic: true,
      points: [10, 100, 1_000, 10_000].map { rounds in
        Point(rounds) { () throws(Fault) in workload(rounds: rounds) }
      })
  }

  private var threads: Axis {
    Axis(
      name: "threads", title: "The Paris scenario", isLogarithmic: false,
      points: (1...AvailableProcessors.count(environment: [:])).map { threads in
        Point(threads, threads: threads) { () throws(Fault) in try Subject(named: "paris").scenario }
      })
  }

  private var mediators: Axis {
    Axis(
      name: "mediators",
      title: "Two parties, 4,096 outcomes, 100 rounds, every mediator drafts in half of them",
      isLogarithmic: false,
      points: (0...8).map { mediators in
        Point(mediators) { () throws(Fault) in try MediatedWorkload(mediators: mediators).scenario() }
      })
  }
}
