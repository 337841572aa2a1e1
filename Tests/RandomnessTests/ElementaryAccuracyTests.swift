import Randomness
import Testing

/// References: mpmath at 300 bits, written by Tests/Fixtures/scripts/elementary.py.
@Suite struct ElementaryAccuracyTests {
  @Test("exp is within 0.51 ulp of the truth, 0.76 where subnormal")
  func expWithin0() throws {
    let errors = try errors(of: "exp") { x, _ in Elementary.exp(x) }
    #expect(errors.count == 1060)
    #expect(errors.worst(normal: true) < 0.51)
    #expect(errors.worst(normal: false) < 0.76)
  }

  @Test("log is within 0.501 ulp of the truth, near one and for subnormal numbers too")
  func logWithin0() throws {
    let errors = try errors(of: "log") { x, _ in Elementary.log(x) }
    #expect(errors.count == 1504)
    #expect(errors.worst(normal: true) < 0.501)
  }

  @Test("pow is within 0.52 ulp of the truth, 0.77 where subnormal")
  func powWithin0() throws {
    let errors = try errors(of: "pow", Elementary.pow)
    #expect(errors.count == 3505)
    #expect(errors.worst(normal: true) < 0.52)
    #expect(errors.worst(normal: false) < 0.77)
  }

  @Test("expm1 and log1p are within 3 ulp of the truth")
  func expm1Log() throws {
    #expect(try errors(of: "expm1") { x, _ in Elementary.expm1(x) }.worst(normal: true) < 3)
    #expect(try errors(of: "log1p") { x, _ in Elementary.log1p(x) }.worst(normal: true) < 3)
  }

  @Test("normalCDF is within a relative 1e-14 of the truth")
  func normalcdfWithinRelative() throws {
    let errors = try errors(of: "normal_cdf") { x, _ in Elementary.normalCDF(x) }
    #expect(errors.count == 1000)
    #expect(errors.map(\.relative).max() ?? 1 < 1e-14)
  }

  @Test("normalQuantile is within a relative 1e-15 of the truth")
  func normalquantileWithinRelative() throws {
    let errors = try errors(of: "normal_quantile") { x, _ in Elementary.normalQuantile(x) }
    #expect(errors.count == 1000)
    #expect(errors.map(\.relative).max() ?? 1 < 1e-15)
  }

  private func errors(
    of function: String, _ evaluate: (Double, Double) -> Double
  ) throws -> [MeasuredError] {
    try Fixture("elementary.csv").rows.filter { $0[0] == function }.map { row in
      let x = try #require(Double(row[1]))
      let y = row[2].isEmpty ? 0 : try #require(Double(row[2]))
      let value = try #require(Double(row[3]))
      let remainder = try #require(Double(row[4]))
      return MeasuredError(result: evaluate(x, y), value: value, remainder: remainder)
    }
  }
}

/// The distance of a result from a truth given as the nearest double and what remains of it.
private struct MeasuredError {
  let ulps: Double
  let relative: Double
  let isNormal: Bool

  init(result: Double, value: Double, remainder: Double) {
    let distance = abs((result - value) - remainder)
    ulps = distance / value.ulp
    relative = distance / abs(value)
    isNormal = value.isNormal
  }
}

extension [MeasuredError] {
  fileprivate func worst(normal: Bool) -> Double {
    filter { $0.isNormal == normal }.map(\.ulps).max() ?? .infinity
  }
}
