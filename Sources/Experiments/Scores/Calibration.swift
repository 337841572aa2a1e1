import Simulation

/// Whether what is forecast with a probability of p happens in a share p of the cases: the
/// calibration table, and Brier's score taken apart.
///
/// For n forecasts in bins of n_k, with the mean forecast f_k and the share o_k of those that
/// happened in a bin, and o in all (Murphy 1973,
/// doi:10.1175/1520-0450(1973)012<0595:ANVPOT>2.0.CO;2):
///
///     brier = reliability - resolution + uncertainty + within_bins
///     reliability = sum n_k (f_k - o_k)² / n    0 for a calibrated forecast
///     resolution  = sum n_k (o_k - o)² / n      how far bins tell cases apart
///     uncertainty = o (1 - o)                   the score of o, forecast always
///
/// The last part is there because forecasts in a bin differ (Stephenson, Coelho, Jolliffe 2008,
/// doi:10.1175/2007WAF2006116.1), and is 0 where they do not.
package struct Calibration: Sendable, Equatable {
  /// A forecast with what came of it.
  package typealias Pair = (share: Double, happened: Bool)

  package struct Bin: Sendable, Equatable {
    /// Forecasts from here, this one included; to there, that one not included but 1.
    package let from: Double
    package let to: Double
    /// Of the forecasts in it; `nil` where there are none.
    package let forecast: Double?
    /// How many of them happened.
    package let happened: WilsonInterval
  }

  package let bins: [Bin]
  package let count: Int
  package let brier: Double
  package let reliability: Double
  package let resolution: Double
  package let uncertainty: Double
  /// What is left.
  package var withinBins: Double { brier - reliability + resolution - uncertainty }

  /// Bins of equal width.
  package static let binCount = 10

  /// - Parameter pairs: at least one, each share in [0, 1].
  package init?(_ pairs: [Pair], bins binCount: Int = Calibration.binCount) {
    guard !pairs.isEmpty, binCount > 0 else { return nil }
    var members: [[Pair]] = Array(repeating: [], count: binCount)
    for pair in pairs {
      members[min(max(Int(pair.share * Double(binCount)), 0), binCount - 1)].append(pair)
    }
    let all = Double(pairs.count)
    let base = Double(pairs.count { $0.happened }) / all
    var (reliability, resolution) = (0.0, 0.0)
    bins = members.indices.map { place in
      let bin = members[place]
      let happened = WilsonInterval(count: bin.count { $0.happened }, total: bin.count)
      let mean = bin.isEmpty ? nil : bin.reduce(0) { $0 + $1.share } / Double(bin.count)
      if let mean, let share = happened.share {
        reliability += Double(bin.count) * (mean - share) * (mean - share)
        resolution += Double(bin.count) * (share - base) * (share - base)
      }
      return Bin(
        from: Double(place) / Double(binCount), to: Double(place + 1) / Double(binCount), forecast: mean,
        happened: happened)
    }
    count = pairs.count
    brier = pairs.reduce(0) { $0 + ProperScores.brier($1.share, happened: $1.happened) } / all
    self.reliability = reliability / all
    self.resolution = resolution / all
    uncertainty = base * (1 - base)
  }
}
