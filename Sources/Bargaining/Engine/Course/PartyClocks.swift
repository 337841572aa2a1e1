/// The ends that parties measure time against in one run, where a scenario has deadlines or
/// horizons: the clock of each, and the deadline as it is known now.
package final class PartyClocks {
  /// What becomes of the talks when a round is over.
  package enum Turn: Equatable, Sendable {
    case goesOn
    /// The deadline has come and is put off to so many rounds.
    case putOff(from: Double, to: Double)
    case over
  }

  private struct State: BitwiseCopyable {
    /// By how many rounds the deadline was put off so far.
    var putOff = 0.0
    /// Whether there was progress since the deadline was set, or put off last.
    var hasProgress = false
  }

  /// Whether there are any such ends; if not, all of this means nothing.
  let isOwn: Bool
  /// Per party: where its horizon is kept, or -1.
  private let horizons: Lane<Int>
  /// Where the deadline is kept, the probability that it is put off and by how much; -1 for none.
  private let deadline: Int
  private let chance: Int
  private let rounds: Int
  private let numbers: RunNumbers
  /// Per party: its end, and its relative time in this round.
  private let ends: Lane<Double>
  private let clocks: Lane<RoundClock>
  private let state: Lane<State>

  init(_ scenario: Scenario, numbers: RunNumbers, arena: Arena) {
    self.numbers = numbers
    isOwn = scenario.hasOwnEnds
    horizons = arena.lane(scenario.parties.map { $0.horizon?.index ?? -1 })
    deadline = scenario.talks.deadline?.round.index ?? -1
    chance = scenario.talks.deadline?.extensionChance.index ?? -1
    rounds = scenario.talks.deadline?.extensionRounds?.index ?? -1
    ends = arena.lane(scenario.parties.count, of: .infinity)
    clocks = arena.lane(scenario.parties.count, of: RoundClock(round: 0, of: 1))
    state = arena.lane(1, of: State())
  }

  /// Begins a run.
  func begin() { state[0] = State() }

  /// How many rounds the talks last, as all know it now; infinite without a deadline.
  var knownDeadline: Double { deadline < 0 ? .infinity : numbers[deadline] + state[0].putOff }

  /// Brings the clocks to a round, by horizons and deadline as they are now.
  func measure(_ round: Int) {
    let known = knownDeadline
    for party in 0..<clocks.count {
      let end = min(horizons[party] < 0 ? .infinity : numbers[horizons[party]], known)
      ends[party] = end
      clocks[party] = RoundClock(time: min(1, Double(round + 1) / (end + 1)))
    }
  }

  subscript(party: Int) -> RoundClock { clocks[party] }

  /// The end that a party knows, in rounds.
  func end(of party: Int) -> Double { ends[party] }

  /// Whether a party has come to its end: it can hold out no longer.
  func isPastEnd(_ party: Int) -> Bool { clocks[party].time >= 1 }

  func noteProgress() { state[0].hasProgress = true }

  /// A round is over: the deadline may have come.
  func turn(_ round: Int) -> Turn {
    let known = knownDeadline
    guard Double(round + 1) >= known else { return .goesOn }
    guard state[0].hasProgress, rounds >= 0,
      numbers.happens(numbers[chance], numbers.dice.extensions, at: round)
    else { return .over }
    state[0].hasProgress = false
    state[0].putOff += numbers[rounds]
    return .putOff(from: known, to: knownDeadline)
  }
}
