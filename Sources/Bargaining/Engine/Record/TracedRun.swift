/// One run with everything that happened in it, as plain values.
///
/// ```swift
/// let run = TracedRun(7, seed: 1, in: try Negotiation(scenario))
/// print(run.acts.count, run.record.ending)
/// ```
public struct TracedRun: Sendable, Equatable {
  /// The number of the run, and what all runs of a simulation have in common.
  public var run: UInt32
  /// The seed that all runs of a simulation have in common.
  public var seed: UInt64
  /// What happened, in order.
  public var acts: [TalkAct]
  /// What a simulation keeps of the run: the row of `runs.csv` with the same number.
  public var record: RunRecord
  /// Every number as drawn at the start, in the order of ``Scenario/parameters``.
  public var drawn: [Double]
  /// Per issue: the option that it is locked to in this run, because the talks had settled it or it
  /// is off the agenda; `nil` when it is open.
  public var locked: [Int?]
  /// Whether the run came to its end; false where it was broken off (`Negotiation/heed(_:)`), and
  /// the record means nothing.
  public var isWhole: Bool

  /// Plays run number `run` of `seed` and keeps what happens.
  ///
  /// Should it end without agreement, the record says if there was a zone of agreement, where that
  /// can be found out.
  public init(_ run: UInt32, seed: UInt64, in negotiation: Negotiation) {
    var transcript = Transcript()
    isWhole = negotiation.run(run, seed: seed, lookingForZone: true, observer: &transcript)
    self.run = run
    self.seed = seed
    acts = transcript.acts
    record = negotiation.record
    drawn = negotiation.scenario.parameters.indices.map { negotiation.numbers.drawn[$0] }
    locked = negotiation.scenario.issues.indices.map { k in
      let lock = negotiation.agenda.locks[k]
      return lock < 0 ? nil : lock
    }
  }

  /// A number as drawn at the start.
  public subscript(id: ParameterID) -> Double { drawn[id.index] }
}
