import Bargaining
import Foundation
import Testing

// From here on, this is the code of the article WritingATactic.
/// Asks for its best until it loses patience, then for the middle between its best and the best
/// that it was offered lately.
struct SplitTheDifference: BiddingTactic {
  /// The relative time at which it loses patience.
  var patience: Double

  func aspiration(_ view: BiddingView) -> Double {
    guard view.time >= patience else { return view.best }
    var offered = view.reservation
    for back in 0..<view.received.count {
      offered = max(offered, view.received[back] ?? offered)
    }
    return (view.best + offered) / 2
  }
}

func play(_ scenario: Scenario, losingPatienceAt time: Double) throws -> RunRecord {
  var scenario = scenario
  scenario.parties[0].tactic = .custom(SplitTheDifference(patience: time))
  let negotiation = try Negotiation(scenario)
  negotiation.run(0, seed: 1)
  return negotiation.record
}
// Up to here.

struct WritingATacticTests {
  @Test("the code of the article is the code that is tested here")
  func codeArticleCode() throws {
    let here = try String(contentsOfFile: #filePath, encoding: .utf8)
    let marked = here.components(
      separatedBy: "// From here on, this is the code of the article WritingATactic.\n")
    let code = marked[1].components(separatedBy: "// Up to here.\n")[0]
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = package.appendingPathComponent("Sources/Bargaining/Documentation.docc/WritingATactic.md")
    let article = try String(contentsOf: file, encoding: .utf8)
    let blocks = article.components(separatedBy: "```swift\n").dropFirst()
      .map { $0.components(separatedBy: "```")[0] }
    #expect(blocks == ["import Bargaining\n\n" + code])
  }

  @Test("the tactic of the article splits a pie as it says")
  func tacticArticleSplits() throws {
    // b offers 16 (r + 1) of 128 pieces in round r, after a has asked, and takes what leaves it as
    // much. In round 3 (time 0.5) a loses patience: it was offered 48, so it asks for 88. With 64,
    // 80 and 96 offered it asks for 96, 104 and, in round 6, for 112, which b takes.
    var pie = Pie(rounds: 7, pieces: 128)
    pie.a = #""reservation": 0"#
    pie.b = #""reservation": 0"#
    let record = try play(pie.scenario(), losingPatienceAt: 0.5)
    #expect(record.ending == .fullAgreement)
    #expect(record.round == 6 && record.options[0] == 112)
  }

  @Test("custom tactics are equal when they are of one kind and equal")
  func customTacticsEqual() {
    #expect(Tactic.custom(SplitTheDifference(patience: 0.5)) == .custom(SplitTheDifference(patience: 0.5)))
    #expect(Tactic.custom(SplitTheDifference(patience: 0.5)) != .custom(SplitTheDifference(patience: 0.6)))
    #expect(Tactic.custom(SplitTheDifference(patience: 0.5)) != .custom(Hardliner()))
    #expect(Tactic.custom(Hardliner()) != .hardliner)
  }

  @Test("a custom hardliner plays as the built-in one")
  func customHardlinerPlays() throws {
    var pie = Pie(rounds: 9, pieces: 100)
    pie.a = #""reservation": 0"#
    pie.b = #""reservation": 0"#
    var scenario = try pie.scenario()
    scenario.parties[0].tactic = .hardliner
    let builtIn = try play(scenario)
    scenario.parties[0].tactic = .custom(Hardliner())
    #expect(try play(scenario).acts == builtIn.acts)
  }

  struct Astray: BiddingTactic {
    var answer: Double
    func aspiration(_ view: BiddingView) -> Double { answer }
  }

  @Test(
    "what a custom tactic answers is held between floor and best",
    arguments: [(Double.nan, 128), (.infinity, 128), (2, 128), (-.infinity, 48), (0, 48), (0.75, 96)])
  func customTacticAnswers(answer: Double, pieces: Int) throws {
    var pie = Pie(rounds: 3, pieces: 128)
    pie.a = #""reservation": 0.375, "acceptance": {"constant": 2}"#
    pie.b = #""reservation": 2"#
    var scenario = try pie.scenario()
    scenario.parties[0].tactic = .custom(Astray(answer: answer))
    let offers = try play(scenario).acts.filter { $0.kind == .offer }
    #expect(offers.map { $0.options[0] } == [pieces, pieces, pieces])
  }
}
