import Reports
import Testing

@Suite("Evidence in words")
struct EvidenceTextTests {
  @Test("a pattern that is not shown has a mark of its own")
  func marks() {
    let first = [EvidenceText.Mark.agrees, .differs, .notShown].map { mark in
      EvidenceText(mark: mark, claim: "a: b", expected: "1", got: "2", source: "c").lines(width: 80)
        .split(separator: "\n")[0]
    }
    #expect(first == ["  ✓ a: b", "  ✗ a: b", "  ○ a: b"])
  }

  @Test("the last line counts what must agree and names once what is not shown")
  func closing() {
    func closing(_ failed: [String], _ notShown: [String]) -> String {
      EvidenceText.closing(failed: failed, notShown: notShown, of: 9, seconds: 2).description
    }
    #expect(closing([], []) == "All 9 checks agree, in 2.0 s.")
    #expect(closing(["a"], []) == "1 of 9 checks do not agree: a")
    #expect(
      closing([], ["p", "q", "p"])
        == "All 6 checks agree, in 2.0 s.\nPatterns that not every model shows, which is no fault of the program: p and q."
    )
  }
}
