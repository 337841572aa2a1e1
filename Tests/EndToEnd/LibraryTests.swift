import Bargaining
import Foundation
import Testing

@Suite("as a library")
struct LibraryTests {
  @Test("the README's pie is code that compiles, of at most 12 lines")
  func sameCode() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
    let example = try String(contentsOf: folder.appending(path: "SplitThePie.swift"), encoding: .utf8)
    #expect(example.split(separator: "\n").count <= 12)
    let readme = try String(contentsOf: Program.package.appending(path: "README.md"), encoding: .utf8)
    #expect(readme.contains("```swift\n\(example)```"))
  }

  @Test("its splits are those of two who concede evenly, played by ten lines of arithmetic")
  func knownSplit() throws {
    let distribution = try splitThePie()
    var settlements = [Int](repeating: 0, count: 101)
    for run in 0..<UInt32(10_000) {
      let reservations = ["first", "second"].map { name in
        Parameter(
          path: "parties.\(name).reservation", distribution: .uniform(low: 0.3, high: 0.7), range: -10...10,
          provenance: .unmarked
        ).draw(run: run, seed: 1)
      }
      if let share = Self.split(reservations) { settlements[share] += 1 }
    }
    #expect(distribution.settlements == [settlements])
    // A deal is possible in half of all runs, and both stop a step before their limits.
    #expect((3_000..<5_000).contains(distribution.agreements))
  }

  /// The percentage for the first party of alternating offers between linear conceders, each the
  /// lowest at its aspiration, or `nil`.
  private static func split(_ reservations: [Double]) -> Int? {
    var standing: Int?
    for round in 0..<20 {
      let time = Double(round + 1) / 21
      for party in 0..<2 {
        let aspiration = 1 - time * (1 - reservations[party])
        let own = Int((aspiration * 100 - 1e-9).rounded(.up))
        if let offered = standing, (party == 0 ? offered : 100 - offered) >= own {
          return offered
        }
        standing = party == 0 ? own : 100 - own
      }
    }
    return nil
  }
}
