import Tables
import Testing

@testable import Reports

/// Worked out by hand: two digits of half the width of an interval are what a figure has.
@Suite("Figures are rounded to what their intervals support")
struct RoundingToIntervalTests {
  @Test(
    "two digits of half the width",
    arguments: [
      (-49.053, -40.494, -44.773, "-44.8"), (-83.452, -79.048, -81.25, "-81.2"),
      (0.022, 0.066, 0.044, "0.044"),
      (-532_041, -469_432, -500_736.6, "-501,000"), (1.0, 1.0004, 1.0002, "1.00020"), (70, 90, 79.6, "80"),
    ] as [(Double, Double, Double, String)])
  func digits(_ low: Double, _ high: Double, _ value: Double, _ text: String) {
    #expect(Numerals.amount(value, within: Numerals.half(from: low, to: high)) == text)
  }

  @Test("without an interval, or with one of no width, a figure is as it is", arguments: [nil, 2.5])
  func bare(_ end: Double?) {
    #expect(Numerals.half(from: end, to: end) == nil)
    #expect(Numerals.amount(0.46, within: nil) == "0.46")
  }
}
