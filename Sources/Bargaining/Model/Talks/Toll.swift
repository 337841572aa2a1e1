/// What the conflict takes while something holds: people displaced for each day without a
/// ceasefire, aid forgone while talks are suspended.
///
/// A toll adds up over the whole window of the scenario, rounds 0 … R - 1, whatever the run ends
/// with: a breakdown of the talks does not stop a war, so that runs that end early and late are
/// counted over the same time. In each round `perRound` is added if `when` holds in it:
///
/// - Of what is **in force**: the status quo until an agreement is reached, also in the round in
///   which it is; what was agreed from the next round on; of an interim deal its issues, the others
///   staying at their status quo. Where nothing is agreed until everything is, a settled stage is
///   not in force. Of a deal whose phases were not all carried out, an issue that a phase settles
///   which failed or was not reached is at its status quo from the beginning, since phases have no
///   dates.
/// - Of the **state of the talks**: see ``TalksState``.
///
/// After the end of a run nothing happens any more: rates stay what they were in its last round.
package struct Toll: Sendable, Equatable {
  /// When a toll is taken.
  package enum Circumstance: Sendable, Equatable {
    /// While a condition holds of what is in force.
    case inForce(Condition)
    /// While the talks are in a state.
    case talks(TalksState)
  }

  /// The machine name: the key in the scenario file.
  package var name: String
  /// What people call it, in one or several languages; `nil` for the machine name.
  package var label: LocalizedText?
  /// What is counted, such as `people`; `nil` when the file does not say.
  package var unit: LocalizedText?
  /// What is added in each round in which ``when`` holds, in [0, 1e12].
  package var perRound: ParameterID
  package var when: Circumstance
  /// Fact numbers of the seeds.
  package var source: [String]

  package init(
    name: String, label: LocalizedText? = nil, unit: LocalizedText? = nil, perRound: ParameterID,
    when: Circumstance, source: [String] = []
  ) {
    self.name = name
    self.label = label
    self.unit = unit
    self.perRound = perRound
    self.when = when
    self.source = source
  }
}

/// What the talks are like in a round.
package enum TalksState: Int, Sendable, Equatable, CaseIterable {
  /// They go on; also in the round in which they resume, stall, break down or agree.
  case active
  /// They are suspended from beginning to end of the round.
  case suspended
  /// The run has ended in an agreement, full or partial.
  case agreed
  /// The run has ended without one.
  case ended

  /// The name in files.
  package var name: String {
    switch self {
    case .active: "active"
    case .suspended: "suspended"
    case .agreed: "agreed"
    case .ended: "ended"
    }
  }
}

extension Scenario {
  /// The most that a toll can come to in a run of this scenario, as long as no event raises its
  /// rate.
  package func mostToll(_ index: Int) -> Double {
    alternatives.map { talks in
      talks[talks.tolls[index].perRound].distribution.support.upperBound * Double(talks.rounds)
    }.max() ?? 0
  }
}
