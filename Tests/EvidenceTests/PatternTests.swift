import Bargaining
import Evidence
import Foundation
import Testing

/// What patterns are looked for by, by hand, and that the article tells what is found.
@Suite("Patterns")
struct PatternTests {
  @Test("the article says of each pattern whether the Paris scenario shows it, and in how many of its models")
  func article() throws {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Sources/Evidence/Documentation.docc/Evidence.md")
    let lines = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
    let checks = EvidenceSuite.checks.filter { $0.subject == .pattern }
    #expect(checks.count == 10)
    for (all, each) in zip(checks, checks.dropFirst()).enumerated().filter({ $0.offset % 2 == 0 }).map(
      \.element)
    {
      #expect(all.id == each.id && each.expected.count == 13)
      let (over, by) = (try all.measure(threads: 2), try each.measure(threads: 2))
      #expect(over.verdict != .differs && by.verdict != .differs, "\(all.id): \(over.gotText); \(by.gotText)")
      let shown = zip(by.got, each.expected).count { $0 >= $1 }
      let told = "| \(over.holds ? "shown" : "not shown") | \(shown) |"
      let row = lines.first { $0.hasPrefix("| `\(all.id)` |") }
      #expect(row?.hasSuffix(told) == true, "\(told) in \(row ?? "no row of \(all.id)")")
    }
  }

  @Test("the hazard is agreements by open rounds")
  func hazard() {
    typealias End = FlagshipRuns.End
    // Agreed in round 2, broken down in round 4, open in round 9.
    let ends = [
      End(model: 0, ending: .partialAgreement, round: 2), End(model: 0, ending: .collapsed, round: 4),
      End(model: 1, ending: .outOfTime, round: 9),
    ]
    #expect(ends.hazard(0..<5) == (hits: 1, of: 3 + 5 + 5))
    #expect(ends.hazard(3..<6) == (hits: 0, of: 0 + 2 + 3))
    #expect(ends.hazard(2..<3) == (hits: 1, of: 1 + 1 + 1))
    #expect(ends.hazard(10..<20) == (hits: 0, of: 0))
  }

  @Test("a part is first agreed where a stage is settled, or else in a partial agreement")
  func parts() {
    typealias End = FlagshipRuns.End
    #expect(End(model: 0, ending: .partialAgreement, round: 9).firstPart == 9)
    #expect(End(model: 0, ending: .partialAgreement, round: 9, firstStage: 4).firstPart == 4)
    #expect(End(model: 0, ending: .fullAgreement, round: 9, firstStage: 4).firstPart == 4)
    #expect(End(model: 0, ending: .collapsed, round: 9, firstStage: 4).firstPart == 4)
    #expect(End(model: 0, ending: .fullAgreement, round: 9).firstPart == nil)
    #expect(End(model: 0, ending: .collapsed, round: 9).firstPart == nil)
  }

  @Test("a text amends when it changes one to three issues of the refused one before it in its forum")
  func amendments() {
    var texts = TextAmendments(forums: 2)
    let first = [0, 0, 0, 0, 0]
    texts.table(first, in: 0)
    // Nobody has refused it.
    texts.table([1, 0, 0, 0, 0], in: 0)
    #expect(texts.following == 0 && texts.share == 0)
    // An offer, or what lies in another forum, is no text of this one.
    texts.refuse([2, 2, 2, 2, 2], in: 0)
    texts.refuse([1, 0, 0, 0, 0], in: 1)
    texts.table(first, in: 0)
    #expect(texts.following == 0)
    // None, one, three and four changes.
    var amended: [Int] = []
    for (before, after) in [
      (first, first), (first, [1, 0, 0, 0, 0]), ([1, 0, 0, 0, 0], [0, 1, 1, 0, 0]),
      ([0, 1, 1, 0, 0], [1, 0, 0, 1, 0]),
    ] {
      texts.refuse(before, in: 0)
      texts.table(after, in: 0)
      amended.append(texts.amended)
    }
    #expect(texts.following == 4 && amended == [0, 1, 2, 2])
    #expect(texts.share == 0.5)
  }
}
