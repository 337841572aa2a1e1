/// Watches through one run whether there was a zone of agreement in some round, so that a run
/// without agreement can say whether it missed one.
///
/// Thresholds are kept and tested together, at the latest before what outcomes are worth changes.
final class ZoneWatch {
  private struct State: BitwiseCopyable {
    var isLooking = false
    var found = false
    /// Whether a zone was found that leaves somebody without a surplus.
    var foundBare = false
    var gaveUp = false
    /// Threshold vectors that wait to be tested.
    var waiting = 0
  }

  /// How many threshold vectors wait until they are tested together.
  private static let capacity = 64

  private let search: ZoneSearch
  private let agenda: Agenda
  private let parties: Lane<Seat>
  private let stopWatch: StopWatch
  /// `capacity` times P.
  private let waiting: Lane<Double>
  private let state: Lane<State>

  init(_ scenario: Scenario, agenda: Agenda, parties: Lane<Seat>, stopWatch: StopWatch, arena: Arena) {
    self.agenda = agenda
    self.parties = parties
    self.stopWatch = stopWatch
    let voters = scenario.parties.indices.filter { scenario.parties[$0].hasVeto }
    search = ZoneSearch(
      among: voters, tables: voters.map { parties[$0].worth.whole }, layout: agenda.layout, arena: arena)
    waiting = arena.lane(Self.capacity * parties.count, of: 0)
    state = arena.lane(1, of: State())
  }

  func begin(isLooking: Bool) {
    state[0] = State(isLooking: isLooking)
  }

  /// Whether the run asks for a zone at all.
  @inline(__always)
  var isLooking: Bool { state[0].isLooking }

  /// Keeps this round's thresholds for a test.
  func keep() {
    guard state[0].isLooking, !state[0].found else { return }
    if state[0].waiting == Self.capacity { test() }
    let row = waiting.slice(state[0].waiting * parties.count, parties.count)
    for party in 0..<parties.count { row[party] = parties[party].standing.wholeThreshold }
    state[0].waiting += 1
  }

  /// Tests the thresholds that wait, before what outcomes are worth changes or room runs out.
  func test() {
    for index in 0..<state[0].waiting where !state[0].found {
      if stopWatch.stopsBetweenTurns() { break }
      let row = waiting.slice(index * parties.count, parties.count)
      switch search.search(thresholds: row, locked: agenda.bound) {
      case .exists: state[0].found = true
      case .bare: state[0].foundBare = true
      case .unknown: state[0].gaveUp = true
      case .none: break
      }
    }
    state[0].waiting = 0
  }

  /// All at the table took a deal, so there was something to find.
  func noteDeal() {
    if state[0].isLooking { state[0].found = true }
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
