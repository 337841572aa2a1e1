import Bargaining

/// Why a run fails, from the words of ``FailureCause``.
extension SlowTalks {
  /// Whether all whose consent is needed could accept an outcome now, at home too; before the last
  /// stage of an agenda, as it stands there.
  func couldBeAgreed(_ outcome: [Int]) -> Bool {
    let voters = whole.parties.indices.filter { whole.parties[$0].hasVeto }
    guard stages.isEmpty || stage + 1 == stages.count else {
      return voters.allSatisfy { isAcceptable(outcome, to: $0) }
    }
    return passesAtHome(outcome)
      && voters.allSatisfy { i in
        let preferences = whole.parties[i].preferences
        return !world.crosses(outcome, redLinesOf: preferences)
          && world.utility(outcome, to: preferences) >= parties[i].wholeThreshold - SlowParty.tolerance
      }
  }

  mutating func noteTabled(_ outcome: [Int]) { wasTabled = wasTabled || couldBeAgreed(outcome) }

  /// - Parameter answers: those of the members with a veto.
  mutating func noteAnswers(_ answers: [Refusal?], to text: [Int]) {
    let refusals = answers.compactMap(\.self)
    guard !refusals.isEmpty, refusals.allSatisfy({ $0 == .noTrust }) else { return }
    wasDistrusted = wasDistrusted || couldBeAgreed(text)
  }

  func cause(of ending: Ending) -> FailureCause? {
    if ending.isAgreement { return nil }
    if !sawZone { return .noZone }
    if failures.contains(where: { $0 > 0 }) { return .home }
    if wasDistrusted { return .distrust }
    guard ending == .collapsed else { return wasTabled ? .time : .information }
    return wasTipped ? .event : .breakdown
  }
}
