import Experiments
import Foundation
import Simulation
import Tables
import Testing

/// Runs of one scenario in parts.
@Suite("Shards of runs")
struct RunShareTests {
  /// What a shard leaves in its journal.
  private static func items(of share: RunShare, _ shard: StudyShard, in folder: String) throws -> StudyItems {
    let path = "\(folder)/\(shard.journalName)"
    do {
      let journal = try #require(try StudyJournal(path: path, study: "runs", shard: shard))
      _ = try share.simulate(known: true, shouldStop: { false }, onProgress: { _ in }, journal: { journal })
      journal.seal()
      try journal.finish()
    }
    var items = StudyItems()
    try StudyItems.read(
      in: folder, digest: StudyJournal.digest(of: "runs"), shards: [shard]
    ) { items.add($1) }
    #expect(items.isSealed(shard))
    return items
  }

  private static func tables(_ distribution: OutcomeDistribution) throws -> [String: [UInt8]] {
    Dictionary(uniqueKeysWithValues: try distribution.tables().map { ($0.name, $0.write(.csv)) })
  }

  @Test(
    "shards of any number come to the tables of one piece, byte for byte",
    arguments: [(100, 7), (65_536, 3), (65_537, 2), (140_000, 4), (150_000, 40)])
  func merged(runs: Int, shards: Int) throws {
    let scenario = try PieScenario.document.decode().scenario
    let plan = SimulationPlan(runs: runs, seed: 5, threads: 2)
    let whole = try Ensemble(scenario, plan: plan).run()
    try Folder.use { folder in
      var merged = try Ensemble(scenario, plan: plan).beginning()
      for index in 1...shards {
        let shard = StudyShard(index: index, count: shards)
        let share = RunShare(scenario, plan: plan, keepsRows: false, shard: shard)
        let items = try Self.items(of: share, shard, in: folder)
        #expect(try share.add(items, to: &merged, log: nil, draws: nil))
      }
      #expect(merged.runs == runs)
      #expect(try Self.tables(merged) == Self.tables(whole) && Self.tables(whole).count > 5)
      #expect(merged.packages.top() == whole.packages.top())
    }
  }

  /// A sample as Welford (1962) and Chan, Golub and LeVeque (1979) add it up, slowly.
  private struct Sample {
    var count = 0.0
    var mean = 0.0
    var squares = 0.0

    init(_ values: ArraySlice<Double>) {
      for value in values {
        count += 1
        let before = value - mean
        mean += before / count
        squares += before * (value - mean)
      }
    }

    static func + (left: Sample, right: Sample) -> Sample {
      guard right.count > 0 else { return left }
      var sum = left
      let difference = right.mean - left.mean
      sum.mean += difference * (right.count / (left.count + right.count))
      sum.squares +=
        right.squares + difference * difference * (left.count * right.count / (left.count + right.count))
      sum.count += right.count
      return sum
    }

    /// Of `8,192 << level` values from a multiple of that on.
    init(branch values: [Double], from first: Int, level: Int) {
      let length = 8_192 << level
      if level == 0 || first == 0 && length == 65_536 {
        self.init(values[first..<first + length])
      } else {
        self =
          Sample(branch: values, from: first, level: level - 1)
          + Sample(branch: values, from: first + length / 2, level: level - 1)
      }
    }

    /// Of any number of values: the greatest branches first.
    init(all values: [Double]) {
      self.init([])
      var next = 0
      if values.count >= 65_536 {
        for level in stride(from: 12, through: 0, by: -1) where next + 8_192 << level <= values.count {
          let branch = Sample(branch: values, from: next, level: level)
          self = next == 0 ? branch : self + branch
          next += 8_192 << level
        }
      }
      let rest = Sample(values[next...])
      self = next == 0 ? rest : self + rest
    }
  }

  @Test(
    "means and deviations are added up run by run for 65,536 runs, and from there on by a tree of parts",
    arguments: [20_000, 65_536, 90_001, 204_800])
  func moments(runs: Int) throws {
    let scenario = try PieScenario.document.decode().scenario
    try Folder.use { folder in
      let log = try RunLog(scenario, path: "\(folder)/runs.csv")
      let distribution = try Ensemble(scenario, plan: SimulationPlan(runs: runs, seed: 3)).run(
        keepingRunsIn: log)
      try log.commit()
      let rows = try String(contentsOfFile: "\(folder)/runs.csv", encoding: .utf8).split(separator: "\n")
      let names = rows[0].split(separator: ",", omittingEmptySubsequences: false)
      for (party, name) in ["a", "b"].enumerated() {
        let column = try #require(names.firstIndex(of: "utility_\(name)"))
        let values = try rows.dropFirst().map {
          try #require(Double($0.split(separator: ",", omittingEmptySubsequences: false)[column]))
        }
        let (sample, moments) = (Sample(all: values), distribution.parties[party].utility.moments)
        #expect(moments.count == runs && Int(sample.count) == runs)
        #expect(moments.mean == sample.mean && moments.squaredDeviations == sample.squares)
        #expect(abs(sample.mean - values.reduce(0, +) / Double(runs)) < 1e-12)
      }
    }
  }

  @Test(
    "every run is in one shard, and shards differ by at most a part", arguments: [0, 1, 99, 65_536, 300_001])
  func deal(runs: Int) throws {
    let scenario = try PieScenario.document.decode().scenario
    for shards in [1, 2, 5, 12, 200] {
      var next = 0
      var lengths: [Int] = []
      for index in 1...shards {
        let share = RunShare(
          scenario, plan: SimulationPlan(runs: runs), keepsRows: false,
          shard: StudyShard(index: index, count: shards))
        #expect(share.runs.lowerBound == next)
        #expect(share.rows.isEmpty || share.rows.lowerBound == next && share.rows.upperBound <= 65_536)
        next = share.runs.upperBound
        lengths.append(share.runs.count)
      }
      #expect(next == runs)
      let most = lengths.max() ?? 0
      #expect(most * shards <= runs + shards * (runs > 65_536 ? 8_192 : 1))
    }
  }

  @Test("stopped again and again a shard comes to the same journal's end")
  func stopped() throws {
    let scenario = try PieScenario.document.decode().scenario
    let plan = SimulationPlan(runs: 90_000, seed: 2)
    let shard = StudyShard(index: 1, count: 2)
    var share = RunShare(scenario, plan: plan, keepsRows: false, shard: shard)
    try Folder.use { folder in
      try Folder.use { other in
        let whole = try Self.items(of: share, shard, in: other)
        share.recordInterval = .milliseconds(1)
        let path = "\(folder)/\(shard.journalName)"
        var stops = 0
        while stops < 12 {
          let journal = try #require(try StudyJournal(path: path, study: "runs", shard: shard))
          let stopper = Stopper(after: 100)
          let end = try share.simulate(
            known: true, shouldStop: stopper.shouldStop, onProgress: { _ in }, journal: { journal })
          try journal.finish()
          if case .done = end { break }
          stops += 1
        }
        #expect(stops > 1)
        let items = try Self.items(of: share, shard, in: folder)
        for keys in [items, whole] { #expect(!keys.items.isEmpty) }
        var (one, two) = (
          try Ensemble(scenario, plan: plan).beginning(), try Ensemble(scenario, plan: plan).beginning()
        )
        #expect(try share.add(items, to: &one, log: nil, draws: nil))
        #expect(try share.add(whole, to: &two, log: nil, draws: nil))
        #expect(one.fold.bytes == two.fold.bytes)
      }
    }
  }
}
