import Bargaining
import Foundation
import Testing

/// Five published multi-party games with private thresholds: how many deals are acceptable, and to
/// how many.
///
/// Source: score files of the LLM-Deliberation games (Abdelnabi et al. 2024, arXiv:2309.17234; MIT
/// licence), figures from the project's reference collection.
struct ScorableGameTests {
  /// A game as a domain: the scores of a party are weights times values, both scaled.
  static func game(_ name: String) throws -> (domain: AdditiveDomain, vetoes: [Int]) {
    let url = Fixtures.folder("scorable_games_scores.csv")
    let rows = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
      .map { $0.split(separator: ",").map(String.init) }.filter { $0[0] == name }
    var parties: [String] = []
    for row in rows where !parties.contains(row[1]) { parties.append(row[1]) }
    let issues = Set(rows.map { $0[3] }).sorted()
    var vetoes: [Int] = []
    let members = try parties.enumerated().map { index, party in
      let own = rows.filter { $0[1] == party }
      if own[0][2] != "player" { vetoes.append(index) }
      let scores = try issues.map { issue in
        try own.filter { $0[3] == issue }.map { try #require(Double($0[5])) }
      }
      let greatest = scores.map { $0.max() ?? 0 }
      let total = greatest.reduce(0, +)
      return AdditiveDomain.Member(
        weights: greatest,
        values: zip(scores, greatest).map { row, most in row.map { most > 0 ? $0 / most : 0 } },
        reservation: try #require(Double(own[0][6])) / total)
    }
    let options = issues.map { issue in rows.filter { $0[1] == parties[0] && $0[3] == issue }.count }
    return (AdditiveDomain(options: options, rounds: 1, members: members), vetoes)
  }

  @Test(
    "the deals of each game are as many as published",
    arguments: [
      ("base", 720, 12, 55), ("base_7players", 2_880, 52, 204), ("game1", 720, 21, 57),
      ("game2", 720, 18, 57),
      ("game3", 720, 35, 55),
    ])
  func dealsEachGame(name: String, deals: UInt64, all: UInt64, most: UInt64) throws {
    let (domain, vetoes) = try Self.game(name)
    #expect(vetoes.count == 2)
    let start = ZoneAtStart(middleOf: domain.scenario())
    let count = domain.members.count
    let unrestricted = try #require(try AcceptanceCounts.count(start).value)
    #expect(unrestricted.atLeast(0) == deals)
    #expect(unrestricted.atLeast(count) == all)
    let withVetoes = try #require(try AcceptanceCounts.count(start, required: vetoes).value)
    #expect(withVetoes.atLeast(count - 1) == most)
    #expect(try Solutions(start).feasible == .exact(all))
  }
}
