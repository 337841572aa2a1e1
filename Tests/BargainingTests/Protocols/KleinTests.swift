import Bargaining
import Evidence
import Foundation
import Testing

/// The two-by-two table of Klein, Faratin, Sayama, Bar-Yam 2003, doi:10.1109/MIS.2003.1249167, on
/// domains of the paper's kind, through the mechanism that the forums use. Values are where between
/// the least and the greatest utility of the domain a text lies; both are estimated by annealing
/// alone.
struct KleinTests {
  typealias Cell = KleinComparison.Cell

  /// Rows of the file whose name begins so: two hill-climbers, hill-climber and annealer, two
  /// annealers.
  static func rows(_ prefixes: [String]) throws -> [Cell] {
    let text = try String(contentsOf: Fixtures.folder("klein_single_text.csv"), encoding: .utf8)
    return try prefixes.map { prefix in
      let line = try #require(text.split(whereSeparator: \.isNewline).first { $0.hasPrefix(prefix + ",") })
      let parts = line.split(separator: ",").compactMap { Double($0) }
      return Cell(welfare: parts[0], first: parts[1], second: parts[2])
    }
  }

  static func isNear(_ a: Cell, _ b: Cell) -> Bool {
    // The published payoffs of like agents differ by chance alone.
    abs(a.welfare - b.welfare) <= 0.05 && abs(a.first - b.first) <= 0.05 && abs(a.second - b.second) <= 0.05
  }

  @Test("the published table and its replication are met within five hundredths")
  func publishedTableReplication() throws {
    let long = KleinComparison.table(proposals: 10_000, temperature: 10, domains: 16, seed: 1)
    let published = try Self.rows(["published H/H", "published H/A", "published A/A"])
    let replicated = try Self.rows([
      "replicated H/H 10000 props T0=10", "replicated hill v anneal 10000 props",
      "replicated A/A 10000 props",
    ])
    for index in 0..<3 {
      #expect(Self.isNear(long[index], published[index]), "\(long[index])")
      #expect(Self.isNear(long[index], replicated[index]), "\(long[index])")
    }
    // Annealing pays only if both do: whatever the other does, hill-climbing is worth more to
    // oneself, but two annealers are both better off than two hill-climbers.
    #expect(long[1].first > long[2].first && long[2].first > long[0].first && long[0].second > long[1].second)
  }

  @Test("fewer proposals at half the temperature come to what the replication found")
  func fewerProposalsHalf() throws {
    let short = KleinComparison.table(proposals: 2_500, temperature: 5, domains: 16, seed: 2)
    let replicated = try Self.rows([
      "replicated H/H 2500 props T0=5", "replicated hill v anneal 2500 props T0=5",
      "replicated A/A 2500 props T0=5",
    ])
    for index in 0..<3 { #expect(Self.isNear(short[index], replicated[index]), "\(short[index])") }
    #expect(
      short[1].first > short[2].first && short[2].first > short[0].first && short[0].second > short[1].second)
  }
}
