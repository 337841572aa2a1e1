import Bargaining
import Simulation
import Tables

/// What consecutive runs of two scenarios come to, side by side.
package struct ComparedRuns: Sendable, Equatable {
  /// Runs by how they end in the first and in the second: `endings[a][b]`.
  private(set) var endings = Ending.allCases.map { _ in Ending.allCases.map { _ in 0 } }
  /// The first run of each kind, or -1.
  private(set) var examples = Ending.allCases.map { _ in Ending.allCases.map { _ in -1 } }
  /// Rounds until the end of the talks.
  private(set) var length = PairedMean()
  /// Of the parties that both scenarios have.
  private(set) var utilities: [PairedMean]
  /// Per model of the first and of the second scenario: its runs by how they end,
  /// `models.x[model][ending]`.
  private(set) var firstModels: [[Int]]
  private(set) var secondModels: [[Int]]

  /// No runs, of scenarios that have so many parties in common and so many models each.
  init(parties: Int, models: SIMD2<Int> = SIMD2(0, 0)) {
    utilities = Array(repeating: PairedMean(), count: parties)
    let none = Ending.allCases.map { _ in 0 }
    firstModels = Array(repeating: none, count: models.x)
    secondModels = Array(repeating: none, count: models.y)
  }

  var runs: Int { length.count }

  /// Whether it can be that of these runs.
  package func fits(_ numbers: Range<Int>, parties: Int, models: SIMD2<Int> = SIMD2(0, 0)) -> Bool {
    firstModels.count == models.x && secondModels.count == models.y
      && runs == numbers.count && utilities.count == parties && utilities.allSatisfy { $0.count == runs }
      && examples.joined().allSatisfy { $0 < 0 || numbers.contains($0) }
  }

  /// Runs in which something happens in both, in one of them or in neither, by how they end.
  func shares(_ happens: (Ending) -> Bool) -> PairedShares {
    func count(_ inFirst: Bool, _ inSecond: Bool) -> Int {
      Ending.allCases.reduce(0) { sum, from in
        happens(from) != inFirst
          ? sum
          : Ending.allCases.reduce(sum) {
            $0 + (happens($1) == inSecond ? endings[from.rawValue][$1.rawValue] : 0)
          }
      }
    }
    return PairedShares(
      both: count(true, true), firstOnly: count(true, false), secondOnly: count(false, true),
      neither: count(false, false))
  }
}

extension ComparedRuns: RunFold {
  /// One run in both scenarios, and the parties that both have, as indices into each.
  package struct Run {
    let first: RunRecord
    let second: RunRecord
    let parties: [SIMD2<Int>]
  }

  package mutating func add(_ run: Run) {
    length.add(first: Double(run.first.round) + 1, second: Double(run.second.round) + 1)
    for (place, pair) in run.parties.enumerated() {
      utilities[place].add(first: run.first.utilities[pair.x], second: run.second.utilities[pair.y])
    }
    let (from, to) = (run.first.ending.rawValue, run.second.ending.rawValue)
    endings[from][to] += 1
    if examples[from][to] < 0 { examples[from][to] = run.second.run }
    if let model = run.first.model { firstModels[model][from] += 1 }
    if let model = run.second.model { secondModels[model][to] += 1 }
  }

  package mutating func merge(_ later: ComparedRuns) {
    for from in endings.indices {
      for to in endings[from].indices {
        endings[from][to] += later.endings[from][to]
        if examples[from][to] < 0 { examples[from][to] = later.examples[from][to] }
      }
    }
    length.merge(later.length)
    for place in utilities.indices { utilities[place].merge(later.utilities[place]) }
    for model in firstModels.indices { firstModels[model].add(later.firstModels[model]) }
    for model in secondModels.indices { secondModels[model].add(later.secondModels[model]) }
  }

  package func write(to record: inout WordWriter) {
    for (counts, firsts) in zip(endings, examples) {
      for (count, first) in zip(counts, firsts) {
        record.write(count)
        if count > 0 { record.write(first) }
      }
    }
    length.write(to: &record)
    record.write(list: utilities) { $1.write(to: &$0) }
    for models in [firstModels, secondModels] {
      record.write(list: models) { record, counts in for count in counts { record.write(count) } }
    }
  }

  package init?(reading words: inout WordReader) {
    self.init(parties: 0)
    var left = SimulationPlan.mostRuns
    for from in endings.indices {
      for to in endings[from].indices {
        guard let count = words.count(), count <= left else { return nil }
        left -= count
        endings[from][to] = count
        guard count > 0 else { continue }
        guard let first = words.count() else { return nil }
        examples[from][to] = first
      }
    }
    guard let length = PairedMean(reading: &words), length.count == SimulationPlan.mostRuns - left,
      let utilities = words.list({ PairedMean(reading: &$0) }),
      let firstModels = ComparedRuns.models(&words), let secondModels = ComparedRuns.models(&words)
    else { return nil }
    self.length = length
    self.utilities = utilities
    (self.firstModels, self.secondModels) = (firstModels, secondModels)
  }
}

extension ComparedRuns {
  /// Counts of the runs of each model; `nil` for counts that no runs have.
  private static func models(_ words: inout WordReader) -> [[Int]]? {
    words.list { words -> [Int]? in
      var counts: [Int] = []
      for _ in Ending.allCases {
        guard let count = words.count(), count <= SimulationPlan.mostRuns else { return nil }
        counts.append(count)
      }
      return counts
    }
  }
}

extension PairedMean: StudyRecord {
  package func write(to record: inout WordWriter) {
    moments.write(to: &record)
    first.write(to: &record)
    second.write(to: &record)
  }

  package init?(reading words: inout WordReader) {
    guard let moments = RunningMoments(reading: &words), let first = RunningMoments(reading: &words),
      let second = RunningMoments(reading: &words), first.count == moments.count,
      second.count == moments.count
    else { return nil }
    self.init(moments: moments, first: first, second: second)
  }
}
