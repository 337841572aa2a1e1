import Bargaining
import Tables

/// What no run could fit, though each observation by itself is possible.
extension HistoryReader {
  mutating func checkTogether() {
    for (place, entry) in entries.enumerated() {
      let before = entries[..<place]
      if let last = before.last, last.observation.round > entry.observation.round {
        diagnostics.error(
          at: entry.span, "round \(entry.observation.round) comes after round \(last.observation.round)",
          hint: "observations stand in the order of their rounds")
      }
      for earlier in before {
        guard let why = contradiction(earlier.observation, entry.observation) else { continue }
        diagnostics.error(
          at: entry.span,
          "no run fits this and what was observed of round \(earlier.observation.round): \(why)",
          hint: "give one of them a reliability below 1")
        break
      }
    }
  }

  /// Why two observations that are exact cannot both hold; `nil` where they can.
  private func contradiction(_ a: Observation, _ b: Observation) -> Message? {
    guard a.reliability == 1, b.reliability == 1 else { return nil }
    switch (a.fact, b.fact) {
    case (.state(let first), .state(let second)):
      return a.round == b.round && first != second ? "talks are active or suspended" : nil
    case (.event(let first, let happened), .event(let second, let happensAgain)) where first == second:
      return eventContradiction(first, (a.rounds, happened), (b.rounds, happensAgain))
    case (.settled(let issue, let option), .settled(let other, let second)):
      return issue == other && option != second ? "an issue is settled once" : nil
    case (.agreement(let first), .agreement(let second)):
      return agreementContradiction((a.rounds, first), (b.rounds, second))
    case (.agreement(true), .state):
      return b.round > a.rounds.upperBound ? "talks are over once there is an agreement" : nil
    default: return nil
    }
  }

  private func eventContradiction(
    _ event: Int, _ a: (rounds: ClosedRange<Int>, happened: Bool),
    _ b: (rounds: ClosedRange<Int>, happened: Bool)
  ) -> Message? {
    if a.happened, b.happened {
      return scenario.events[event].once && !a.rounds.overlaps(b.rounds) ? "the event happens once" : nil
    }
    guard a.happened != b.happened else { return nil }
    let (yes, no) = a.happened ? (a.rounds, b.rounds) : (b.rounds, a.rounds)
    return no.lowerBound <= yes.lowerBound && yes.upperBound <= no.upperBound
      ? "the event happened or did not" : nil
  }

  private func agreementContradiction(
    _ a: (rounds: ClosedRange<Int>, isSeen: Bool), _ b: (rounds: ClosedRange<Int>, isSeen: Bool)
  ) -> Message? {
    if a.isSeen, b.isSeen { return a.rounds.overlaps(b.rounds) ? nil : "talks end with one agreement" }
    guard a.isSeen != b.isSeen else { return nil }
    let (yes, no) = a.isSeen ? (a.rounds, b.rounds) : (b.rounds, a.rounds)
    return no.lowerBound <= yes.lowerBound && yes.upperBound <= no.upperBound
      ? "there was an agreement or there was none" : nil
  }
}
