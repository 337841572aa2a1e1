import Foundation
import Scenarios
import Simulation
import Tables

extension SweepPlan {
  /// Reads `plan.json`.
  ///
  /// - Parameter bytes: the file.
  /// - Throws: ``SweepPlanFault``.
  package init(json bytes: [UInt8]) throws(SweepPlanFault) {
    let stored: StoredPlan
    do {
      stored = try JSONDecoder().decode(StoredPlan.self, from: Data(bytes))
    } catch {
      throw .unreadable
    }
    do {
      var factors: [SweepFactor] = []
      for factor in stored.design { factors.append(try factor.factor(seed: stored.seed)) }
      design = try SweepDesign(factors: factors, variants: stored.variants)
    } catch {
      throw .unreadable
    }
    guard stored.scenarios.count == max(1, stored.variants.count),
      (1...SweepPlan.mostShards).contains(stored.shards),
      stored.precision.map({ 0 < $0 && $0 < 0.5 }) ?? true
    else { throw .unreadable }
    guard (1...SimulationPlan.mostRuns).contains(stored.runs) else { throw .runsOutOfRange(stored.runs) }
    for file in stored.scenarios.joined() where SHA256.hex(of: Array(file.text.utf8)) != file.sha256 {
      throw .changedText(file.name)
    }
    version = stored.version
    scenarios = stored.scenarios.map { files in
      ScenarioDocument.load(files: files.map { SourceText(name: $0.name, text: $0.text) })
    }
    settings = stored.set.map { ScenarioSetting(path: $0.path, value: $0.value, origin: "--set") }
    runs = stored.runs
    seed = stored.seed
    precision = stored.precision
    shards = stored.shards
  }
}

/// Why a `plan.json` cannot be used.
package enum SweepPlanFault: Error, Sendable, Equatable, CustomStringConvertible, Told {
  case unreadable
  case changedText(String)
  case runsOutOfRange(Int)

  /// What to tell the user, without a capital and without a full stop.
  package var description: String { told.description }

  /// The same in any language.
  package var told: Message {
    switch self {
    case .unreadable: "it is not the plan of a sweep"
    case .changedText(let name): "the text of \(name) in it has been changed: its SHA-256 is another"
    case .runsOutOfRange(let runs):
      "\"runs\" in it must be a whole number from 1 to \(SimulationPlan.mostRuns), not \(runs)"
    }
  }
}

/// `plan.json` as it is written.
private struct StoredPlan: Decodable {
  let version: String
  let scenarios: [[StoredFile]]
  let set: [StoredSetting]
  let variants: [String]
  let design: [StoredFactor]
  let runs: Int
  let seed: UInt64
  let precision: Double?
  let shards: Int
}

private struct StoredFile: Decodable {
  let name: String
  let sha256: String
  let text: String
}

private struct StoredSetting: Decodable {
  let path: String
  let value: String
}

private struct StoredFactor: Decodable {
  let axes: [StoredAxis]?
  let sample: String?
  let ranges: [StoredRange]?

  func factor(seed: UInt64) throws -> SweepFactor {
    if let axes {
      return try SweepFactor(
        axes.map { axis in
          let labels = axis.labels ?? []
          guard labels.isEmpty || labels.count == axis.values.count else { throw SweepPlanFault.unreadable }
          return try SweepAxis(path: axis.path, values: axis.values, labels: labels)
        })
    }
    guard let sampling = sample.flatMap({ SweepSampling(parsing: $0) }) else {
      throw SweepPlanFault.unreadable
    }
    return try SweepFactor(
      sampling: (ranges ?? []).map { try SweepRange(path: $0.path, from: $0.low, through: $0.high) },
      by: sampling, seed: seed)
  }
}

private struct StoredAxis: Decodable {
  let path: String
  let values: [String]
  let labels: [String]?
}

private struct StoredRange: Decodable {
  let path: String
  let low: Double
  let high: Double
}
