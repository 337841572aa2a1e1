import Bargaining

/// Which runs are looked at more closely.
struct Looks: Sendable {
  var zone: SimulationPlan.Sampling
  var efficiency: SimulationPlan.Sampling
}

/// One worker's negotiations, one for each model, and what measures them. Each is used by one
/// thread at a time, and the blocks come one after the other; that is why it may cross threads.
final class Worker: @unchecked Sendable {
  private let negotiations: NegotiationSet
  /// Per negotiation; made when first asked for, as points of a sweep never are.
  private lazy var meters = negotiations.members.map { EfficiencyMeter($0) }
  private let space: OutcomeSpace?
  /// Per negotiation: the parties with a veto.
  private let voters: [[Int]]

  /// Runs that are measured before all others, to see what that takes.
  private static let trials = 4

  /// - Parameters:
  ///   - scenario: what is played.
  ///   - shouldStop: asked inside runs.
  init(_ scenario: Scenario, shouldStop: @escaping @Sendable () -> Bool) throws(NegotiationFault) {
    negotiations = try NegotiationSet(scenario)
    negotiations.heed(shouldStop)
    space = OutcomeSpace(optionCounts: scenario.issues.map(\.options.count))
    voters = negotiations.members.map { member in
      member.scenario.parties.indices.filter { member.scenario.parties[$0].hasVeto }
    }
  }

  /// Simulates runs into the rows of a block; returns the first row that is not done, because its
  /// run was broken off.
  func simulate(
    _ rows: Range<Int>, first: Int, seed: UInt64, looks: Looks, into block: RunBlock
  ) -> Int {
    for row in rows {
      guard play(UInt32(truncatingIfNeeded: first + row), seed: seed, looks: looks, into: block, at: row)
      else {
        return row
      }
    }
    return rows.upperBound
  }

  /// The same of particles, by their places.
  func simulate(
    _ rows: Range<Int>, first: Int, of particles: [Particle], seed: UInt64, looks: Looks, into block: RunBlock
  ) -> Int {
    defer { negotiations.follow([]) }
    for row in rows {
      let particle = particles[first + row]
      negotiations.follow(particle.branches)
      guard play(particle.root, seed: seed, looks: looks, into: block, at: row) else { return row }
    }
    return rows.upperBound
  }

  /// Plays a run into a row of a block; false when it was broken off.
  private func play(_ number: UInt32, seed: UInt64, looks: Looks, into block: RunBlock, at row: Int) -> Bool {
    let run = Int(number)
    let place = negotiations.place(of: number, seed: seed)
    let negotiation = negotiations.members[place]
    let isWhole = negotiation.run(
      number, seed: seed, lookingForZone: looks.zone.includes(run))
    guard isWhole else { return false }
    // Let go before the next run, which writes into the same arrays.
    let record = negotiation.record
    let isAgreed = record.ending.isAgreement
    let rank = isAgreed ? space?.rank(ofBytes: record.options) ?? 0 : 0
    let efficiency =
      isAgreed && looks.efficiency.includes(run) ? meters[place].efficiency(of: record.options) : nil
    block.store(record, rank: rank, at: row) {
      isAgreed ? $0.value(of: record, to: voters[place], efficiency) : nil
    }
    return true
  }

  /// How many runs can be measured at ``SimulationPlan/efficiencySteps`` a run, by the numbers of a
  /// few runs, which are the same wherever a simulation begins; none when one of them was broken
  /// off, and then no further run is done.
  func affordableEfficiency(seed: UInt64) -> SimulationPlan.Sampling {
    var steps = 0
    for run in 0..<Self.trials {
      let place = negotiations.place(of: UInt32(run), seed: seed)
      guard let record = negotiations.record(of: UInt32(run), seed: seed) else { return .off }
      _ = meters[place].efficiency(of: record.options)
      steps += meters[place].steps
    }
    guard steps > 0 else { return .off }
    var every = 1
    while steps > Self.trials * SimulationPlan.efficiencySteps * every { every *= 2 }
    return .every(every)
  }
}
