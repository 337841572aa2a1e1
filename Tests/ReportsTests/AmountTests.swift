import Testing

@testable import Reports
@testable import Tables

@Suite("Digits that an error supports") struct AmountTests {
  // By hand: two digits of the error, and the amount to the same place.
  @Test(
    "an amount has as many digits as its standard error says",
    arguments: [
      (697_330, 3_578, "697,300"), (3_578, 3_578, "3,600"), (87.708, 0.173, "87.71"), (0.173, 0.173, "0.17"),
      (111.237, 1.12, "111.2"), (-4_397.8, 120, "-4,400"), (1_234_567, 9.9, "1,234,567"), (12.5, 0, "12.5"),
    ] as [(Double, Double, String)])
  func amounts(amount: Double, error: Double, told: String) {
    #expect(Numerals.amount(amount, within: error) == told)
  }

  @Test("an amount without an error is told whole") func none() {
    #expect(Numerals.amount(697_330, within: nil) == "697,330")
    #expect(Numerals.amount(697_330, within: .nan) == "697,330")
  }

  @Test(
    "significant digits are rounded from the left",
    arguments: [(4_397.8, 4_400), (-3.229, -3.2), (0.000_347, 0.000_35), (99.6, 100), (0, 0)]
      as [(Double, Double)])
  func significant(_ x: Double, rounded: Double) {
    #expect(abs(Numerals.significant(x, 2) - rounded) <= 1e-12 * abs(rounded))
  }
}
