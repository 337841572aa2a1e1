import Tables
import Testing

@Suite struct NumeralsTests {
  @Test(
    "a number has its decimals, no negative zero and no locale",
    arguments: [
      (0.0, 1, "0.0"), (0.05, 1, "0.1"), (-0.04, 1, "0.0"), (-1.25, 2, "-1.25"), (12.0, 0, "12"),
      (3.005, 3, "3.005"),
      (.nan, 2, "–"), (.infinity, 2, "–"), (1e300, 1, "1e+300"),
    ])
  func numberHasDecimals(x: Double, places: Int, written: String) {
    #expect(Numerals.fixed(x, places) == written)
  }

  @Test(
    "zeros after the point go, those before it stay",
    arguments: [
      (0.5, 3, "0.5"), (12.0, 3, "12"), (100.0, 0, "100"), (-0.0001, 3, "0"), (1e300, 2, "1e+300"),
      (.nan, 1, "–"),
    ])
  func zerosAfterPoint(x: Double, places: Int, written: String) {
    #expect(Numerals.trimmed(x, places) == written)
  }

  @Test(
    "in running text a small number keeps two digits",
    arguments: [
      (0.25, "0.25"), (0.0012345, "0.0012"), (0.0, "0"), (2.0, "2"), (12.3456, "12.346"),
      (-0.00009, "-0.00009"),
      (1e-30, "0"),
    ])
  func runningTextSmall(x: Double, written: String) {
    #expect(Numerals.brief(x) == written)
  }

  @Test(
    "the shortest spelling of a whole number has no point",
    arguments: [
      (500.0, "500"), (0.25, "0.25"), (-0.0, "0"), (0.1 + 0.2, "0.30000000000000004"), (1e22, "1e+22"),
    ])
  func shortestSpellingWhole(x: Double, written: String) {
    #expect(Numerals.shortest(x) == written)
  }

  @Test(
    "counts are grouped by thousands",
    arguments: [(0, "0"), (999, "999"), (1_000, "1,000"), (1_234_567, "1,234,567"), (-1_000, "-1,000")])
  func countsGroupedThousands(n: Int, written: String) {
    #expect(Numerals.count(n) == written)
    #expect(Numerals.count(Double(n) + 0.25) == written)
  }

  @Test("a count too large for an integer is written all the same")
  func countTooLarge() {
    #expect(Numerals.count(1e300) == "1e+300" && Numerals.count(.nan) == "–")
  }

  @Test("one thing is not in the plural")
  func oneThingNot() {
    #expect(Numerals.counted(1, "run") == "1 run")
    #expect(Numerals.counted(0, "run") == "0 runs")
    #expect(Numerals.counted(1_000, "party", "parties") == "1,000 parties")
  }

  /// count/total in whole units of 10^-places percent, half to even, by integers alone.
  private func exact(_ count: Int, of total: Int, places: Int = 1) -> Int {
    let scale = [100, 1_000, 10_000][places]
    let (floor, rest) = (count * scale).quotientAndRemainder(dividingBy: total)
    return 2 * rest > total || 2 * rest == total && floor % 2 == 1 ? floor + 1 : floor
  }

  private func percent(_ tenths: Int) -> String { "\(tenths / 10).\(tenths % 10)%" }

  // 253 of 400 are 63.25%, 255 are 63.75%; the other two are no ties.
  @Test(
    "a share at a half goes to the even digit",
    arguments: [
      (253, 400, "63.2%"), (255, 400, "63.8%"), (1, 2_000, "0.0%"), (3, 2_000, "0.2%"), (1, 3, "33.3%"),
      (0, 7, "0.0%"),
      (9_999, 10_000, "100.0%"), (6_326, 10_000, "63.3%"), (7, 7, "100.0%"),
    ])
  func shareHalfGoes(count: Int, total: Int, written: String) {
    #expect(Numerals.percent(Double(count) / Double(total)) == written)
    #expect(percent(exact(count, of: total)) == written)
  }

  @Test("every share of up to 500 runs, and every tie of 2,000, is rounded as its fraction")
  func shareUp500() {
    for total in Array(1...500) + [2_000, 10_000] {
      for count in 0...total {
        let share = Double(count) / Double(total)
        let expected = percent(exact(count, of: total))
        guard Numerals.percent(share) == expected else {
          Issue.record("\(count) of \(total) is \(Numerals.percent(share)), not \(expected)")
          return
        }
        // As a complement, as what is left of two parts and as a sum of parts.
        let others = [
          1 - Double(total - count) / Double(total), share / 3 + 2 * share / 3, 0.7 * share + 0.3 * share,
        ]
        for other in others where Numerals.percent(other) != expected {
          Issue.record(
            "\(count) of \(total) computed as \(other) is \(Numerals.percent(other)), not \(expected)")
          return
        }
      }
    }
  }

  @Test("shares of large totals right beside a tie fall to their side of it")
  func sharesLargeTotals() {
    for total in [999_999_937, 999_999_999] {
      for tie in stride(from: 1, to: 2_000, by: 2) {
        for count in [tie * total / 2_000, tie * total / 2_000 + 1] {
          let written = Numerals.percent(Double(count) / Double(total))
          #expect(written == percent(exact(count, of: total)), "\(count) of \(total)")
        }
      }
    }
  }

  @Test(
    "percentages have as many decimals as they are asked for",
    arguments: [
      (0.125, 0, "12%"), (0.135, 0, "14%"), (0.5, 0, "50%"), (0.00125, 2, "0.12%"), (-0.0025, 1, "-0.2%"),
      (-0.0001, 1, "0.0%"),
      (1.5, 1, "150.0%"), (1e9, 1, "100000000000.0%"), (.nan, 1, "–"), (.infinity, 1, "–"),
    ])
  func percentagesHaveMany(share: Double, places: Int, written: String) {
    #expect(Numerals.percent(share, places: places) == written)
  }

  @Test("an interval has one unit, a difference of shares its sign")
  func intervalHasOne() {
    #expect(Numerals.interval(0.3029, 0.321) == "30.3 to 32.1")
    #expect(Numerals.estimate(0.312, 0.3029, 0.321) == "31.2% (30.3 to 32.1)")
    #expect(
      Numerals.points(0.066) == "+6.6" && Numerals.points(-0.0025) == "-0.2"
        && Numerals.points(0.0001) == "0.0")
    #expect(
      Numerals.signed(0.0004) == "0.000" && Numerals.signed(1.5, 1) == "+1.5"
        && Numerals.signed(-2) == "-2.000")
  }

  @Test("who subtracts two printed numbers gets the printed difference")
  func whoSubtractsTwo() {
    // 29.75% and 36.25% are written 29.8% and 36.2%.
    #expect(Numerals.points(from: 0.2975, to: 0.3625) == "+6.4")
    #expect(
      Numerals.points(from: 0.3625, to: 0.2975) == "-6.4" && Numerals.points(from: 0.2, to: 0.2) == "0.0")
    for a in 0...400 {
      let (first, second) = (Double(a) / 400, Double(a * 7 % 401) / 400)
      let difference = exact(a * 7 % 401, of: 400) - exact(a, of: 400)
      let digits = "\(abs(difference) / 10).\(abs(difference) % 10)"
      #expect(
        Numerals.points(from: first, to: second) == (difference == 0 ? "" : difference < 0 ? "-" : "+")
          + digits)
    }
    // 0.0004 and 1.0006 are written 0.000 and 1.001.
    #expect(
      Numerals.change(from: 0.0004, to: 1.0006) == "+1.001" && Numerals.change(from: 2, to: 1.5, 1) == "-0.5")
    #expect(Numerals.change(from: 0, to: 1e300) == "+1e+300" && Numerals.change(from: .nan, to: 1) == "–")
  }
}
