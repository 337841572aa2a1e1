import Experiments
import Foundation
import Results
import Tables

/// Figures kept as data: `Benchmarks/results/*.json`.
struct ResultFile {
  struct Entry: Codable {
    var workload: String
    /// `run` or `bare`; not said in files from before there were both, which are bare.
    var measures: String?
    var threads: Int
    /// One value per repetition.
    var roundsPerSecond: [Double]
    var runsPerSecond: Double

    var isBare: Bool { measures != Benchmark.Measures.run.rawValue }
    var sample: Sample { Sample(values: roundsPerSecond) }

    enum CodingKeys: String, CodingKey {
      case workload, measures, threads
      case roundsPerSecond = "rounds_per_second"
      case runsPerSecond = "runs_per_second"
    }
  }

  private struct Content: Codable {
    var results: [Entry]
  }

  var machine: Machine?
  var entries: [Entry]

  init(machine: Machine, entries: [Entry]) {
    self.machine = machine
    self.entries = entries
  }

  init(reading path: String) throws(Fault) {
    do {
      entries = try JSONDecoder().decode(Content.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
        .results
    } catch {
      throw Fault(reason: "\(path) is not a result of this program: \(error)")
    }
  }

  func write(to path: String) throws(Fault) {
    let value: JSONValue = [
      "version": .string(Release.identity), "machine": machine?.json ?? .null,
      "results": .array(
        entries.map { entry in
          [
            "workload": .string(entry.workload), "measures": .string(entry.measures ?? ""),
            "threads": .integer(entry.threads),
            "rounds_per_second": .array(entry.roundsPerSecond.map { .real($0.rounded()) }),
            "runs_per_second": .real(entry.runsPerSecond.rounded()),
          ]
        }),
    ]
    do {
      let stream = try AtomicFileStream(path)
      var buffer = ByteBuffer()
      buffer.append(text: JSONText.string(value))
      try stream.append(buffer)
      try stream.commit()
    } catch {
      throw Fault(reason: "\(path) cannot be written: \(error)")
    }
  }
}
