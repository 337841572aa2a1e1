import Bargaining
import Tables

/// What one toll comes to over the runs: over all, and over those that end in each way.
package struct TollDistributions: Sendable, Equatable {
  package private(set) var all: TollMeasure
  /// By `Ending.rawValue`.
  package private(set) var byEnding: [TollMeasure]

  /// Of no runs of a scenario, in which the toll is expected to be at most so much.
  init(upTo most: Double) {
    all = TollMeasure(upTo: most)
    byEnding = Ending.allCases.map { _ in TollMeasure(upTo: most) }
  }
}

extension TollDistributions: RunFold {
  package mutating func add(_ run: (toll: Double, ending: Ending)) {
    all.add(run.toll)
    byEnding[run.ending.rawValue].add(run.toll)
  }

  package mutating func merge(_ later: TollDistributions) {
    all.merge(later.all)
    for ending in byEnding.indices { byEnding[ending].merge(later.byEnding[ending]) }
  }

  package func write(to record: inout WordWriter) {
    all.write(to: &record)
    record.write(records: byEnding)
  }

  package init?(reading words: inout WordReader) {
    guard let all = TollMeasure(reading: &words), let byEnding: [TollMeasure] = words.records(),
      byEnding.count == Ending.allCases.count,
      byEnding.reduce(0, { $0 + $1.moments.count }) == all.moments.count
    else { return nil }
    (self.all, self.byEnding) = (all, byEnding)
  }
}

/// Moments and quantiles of a toll.
package struct TollMeasure: Sendable, Equatable {
  /// Bins between nothing and the most that is expected.
  private static let bins = 2_048

  package private(set) var moments = RunningMoments()
  /// Good to half a bin, 1/4,096 of the most that is expected; exact where a bin holds one value.
  package private(set) var quantiles: QuantileHistogram

  init(upTo most: Double) {
    quantiles = QuantileHistogram(over: 0...(most > 0 && most.isFinite ? most : 1), bins: Self.bins)
  }
}

extension TollMeasure: RunFold {
  package mutating func add(_ value: Double) {
    moments.add(value)
    quantiles.add(value)
  }

  package mutating func merge(_ later: TollMeasure) {
    moments.merge(later.moments)
    quantiles.merge(later.quantiles)
  }

  package func write(to record: inout WordWriter) {
    moments.write(to: &record)
    quantiles.write(to: &record)
  }

  package init?(reading words: inout WordReader) {
    guard let moments = RunningMoments(reading: &words), let quantiles = QuantileHistogram(reading: &words),
      quantiles.count == moments.count, quantiles.binCount == Self.bins
    else { return nil }
    (self.moments, self.quantiles) = (moments, quantiles)
  }
}
