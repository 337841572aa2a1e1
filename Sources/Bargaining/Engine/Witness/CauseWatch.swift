/// Watches through one run what a ``FailureCause`` needs: whether something that all could have
/// accepted was ever on the table, and whether it failed for want of trust alone.
final class CauseWatch {
  private struct State: BitwiseCopyable {
    var isLooking = false
    var wasTabled = false
    var wasDistrusted = false
  }

  private let agenda: Agenda
  private let parties: Lane<Seat>
  private let voters: Lane<Int>
  /// The same as bits.
  private let vetoes: UInt32
  private let homes: ZoneHomes
  private let state: Lane<State>

  init(
    _ scenario: Scenario, agenda: Agenda, parties: Lane<Seat>, home: HomeFront, arena: Arena
  ) {
    self.agenda = agenda
    self.parties = parties
    let voters = scenario.parties.indices.filter { scenario.parties[$0].hasVeto }
    self.voters = arena.lane(voters)
    vetoes = scenario.vetoes
    homes = ZoneHomes(of: voters, in: home, issues: agenda.issueCount, arena: arena)
    state = arena.lane(1, of: State())
  }

  /// Begins a run.
  func begin(isLooking: Bool) { state[0] = State(isLooking: isLooking) }

  /// Whether it matters what is put on the table: nothing that all could accept has been so far.
  @inline(__always)
  var isSeeking: Bool { state[0].isLooking && !state[0].wasTabled }

  @inline(__always)
  var isLooking: Bool { state[0].isLooking }

  /// An outcome is put on the table.
  func noteTabled(_ options: Lane<UInt8>) {
    if isSeeking, couldBeAgreed(options) { state[0].wasTabled = true }
  }

  /// The same of an offer whose worth to the members of a forum is known.
  @inline(__always)
  func noteOffer(_ options: Lane<UInt8>, worths: Lane<Double>, to members: Lane<Int>) {
    for party in members where vetoes.contains(bit: party) {
      if parties[party].isBelowThreshold(worths[party]) { return }
    }
    noteTabled(options)
  }

  /// A text fails because some who would have taken it lack trust, and for no other reason.
  func noteDistrust(_ options: Lane<UInt8>) {
    if !state[0].wasDistrusted, couldBeAgreed(options) { state[0].wasDistrusted = true }
  }

  /// Whether every party with a veto could accept an outcome now, and every home would let it pass.
  /// At an earlier stage of an agenda, whether the parties could accept it as it stands there.
  private func couldBeAgreed(_ options: Lane<UInt8>) -> Bool {
    let isWhole = agenda.isAtLastStage
    for party in voters {
      let seat = parties[party]
      let table = isWhole ? seat.worth.whole : seat.worth.table
      let threshold = isWhole ? seat.standing.wholeThreshold : seat.standing.threshold
      if table.crossesRedLine(options) || !UtilityGrid.reaches(table.utility(options), threshold) {
        return false
      }
    }
    return !isWhole || homes.isEmpty || homes.pass(options)
  }

  /// Why a run failed; `nil` when it is not known if there was a zone.
  ///
  /// - Parameters:
  ///   - isByEvent: of talks that broke down, whether they would not have without events.
  ///   - wasTurnedDown: whether a home has turned a deal down.
  func cause(of ending: Ending, isByEvent: Bool, zone: Zone, wasTurnedDown: Bool) -> FailureCause? {
    switch zone {
    case .unknown: nil
    case .none: .noZone
    case .exists where wasTurnedDown: .home
    case .exists where state[0].wasDistrusted: .distrust
    case .exists where ending == .collapsed: isByEvent ? .event : .breakdown
    case .exists: state[0].wasTabled ? .time : .information
    }
  }
}
