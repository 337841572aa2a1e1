import Bargaining
import Simulation

/// The leverage gap over the uncertainty of a scenario: what would have to be given, and to whom,
/// for an outcome that everybody could accept to exist.
package struct GapDistribution: Sendable {
  /// Per run, rising: the least total transfer in utility; 0 where there is a zone of agreement.
  package let gaps: [Double]
  /// Runs in which no transfer opens the zone, because of red lines.
  package let hopeless: Int
  /// Runs whose gap is too hard to compute.
  package let unknown: Int
  /// Per party with a gap in some run: the mean of its part of the transfer, over the runs that
  /// have a gap.
  package let parts: [Double]
  /// The share of ``open`` across models; `nil` without any.
  package let openModels: ModelRange?

  /// Runs that were looked at.
  package var runs: Int { gaps.count + hopeless + unknown }

  /// The share of runs in which there is a zone without any transfer, of those that are known.
  package var open: WilsonInterval {
    WilsonInterval(count: gaps.count { $0 == 0 }, total: max(runs - unknown, 1))
  }

  /// The transfer with which a zone exists in at least this share of the runs that are known; `nil`
  /// when none is enough or nothing is known.
  package func transfer(for share: Double) -> Double? {
    guard runs > unknown else { return nil }
    let needed = Int((share * Double(runs - unknown)).rounded(.up))
    return needed == 0 ? 0 : needed <= gaps.count ? gaps[needed - 1] : nil
  }

  /// Of the gaps of some runs, in their order.
  ///
  /// - Parameters:
  ///   - runs: what each lacks.
  ///   - parties: how many the scenario has.
  ///   - models: how many it has.
  ///   - model: in which of them each run is played.
  package init(
    _ runs: [RunGap], parties: Int, models: Int = 0, model: (_ run: Int) -> Int? = { _ in nil }
  ) {
    var gaps: [Double] = []
    var (hopeless, unknown, lacking) = (0, 0, 0)
    var parts = Array(repeating: 0.0, count: parties)
    for run in runs {
      switch run {
      case .open: gaps.append(0)
      case .hopeless: hopeless += 1
      case .unknown: unknown += 1
      case .lacking(let value, let transfers):
        gaps.append(value)
        lacking += 1
        for party in parts.indices { parts[party] += transfers[party] }
      }
    }
    self.gaps = gaps.sorted()
    self.hopeless = hopeless
    self.unknown = unknown
    self.parts = parts.map { lacking == 0 ? 0 : $0 / Double(lacking) }
    openModels = ModelRange(
      of: runs.indices.filter { runs[$0] != .unknown }.map { (model($0), runs[$0] == .open) }, models: models)
  }

  /// Looks at the numbers of runs 0 ..< `runs` of a seed, before the talks begin. One stage of a
  /// study.
  ///
  /// - Parameters:
  ///   - scenario: whose gaps.
  ///   - runs: how many.
  ///   - seed: of the runs.
  ///   - threads: how many runs are looked at at a time; nothing depends on it.
  ///   - memory: what is known already; `nil` for nothing.
  ///   - shouldStop: asked before every run, on any thread.
  ///   - onRuns: told how many runs are done, on any thread, one at a time.
  /// - Returns: `nil` when it was stopped.
  /// - Throws: `NegotiationFault` when the outcome space is too large.
  static func measure(
    _ scenario: Scenario, runs: Int, seed: UInt64, threads: Int, memory: (any StudyMemory)?,
    shouldStop: @escaping @Sendable () -> Bool, onRuns: @escaping @Sendable (Int) -> Void
  ) throws(NegotiationFault) -> GapDistribution? {
    let parties = scenario.parties.count
    let (draws, model) = (RunDraws(scenario, seed: seed), ModelDraw(scenario))
    let stage = StudyStage<RunGap>(
      items: runs, memory: memory, shouldStop: shouldStop,
      fits: { gap, _ in
        if case .lacking(_, let transfers) = gap { transfers.count == parties } else { true }
      })
    return try stage.sum(
      of: Array(0..<threads), from: [RunGap](),
      make: { _, run throws(NegotiationFault) in
        let number = UInt32(truncatingIfNeeded: run)
        return try RunGap(of: number, seed: seed, in: draws.talks(of: number))
      },
      add: { gaps, run, gap in
        gaps.append(gap)
        onRuns(run + 1)
      }
    ).map { gaps in
      GapDistribution(gaps, parties: parties, models: scenario.models.count) {
        model.model(of: UInt32(truncatingIfNeeded: $0), seed: seed)
      }
    }
  }
}
