import Bargaining
import Tables

/// What a scenario takes to simulate, in words: estimated from its structure, on a machine of 2025.
package struct CostWords: Sendable {
  private let size: NegotiationSize
  private let scenario: Scenario

  package init(_ size: NegotiationSize, of scenario: Scenario) {
    self.size = size
    self.scenario = scenario
  }

  /// What a step takes, in seconds.
  private static let secondsPerStep = 3e-9
  /// From here on something is worth a word: bytes, and steps.
  private static let notableBytes = 100_000_000
  private static let notableSteps = 1e7

  /// Before the first round of a run, in seconds.
  package var secondsBefore: Double { size.preparation * Self.secondsPerStep }
  /// A round, at most.
  package var secondsPerRound: Double { size.roundSteps * Self.secondsPerStep }

  /// A sentence; `nil` where there is nothing to be said.
  package var sentence: Message? {
    guard
      size.bytes >= Self.notableBytes || size.preparation >= Self.notableSteps
        || size.roundSteps >= Self.notableSteps
    else { return nil }
    return
      "a run takes about \(ByteCount.told(size.bytes)) of memory on each thread, \(Duration.told(seconds: secondsBefore)) before its first round and up to "
      + "\(Duration.told(seconds: secondsPerRound)) for a round"
  }

  /// What takes most of it, each a clause.
  package var dear: [Message] {
    var clauses: [Message] = []
    let kept = size.searches.filter { $0.bytes >= Self.notableBytes / 8 }
    if let largest = kept.max(by: { $0.bytes < $1.bytes }) {
      clauses.append(
        "\(Numerals.count(largest.combinations[0])) and \(Numerals.count(largest.combinations[1])) combinations of either half of the issues are kept sorted for each of "
          + "\(Message.counted(kept.count, "party", "parties"))")
    }
    for (party, search) in zip(scenario.parties, size.searches) where isEntangled(search) {
      let count = party.preferences.interactions.count
      let paths = search.across.map { $0 < count ? "interactions.\($0)" : "red_lines.\($0 - count)" }
      clauses.append(
        "parties.\(party.name): \(paths.joined(separator: ", ")) lie across the halves of the issues and part them into \(Numerals.count(search.classes[0])) and "
          + "\(Numerals.count(search.classes[1])) classes")
    }
    if size.ledgerBytes >= Self.notableBytes / 8 {
      clauses.append("the offers that micro remembers take up to \(ByteCount.told(size.ledgerBytes))")
    }
    if size.eventBytes >= Self.notableBytes / 8 {
      clauses.append("the rounds of events whose effects end take \(ByteCount.told(size.eventBytes))")
    }
    return clauses
  }

  private func isEntangled(_ search: NegotiationSize.Search) -> Bool {
    search.classes[0] * search.classes[1] >= 64 && search.steps >= Self.notableSteps / 8
  }
}
