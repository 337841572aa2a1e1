import Scenarios
import Testing

@Suite struct SuggestionTests {
  /// Optimal string alignment distances computed by hand.
  @Test(
    "distance counts insertions, deletions, substitutions and exchanges of neighbours",
    arguments: [
      ("", "", 0), ("", "abc", 3), ("abc", "abc", 0), ("abc", "acb", 1), ("ca", "abc", 3),
      ("kitten", "sitting", 3), ("permanent", "permenent", 1), ("aid", "adi", 1), ("ab", "ba", 1),
    ])
  func distance(_ a: String, _ b: String, _ expected: Int) {
    #expect(Suggestion.distance(Array(a.unicodeScalars), Array(b.unicodeScalars)) == expected)
    #expect(Suggestion.distance(Array(b.unicodeScalars), Array(a.unicodeScalars)) == expected)
  }

  @Test(
    "the nearest name is suggested, if it is near",
    arguments: [
      ("phased_to_permenent", "phased_to_permanent"), ("Hamas", "hamas"), ("status-quo", "status_quo"),
      ("isreal", "israel"), ("xyz", nil), ("", nil), ("ai", "aid"), ("q", nil),
    ] as [(String, String?)])
  func nearest(_ typed: String, _ expected: String?) {
    let names = ["phased_to_permanent", "hamas", "status_quo", "israel", "aid"]
    #expect(Suggestion.nearest(to: typed, among: names) == expected)
  }

  @Test("of equally near names the first declared wins")
  func ties() {
    #expect(Suggestion.nearest(to: "pariz", among: ["paris", "parix"]) == "paris")
    #expect(Suggestion.nearest(to: "pariz", among: ["parix", "paris"]) == "parix")
  }

  @Test("with nothing near, few names are listed and many are not")
  func lists() {
    #expect(Suggestion.hint(for: "zzz", among: ["a", "b"]) == "known: \"a\", \"b\"")
    #expect(Suggestion.hint(for: "zzz", among: (0..<9).map { "n\($0)" }) == "")
  }

  @Test("a fault in one line ends with the nearest name, else as it is told to")
  func endings() {
    #expect(Suggestion.ending(for: "pariz", among: ["paris", "rome"]) == ", did you mean paris?")
    #expect(
      Suggestion.ending(for: "zzz", among: ["paris"], otherwise: "; there is paris") == "; there is paris")
    #expect(Suggestion.ending(for: "zzz", among: ["paris"]) == "")
  }
}
