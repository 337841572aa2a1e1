import Bargaining

/// What a run takes, from the words of ``Toll``.
extension SlowTalks {
  /// A round that the talks spend in a state.
  mutating func bear(_ state: TalksState) {
    for t in whole.tolls.indices { tolls[t] += taken(t, state, inForce: interim?.options.map(Int.init)) }
    borne += 1
  }

  /// What the rounds after the end of the run add.
  mutating func bearTheRest(agreed options: [Int]?) {
    for _ in borne..<max(whole.rounds, borne) {
      for t in whole.tolls.indices {
        tolls[t] += taken(t, options == nil ? .ended : .agreed, inForce: options)
      }
    }
  }

  private func taken(_ toll: Int, _ state: TalksState, inForce options: [Int]?) -> Double {
    let rate = world.number(whole.tolls[toll].perRound)
    switch whole.tolls[toll].when {
    case .talks(let wanted): return wanted == state ? rate : 0
    case .inForce(let condition):
      return condition.holds(in: options ?? whole.issues.map { $0.statusQuo ?? 0 }) ? rate : 0
    }
  }
}
