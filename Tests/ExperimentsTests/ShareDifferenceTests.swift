import Simulation
import Testing

@testable import Experiments

@Suite("Differences of shares") struct ShareDifferenceTests {
  // Newcombe 1998, table II, method 10
  // (doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I).
  @Test(
    "the interval is that of the paper",
    arguments: [
      (56, 70, 48, 80, 0.0524, 0.3339), (9, 10, 3, 10, 0.1705, 0.8090), (0, 10, 0, 10, -0.2775, 0.2775),
    ] as [(Int, Int, Int, Int, Double, Double)])
  func interval(a: Int, m: Int, b: Int, n: Int, low: Double, high: Double) {
    let difference = ShareDifference(WilsonInterval(count: a, total: m), WilsonInterval(count: b, total: n))
    #expect(abs(difference.interval.lowerBound - low) < 0.000_06)
    #expect(abs(difference.interval.upperBound - high) < 0.000_06)
  }

  // By the error function of Python's math module: 56 of 70 against 48 of 80.
  @Test("the p-value is that of two proportions, and 1 where nothing differs") func pValue() {
    func p(_ a: Int, _ m: Int, _ b: Int, _ n: Int) -> Double {
      ShareDifference(WilsonInterval(count: a, total: m), WilsonInterval(count: b, total: n)).pValue
    }
    #expect(abs(p(56, 70, 48, 80) - 0.008045081368196568) < 1e-9)
    #expect(abs(p(43, 100, 62, 100) - 0.0071372658104522525) < 1e-9)
    #expect(p(0, 10, 0, 20) == 1 && p(10, 10, 5, 5) == 1)
  }

  @Test("the more points their ends are picked from, the more they must differ") func points() {
    let difference = ShareDifference(
      WilsonInterval(count: 62, total: 100), WilsonInterval(count: 43, total: 100))
    // p is 0.0071; of 4 points there are 6 pairs, of 5 there are 10.
    #expect(difference.isSettled(ofPoints: 2) && difference.isSettled(ofPoints: 4))
    #expect(!difference.isSettled(ofPoints: 5))
  }
}
