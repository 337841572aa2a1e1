import Randomness

/// The course of the talks in one run: the round and its clock, whether they are suspended, how
/// long they have stalled, and what may befall them.
package final class Course {
  /// How a round goes on that finds the talks suspended.
  package enum Resumption: Equatable, Sendable { case resumed, rested, brokenDown }
  /// How a round ends for the talks.
  package enum Turn: Equatable, Sendable { case goesOn, stalled, brokenDown }

  private struct State: BitwiseCopyable {
    var round = 0
    var clock = RoundClock(round: 0, of: 1)
    var isSuspended = false
    /// Active rounds in a row in which a forum sat and nobody was offered anything better.
    var stalled = 0
    var hasProgress = false
    var counts = Counts()
  }

  /// What the record of a run counts.
  package struct Counts: BitwiseCopyable, Sendable {
    package var roundsSat = 0
    package var suspensions = 0
    package var resumptions = 0
    package var roundsSuspended = 0
    /// The round in which they resumed first, or -1, and the rounds suspended before.
    package var firstResumption = -1
    package var roundsToResumption = 0
  }

  let stopWatch: StopWatch
  /// What better offers must exceed the best so far by, by the index of its parameter.
  let progress: Int
  private let talks: Talks
  let collapse: HazardRule
  let resumption: HazardRule
  let rounds: Int
  private let numbers: RunNumbers
  /// The ends that parties have of their own.
  package let ends: PartyClocks
  /// Of the first rounds.
  private let clocks: Lane<RoundClock>
  private let state: Lane<State>

  package init(_ scenario: Scenario, numbers: RunNumbers, stopWatch: StopWatch, arena: Arena) {
    self.numbers = numbers
    self.stopWatch = stopWatch
    ends = PartyClocks(scenario, numbers: numbers, arena: arena)
    talks = scenario.talks
    collapse = HazardRule(talks.collapseTerms)
    resumption = HazardRule(talks.resumptionTerms)
    progress = scenario.talks.progress.index
    let rounds = scenario.rounds
    self.rounds = rounds
    clocks = arena.lane((0..<min(rounds, RoundClock.mostKept)).map { RoundClock(round: $0, of: rounds) })
    state = arena.lane(1, of: State())
  }

  package var round: Int { state[0].round }
  /// Relative time of this round to a party.
  @inline(__always)
  func clock(of party: Int) -> RoundClock { ends.isOwn ? ends[party] : state[0].clock }
  @inline(__always)
  package func time(of party: Int) -> Double { clock(of: party).time }
  /// How many rounds the talks last as far as a party knows, and as far as all know; `nil` where
  /// all know no end.
  func roundsKnown(to party: Int) -> Int { ends.isOwn ? Self.whole(ends.end(of: party)) : rounds }
  var roundsKnown: Int? {
    guard ends.isOwn else { return rounds }
    let known = ends.knownDeadline
    return known < .infinity ? Self.whole(known.rounded(.up)) : nil
  }
  /// The longest that talks may be (`rounds` of the file format).
  static let mostRounds = 1_000_000
  private static func whole(_ rounds: Double) -> Int { Int(min(max(rounds, 0), Double(mostRounds))) }
  package var isSuspended: Bool { state[0].isSuspended }
  /// Whether they have been suspended, and have resumed.
  var hasResumed: Bool { state[0].counts.resumptions > 0 }
  package var counts: Counts { state[0].counts }

  /// Begins a run.
  package func begin() {
    state[0] = State()
    state[0].clock = clock(at: 0)
    state[0].isSuspended = talks.startSuspended
    ends.begin()
    stopWatch.begin()
  }

  /// Begins a round.
  @inline(__always)
  package func enter(_ round: Int) {
    state[0].round = round
    state[0].clock = clock(at: round)
  }

  /// The numbers of the round are in place: what hangs on them is the clock of each party.
  @inline(__always)
  package func measureTime() {
    if ends.isOwn { ends.measure(round) }
  }

  private func clock(at round: Int) -> RoundClock {
    round < clocks.count ? clocks[round] : RoundClock(round: round, of: rounds)
  }

  /// Suspended talks break down, stay suspended, or resume.
  ///
  /// - Parameters:
  ///   - effort: that of the mediators.
  ///   - pain: the least of the parties' costs of delay so far.
  ///   - factors: what the hazards to break down and to resume are multiplied by.
  package func resume(
    effort: Double, pain: Double, factors: (collapse: Double, resumption: Double) = (1, 1)
  ) -> Resumption {
    let risk = HazardRule.scaled(numbers[talks.collapseWhileSuspended.index], by: factors.collapse)
    if numbers.happens(risk, numbers.dice.collapseWhileSuspended, at: round) {
      state[0].counts.roundsSuspended += 1
      return .brokenDown
    }
    let hazard =
      numbers[talks.resume.base.index] + numbers[talks.resume.mediation.index] * effort
      + numbers[talks.resume.pain.index] * pain
    guard
      numbers.happens(1 - Elementary.exp(-hazard * factors.resumption), numbers.dice.resumption, at: round)
    else {
      state[0].counts.roundsSuspended += 1
      return .rested
    }
    state[0].isSuspended = false
    state[0].stalled = 0
    if state[0].counts.resumptions == 0 {
      state[0].counts.firstResumption = round
      state[0].counts.roundsToResumption = state[0].counts.roundsSuspended
    }
    state[0].counts.resumptions += 1
    return .resumed
  }

  /// The forums are about to sit.
  @inline(__always)
  package func beginSittings() { state[0].hasProgress = false }

  /// The first forum of the round sits.
  @inline(__always)
  package func countSitting() { state[0].counts.roundsSat += 1 }

  /// Somebody was offered something better than ever before.
  @inline(__always)
  package func noteProgress() {
    state[0].hasProgress = true
    if ends.isOwn { ends.noteProgress() }
  }

  /// Forums have sat, and agreed on nothing.
  @inline(__always)
  package func endSittings() { state[0].stalled = state[0].hasProgress ? 0 : state[0].stalled + 1 }

  /// A stage is settled, which is progress.
  package func noteSettled() {
    noteProgress()
    state[0].stalled = 0
  }

  /// H, as it is now.
  var shockHalfLife: Double {
    talks.shockHalfLife.map { numbers[$0.index] } ?? Talks.standardHalfLife
  }

  /// Active talks may break down; without progress for so long they stall.
  ///
  /// - Parameter factor: what the hazard to break down is multiplied by.
  @inline(__always)
  package func turn(factor: Double = 1) -> Turn {
    let plain = numbers[talks.collapseWhileActive.index]
    let risk = factor == 1 ? plain : HazardRule.scaled(plain, by: factor)
    if numbers.happens(risk, numbers.dice.collapse, at: round) { return .brokenDown }
    guard let patience = talks.suspendAfter, state[0].stalled >= patience else { return .goesOn }
    return .stalled
  }

  /// Whether the draw of this round breaks the talks down where the numbers are what a lane holds.
  func breaksDown(by values: Lane<Double>, factor: Double) -> Bool {
    let (number, stream) =
      isSuspended
      ? (talks.collapseWhileSuspended, numbers.dice.collapseWhileSuspended)
      : (talks.collapseWhileActive, numbers.dice.collapse)
    return numbers.happens(HazardRule.scaled(values[number.index], by: factor), stream, at: round)
  }

  package func suspend() {
    state[0].isSuspended = true
    state[0].stalled = 0
    state[0].counts.suspensions += 1
  }
}
