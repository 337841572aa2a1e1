import Bargaining
import Tables

/// What one toll comes to over the runs: over all, and over those that end in each way.
///
/// Quantiles are good to half a bin, 1/4,096 of the most that is expected; exact where a bin holds
/// one value.
package struct TollDistributions: Sendable, Equatable {
  package private(set) var all: MeasureDistribution
  /// By `Ending.rawValue`.
  package private(set) var byEnding: [MeasureDistribution]

  /// Bins between nothing and the most that is expected.
  private static let bins = 2_048

  /// Of no runs of a scenario, in which the toll is expected to be at most so much.
  init(upTo most: Double) {
    let range = 0...(most > 0 && most.isFinite ? most : 1)
    all = MeasureDistribution(over: range, bins: Self.bins)
    // Each with room of its own from the start; copies would take theirs in the middle of the work.
    byEnding = Ending.allCases.map { _ in MeasureDistribution(over: range, bins: Self.bins) }
  }
}

extension TollDistributions: PartedFold {
  package mutating func add(_ run: (toll: Double, ending: Ending)) {
    all.add(run.toll)
    byEnding[run.ending.rawValue].add(run.toll)
  }

  package mutating func merge(_ later: TollDistributions) {
    all.merge(later.all)
    for ending in byEnding.indices { byEnding[ending].merge(later.byEnding[ending]) }
  }

  package mutating func end(_ part: RunPart) {
    all.end(part)
    for ending in byEnding.indices { byEnding[ending].end(part) }
  }

  package func write(to record: inout WordWriter) {
    all.write(to: &record)
    record.write(records: byEnding)
  }

  package init?(reading words: inout WordReader) {
    guard let all = MeasureDistribution(reading: &words),
      let byEnding: [MeasureDistribution] = words.records(),
      byEnding.count == Ending.allCases.count, all.quantiles.binCount == Self.bins,
      byEnding.allSatisfy({ $0.hasBins(of: all) }),
      byEnding.reduce(0, { $0 + $1.moments.count }) == all.moments.count
    else { return nil }
    (self.all, self.byEnding) = (all, byEnding)
  }
}
