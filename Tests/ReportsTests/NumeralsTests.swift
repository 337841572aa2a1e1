import Reports
import Testing

@Suite struct NumeralsTests {
  @Test(arguments: [
    (0.0, 1, "0.0"), (0.05, 1, "0.1"), (-0.04, 1, "0.0"), (-1.25, 2, "-1.25"), (12.0, 0, "12"),
    (3.005, 3, "3.005"),
    (.nan, 2, "–"), (.infinity, 2, "–"), (1e300, 1, "1e+300"),
  ])
  func `A number has its decimals, no negative zero and no locale`(x: Double, places: Int, written: String) {
    #expect(Numerals.fixed(x, places) == written)
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-1_000, "-1,000")])
  func `Counts are grouped by thousands`(n: Int, written: String) {
    #expect(Numerals.count(n) == written)
  }

  @Test func `A share reads the same whichever way it was computed`() {
    #expect(Numerals.percent(569.0 / 2_000) == "28.5%")
    #expect(Numerals.percent(1 - 1_431.0 / 2_000) == "28.5%")
    #expect(Numerals.percent(0) == "0.0%")
  }

  @Test func `One thing is not in the plural`() {
    #expect(Numerals.counted(1, "run") == "1 run")
    #expect(Numerals.counted(0, "run") == "0 runs")
  }
}
