import Bargaining
import Randomness

/// The window, the deadline and the parties' horizons, from the words of ``Deadline`` and
/// ``Party/horizon``.
extension SlowTalks {
  /// How many rounds the talks last as all know; `nil` for no end.
  var knownDeadline: Double? {
    if let deadline = scenario.talks.deadline { return world.number(deadline.round) + putOff }
    return scenario.hasOwnEnds ? nil : Double(scenario.rounds)
  }

  /// The end that a party measures time against.
  func end(of i: Int) -> Double {
    min(scenario.parties[i].horizon.map { world.number($0) } ?? .infinity, knownDeadline ?? .infinity)
  }

  func time(of i: Int) -> Double { min(1, Double(round + 1) / (end(of: i) + 1)) }

  /// The round is over; whether the talks are, too.
  mutating func closeRound() throws -> Bool {
    if scenario.talks.deadline != nil, try deadlineHasCome() {
      try finish(.outOfTime)
      return true
    }
    pay()
    round += 1
    return false
  }

  private mutating func deadlineHasCome() throws -> Bool {
    guard let deadline = scenario.talks.deadline, let known = knownDeadline, Double(round + 1) >= known else {
      return false
    }
    guard hasMoved, let by = deadline.extensionRounds,
      draw("talks.deadline.extension.turn") < world.number(deadline.extensionChance)
    else { return true }
    let told = next < acts.count ? acts[next].changes : []
    try expect(.extend, .talks)
    putOff += world.number(by)
    hasMoved = false
    let isTold =
      told.count == 1 && told[0].number == deadline.round && abs(told[0].from - known) < 1e-9
      && abs(told[0].to - (knownDeadline ?? 0)) < 1e-9
    guard isTold else { throw Mismatch(text: "round \(round): the deadline is told as \(told)") }
    return false
  }

  /// This round's draw of a stream.
  func draw(_ path: String) -> Double {
    RandomStream.uniform(
      seed: seed, run: UInt32(record.run), stream: StreamID(path), at: UInt32(round))
  }
}
