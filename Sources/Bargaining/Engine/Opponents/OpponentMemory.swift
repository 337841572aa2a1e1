/// What one actor has made of the offers of all parties, by the model that it uses; nothing where
/// it uses none.
struct OpponentMemory: BitwiseCopyable {
  private enum Kind: UInt8, BitwiseCopyable { case none, frequency, bayesian }

  private let kind: Kind
  /// How often each party offered each option: party after party, slot after slot.
  private let counts: Lane<Int32>
  private let belief: BayesianBelief

  init(
    _ model: OpponentModel?, of parties: Int, layout: IssueLayout, hypotheses: BayesianHypotheses,
    arena: Arena
  ) {
    switch model {
    case nil: kind = .none
    case .frequency: kind = .frequency
    case .bayesian: kind = .bayesian
    }
    counts = arena.lane(kind == .frequency ? parties * layout.slotCount : 0, of: 0)
    belief = BayesianBelief(hypotheses, of: kind == .bayesian ? parties : 0, arena: arena)
  }

  /// Forgets everything.
  func reset() {
    switch kind {
    case .none: break
    case .frequency: counts.fill(0)
    case .bayesian: belief.reset()
    }
  }

  /// Takes an offer of a party into account.
  func learn(_ options: Lane<UInt8>, from party: Int, time: Double, layout: IssueLayout) {
    switch kind {
    case .none: break
    case .frequency:
      let row = counts.slice(party * layout.slotCount, layout.slotCount)
      for k in 0..<options.count { row[layout.offsets[k] + Int(options[k])] += 1 }
    case .bayesian: belief.learn(options, from: party, time: time)
    }
  }

  /// Adds, per slot, what an option seems to bring a party, in 2^-20 of utility; nothing if it has
  /// offered nothing.
  func score(_ party: Int, into scores: Lane<Int32>, layout: IssueLayout) {
    switch kind {
    case .none: break
    case .frequency: frequency(of: party, layout).add(to: scores)
    case .bayesian: belief.score(party, into: scores)
    }
  }

  /// Writes, per slot, what an option seems to bring a party, in utility.
  func estimate(_ party: Int, into worths: Lane<Double>, layout: IssueLayout) {
    switch kind {
    case .none: worths.fill(0)
    case .frequency: frequency(of: party, layout).write(to: worths)
    case .bayesian: belief.estimate(party, into: worths)
    }
  }

  private func frequency(of party: Int, _ layout: IssueLayout) -> FrequencyEstimate {
    FrequencyEstimate(
      counts: counts.slice(party * layout.slotCount, layout.slotCount), layout: layout)
  }
}
