/// Watches through one run whether there was a zone of agreement in some round, so that a run
/// without agreement can say whether it missed one. What a home would turn down is in no zone.
///
/// Thresholds, and what homes ask for, are kept and tested together, at the latest before what
/// outcomes are worth changes.
final class ZoneWatch {
  private struct State: BitwiseCopyable {
    var isLooking = false
    var found = false
    /// Whether a zone was found that leaves somebody without a surplus.
    var foundBare = false
    var gaveUp = false
    /// Whether everything is as it was when it was kept last.
    var isKept = false
    /// Threshold vectors that wait to be tested.
    var waiting = 0
  }

  /// How many threshold vectors wait until they are tested together.
  private static let capacity = 64

  private let search: ZoneSearch
  private let homes: ZoneHomes
  private let agenda: Agenda
  private let parties: Lane<Seat>
  private let stopWatch: StopWatch
  /// `capacity` rows: a threshold per party, then what homes ask for.
  private let waiting: Lane<Double>
  private let rowLength: Int
  private let state: Lane<State>

  init(
    _ scenario: Scenario, agenda: Agenda, parties: Lane<Seat>, home: HomeFront, stopWatch: StopWatch,
    arena: Arena
  ) {
    self.agenda = agenda
    self.parties = parties
    self.stopWatch = stopWatch
    let voters = scenario.parties.indices.filter { scenario.parties[$0].hasVeto }
    homes = ZoneHomes(of: voters, in: home, issues: agenda.issueCount, arena: arena)
    search = ZoneSearch(
      among: voters, tables: voters.map { parties[$0].worth.whole }, homes: homes, layout: agenda.layout,
      arena: arena)
    rowLength = parties.count + homes.rowLength
    waiting = arena.lane(Self.capacity * rowLength, of: 0)
    state = arena.lane(1, of: State())
  }

  func begin(isLooking: Bool) {
    state[0] = State(isLooking: isLooking)
  }

  /// Whether the run asks for a zone at all.
  @inline(__always)
  var isLooking: Bool { state[0].isLooking }

  /// Thresholds have moved. They fall from round to round.
  @inline(__always)
  func noteMove() { state[0].isKept = false }

  /// Keeps this round's thresholds, and what homes ask for, for a test.
  func keep() {
    guard state[0].isLooking, !state[0].found, !state[0].isKept else { return }
    if state[0].waiting == Self.capacity { test() }
    let row = row(state[0].waiting)
    for party in 0..<parties.count { row[party] = parties[party].standing.wholeThreshold }
    homes.write(to: demands(of: row))
    state[0].waiting += 1
    state[0].isKept = true
  }

  private func row(_ index: Int) -> Lane<Double> { waiting.slice(index * rowLength, rowLength) }

  private func demands(of row: Lane<Double>) -> Lane<Double> {
    row.slice(parties.count, homes.rowLength)
  }

  /// Tests the thresholds that wait, before what outcomes are worth changes or room runs out.
  ///
  /// The last first: thresholds mostly fall, so that it asks for least, and where it has no zone
  /// those that ask for no less need no search.
  func test() {
    var least = -1
    for index in (0..<state[0].waiting).reversed() where !state[0].found {
      if stopWatch.stopsBetweenTurns() { break }
      let row = row(index)
      if least >= 0, asksNoLess(row, than: self.row(least)) { continue }
      switch search.search(thresholds: row, homes: demands(of: row), locked: agenda.bound) {
      case .exists: state[0].found = true
      case .bare:
        state[0].foundBare = true
        least = index
      case .unknown: state[0].gaveUp = true
      case .none: least = index
      }
    }
    state[0].waiting = 0
  }

  private func asksNoLess(_ row: Lane<Double>, than other: Lane<Double>) -> Bool {
    for party in 0..<parties.count where row[party] < other[party] { return false }
    return homes.asksNoLess(demands(of: row), than: demands(of: other))
  }

  /// Whether there was a zone in any round, and if so, whether every one of them left somebody
  /// without a surplus.
  func atEnd() -> (zone: Zone, isBare: Bool) {
    guard state[0].isLooking else { return (.unknown, false) }
    keep()
    test()
    let isBare = state[0].foundBare && !state[0].found
    let zone: Zone = state[0].found || isBare ? .exists : state[0].gaveUp ? .unknown : .none
    return (zone, isBare && !state[0].gaveUp)
  }
}
