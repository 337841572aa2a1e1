import Bargaining
import Testing

/// When agreements come: before a deadline that all know, and without one; see ``SignTest``.
struct EndsSignTests {
  static func rounds(_ talks: String, party: String = "") throws -> [Int?] {
    let text = Deals.uncertain(a: party, b: party, rounds: 60, beta: #"{"uniform": [0.2, 1]}"#)
      .replacing(
        #""talks": {"resume": {"base": 0.5}}"#, with: #""talks": {"resume": {"base": 0.5}\#(talks)}"#)
    return try SignTest.each(text) { $0.ending.isAgreement ? $0.round : nil }
  }

  /// Of those without agreement when a stretch of rounds begins, how many agree in it.
  static func hazard(_ rounds: [Int?], _ stretch: Range<Int>) -> (hits: Int, of: Int) {
    (
      rounds.count { $0.map(stretch.contains) ?? false },
      rounds.count { $0.map { $0 >= stretch.lowerBound } ?? true }
    )
  }

  /// Roth, Murnighan, Schoumaker 1988. The z of two proportions: the last sixth before the deadline
  /// against the sixth before it. With horizons of one's own between 5 and 300 rounds the end of
  /// the window is a day like any other.
  @Test("agreements bunch before a deadline that all know and not before the end of the window")
  func agreementsBunchBefore() throws {
    let known = try Self.rounds(#", "deadline": {"round": 48}"#)
    let (before, last) = (Self.hazard(known, 32..<40), Self.hazard(known, 40..<48))
    #expect(SignTest.twoProportions(last, before) > SignTest.critical, "\(before), \(last)")
    let open = try Self.rounds("", party: #""horizon": {"uniform": [5, 300]}"#)
    let (early, late) = (Self.hazard(open, 40..<50), Self.hazard(open, 50..<60))
    #expect(SignTest.twoProportions(late, early) < SignTest.critical, "\(early), \(late)")
  }
}
