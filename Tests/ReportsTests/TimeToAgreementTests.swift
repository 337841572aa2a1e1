import Reports
import Testing

@Suite struct TimeToAgreementTests {
  /// Ten runs, of which some agree and some are lost on each of two days. Survival by hand, product
  /// over the days of 1 - agreements / at risk.
  private static func content(_ days: [(atRisk: Int, agreements: Int, censored: Int, survival: Double)])
    -> ReportContent
  {
    var content = Specimen.fishery
    content.rounds = 2
    content.survival = days.enumerated().map { round, day in
      .init(
        round: round, atRisk: day.atRisk, agreements: day.agreements, censored: day.censored,
        survival: day.survival,
        low: day.survival - 0.1, high: day.survival + 0.1)
    }
    return content
  }

  @Test("without losses the curve says how many had agreed")
  func withoutLossesCurve() {
    let content = Self.content([(10, 6, 0, 0.4), (4, 1, 3, 0.3)])
    #expect(
      TimeToAgreement(content).sentence
        == "Half of the runs had agreed by day 1, 70.0% (60.0 to 80.0) by the end (day 2).")
  }

  @Test("with talks that break off it says what would have been")
  func talksBreakOff() {
    let content = Self.content([(10, 2, 3, 0.8), (5, 1, 4, 0.64)])
    #expect(
      TimeToAgreement(content).sentence
        == "Had no talks broken off, 36.0% (26.0 to 46.0) of the runs would have agreed by the end (day 2). "
        + "It never reaches half.")
  }

  @Test("nobody agreeing is said outright")
  func nobodyAgreeingSaid() {
    let content = Self.content([(10, 0, 0, 1), (10, 0, 10, 1)])
    #expect(TimeToAgreement(content).sentence == "No run agreed within 2 days.")
  }

  @Test(
    "a median agreement in the last sixth before a deadline is told, one just before it or without a deadline is not",
    arguments: [
      // Of six agreements the third and the fourth are in the middle; of 12 days the last two are a
      // sixth.
      ([9, 9, 9, 9, 10, 11], 12.0, String?.none), ([0, 0, 9, 9, 10, 11], 12.0, nil),
      ([0, 0, 9, 10, 10, 11], 12.0, "10.5"),
      ([0, 0, 9, 11, 11, 11], 12.0, "11"), ([0, 0, 10, 11, 11, 11], 12.0, "11.5"),
      ([11, 11, 11, 11, 11, 11], nil, nil), ([0, 0, 9, 10, 10, 11], 11.5, "10.5"),
    ])
  func rush(_ days: [Int], _ deadline: Double?, _ day: String?) {
    var content = Specimen.fishery
    (content.rounds, content.roundUnit, content.roundsToDeadline) = (12, "day", deadline)
    content.survival = (0..<12).map { round in
      .init(
        round: round, atRisk: 6, agreements: days.count { $0 == round }, censored: 0, survival: 1, low: 1,
        high: 1)
    }
    let words = TimeToAgreement(content).rush
    #expect((words == nil) == (day == nil))
    if let day {
      #expect(words?.hasPrefix("The median agreement comes on day \(day), in the last sixth") == true)
    }
    let sentence = "in the last sixth before the deadline"
    #expect(TextSummary(content).text.replacing(/\s+/, with: " ").contains(sentence) == (day != nil))
    #expect(HTMLReport(content).html.contains(sentence) == (day != nil))
  }

  @Test("a share reached but for rounding errors is reached")
  func shareReachedBut() {
    let content = Self.content([(10, 5, 0, 0.5 + 1e-15), (5, 0, 5, 0.5 + 1e-15)])
    #expect(TimeToAgreement(content).day(ofShare: 0.5) == 1)
  }
}
