import Bargaining
import Simulation

/// The leverage gap over the uncertainty of a scenario: what would have to be given, and to whom, for an outcome that everybody could accept to exist.
public struct GapDistribution: Sendable {
  /// Per run, rising: the least total transfer in utility; 0 where there is a zone of agreement.
  public let gaps: [Double]
  /// Runs in which no transfer opens the zone, because of red lines.
  public let hopeless: Int
  /// Runs whose gap is too hard to compute.
  public let unknown: Int
  /// Per party with a gap in some run: the mean of its part of the transfer, over the runs that have a gap.
  public let parts: [Double]

  /// Runs that were looked at.
  public var runs: Int { gaps.count + hopeless + unknown }

  /// The share of runs in which there is a zone without any transfer.
  public var open: WilsonInterval {
    WilsonInterval(count: gaps.count { $0 == 0 }, total: max(runs - unknown, 1))
  }

  /// The transfer with which a zone exists in at least this share of the runs; `nil` when none is enough.
  public func transfer(for share: Double) -> Double? {
    let needed = Int((share * Double(runs - unknown)).rounded(.up))
    return needed == 0 ? 0 : needed <= gaps.count ? gaps[needed - 1] : nil
  }

  /// Looks at the numbers of runs 0 ..< `runs` of a seed, before the talks begin.
  ///
  /// - Returns: `nil` when it was stopped.
  /// - Throws: `NegotiationFault` when the outcome space is too large.
  static func measure(
    _ scenario: Scenario, runs: Int, seed: UInt64, shouldStop: () -> Bool
  ) throws(NegotiationFault) -> GapDistribution? {
    let inputs = SensitivityStudy.uncertainNumbers(of: scenario)
    var gaps: [Double] = []
    var (hopeless, unknown, lacking) = (0, 0, 0)
    var parts = scenario.parties.map { _ in 0.0 }
    for run in 0..<runs {
      if shouldStop() { return nil }
      var values = scenario.parameters.map(\.distribution.middle)
      for id in inputs {
        values[id.index] = scenario[id].draw(run: UInt32(truncatingIfNeeded: run), seed: seed)
      }
      let start = ZoneAtStart(scenario, values: values)
      if try start.zone(between: scenario.parties.indices.filter { scenario.parties[$0].hasVeto }) == .exists
      {
        gaps.append(0)
        continue
      }
      switch try Solutions(start, lookingForObstacles: false).leverageGap {
      case .notComputed: unknown += 1
      case .exact(nil): hopeless += 1
      case .exact(let gap?):
        gaps.append(gap.value)
        lacking += 1
        for party in parts.indices { parts[party] += gap.transfers[party] }
      }
    }
    return GapDistribution(
      gaps: gaps.sorted(), hopeless: hopeless, unknown: unknown,
      parts: parts.map { lacking == 0 ? 0 : $0 / Double(lacking) })
  }
}
