import Randomness
import Testing

/// Edge cases as IEEE 754-2019, section 9.2.1, and C17, annex F.10, demand them.
@Suite struct ElementaryEdgeTests {
  private let infinity = Double.infinity
  private let tiny = Double.leastNonzeroMagnitude

  @Test("exp overflows to infinity, underflows to zero and keeps NaN")
  func expOverflowsInfinity() {
    #expect(Elementary.exp(0) == 1)
    #expect(Elementary.exp(-0.0) == 1)
    #expect(Elementary.exp(infinity) == infinity)
    #expect(Elementary.exp(-infinity) == 0)
    #expect(Elementary.exp(709.79) == infinity)
    #expect(Elementary.exp(709.78) < infinity)
    #expect(Elementary.exp(-745.2) == 0)
    #expect(Elementary.exp(-745.1) == tiny)
    #expect(Elementary.exp(.nan).isNaN)
    #expect(Elementary.exp(tiny) == 1)
  }

  @Test("log of zero is minus infinity and of a negative number NaN")
  func logZeroMinus() {
    #expect(Elementary.log(1) == 0)
    #expect(Elementary.log(0) == -infinity)
    #expect(Elementary.log(-0.0) == -infinity)
    #expect(Elementary.log(infinity) == infinity)
    #expect(Elementary.log(-1).isNaN)
    #expect(Elementary.log(-tiny).isNaN)
    #expect(Elementary.log(-infinity).isNaN)
    #expect(Elementary.log(.nan).isNaN)
  }

  @Test("expm1 and log1p keep tiny arguments and reach their limits")
  func expm1Log() {
    for x in [0, -0.0, tiny, -1e-300, 1e-17] {
      #expect(Elementary.expm1(x) == x)
      #expect(Elementary.log1p(x) == x)
    }
    #expect(Elementary.expm1(-infinity) == -1)
    #expect(Elementary.expm1(-50) == -1)
    #expect(Elementary.expm1(infinity) == infinity)
    #expect(Elementary.expm1(.nan).isNaN)
    #expect(Elementary.log1p(-1) == -infinity)
    #expect(Elementary.log1p(infinity) == infinity)
    #expect(Elementary.log1p(-1.5).isNaN)
    #expect(Elementary.log1p(.nan).isNaN)
  }

  @Test("pow is one for exponent zero and base one, even with NaN")
  func powOneExponent() {
    for x in [0, -0.0, 1, -2, infinity, -infinity, .nan, tiny] {
      #expect(Elementary.pow(x, 0) == 1)
      #expect(Elementary.pow(x, -0.0) == 1)
    }
    for y in [0, 1, -3.5, infinity, -infinity, .nan] { #expect(Elementary.pow(1, y) == 1) }
    #expect(Elementary.pow(.nan, 2).isNaN)
    #expect(Elementary.pow(2, .nan).isNaN)
  }

  @Test("pow of zero and of infinity is zero or infinite, signed for odd exponents")
  func powZeroInfinity() {
    #expect(Elementary.pow(0, 0.3) == 0)
    #expect(Elementary.pow(0, -0.3) == infinity)
    #expect(Elementary.pow(-0.0, 3).sign == .minus)
    #expect(Elementary.pow(-0.0, 3) == 0)
    #expect(Elementary.pow(-0.0, -3) == -infinity)
    #expect(Elementary.pow(-0.0, 2).sign == .plus)
    #expect(Elementary.pow(-0.0, -2.5) == infinity)
    #expect(Elementary.pow(infinity, 0.1) == infinity)
    #expect(Elementary.pow(infinity, -0.1) == 0)
    #expect(Elementary.pow(-infinity, 3) == -infinity)
    #expect(Elementary.pow(-infinity, 2) == infinity)
    #expect(Elementary.pow(-infinity, -3).sign == .minus)
  }

  @Test("pow with an infinite exponent tends to zero, one or infinity")
  func powInfiniteExponent() {
    #expect(Elementary.pow(0.5, infinity) == 0)
    #expect(Elementary.pow(0.5, -infinity) == infinity)
    #expect(Elementary.pow(2, infinity) == infinity)
    #expect(Elementary.pow(-2, -infinity) == 0)
    #expect(Elementary.pow(-1, infinity) == 1)
    #expect(Elementary.pow(0, infinity) == 0)
    #expect(Elementary.pow(0, -infinity) == infinity)
  }

  @Test("pow of a negative base is a number only for whole exponents")
  func powNegativeBase() {
    #expect(Elementary.pow(-2, 0.5).isNaN)
    #expect(Elementary.pow(-2, 3) == -8)
    #expect(Elementary.pow(-2, -2) == 0.25)
    #expect(Elementary.pow(-1, 0x1p53) == 1)
    #expect(Elementary.pow(-1, 0x1.fffffffffffffp52) == -1)
    #expect(Elementary.pow(-1, 1e300) == 1)
  }

  @Test("pow overflows and underflows, however large the exponent")
  func powOverflowsUnderflows() {
    #expect(Elementary.pow(1.5, 1e308) == infinity)
    #expect(Elementary.pow(0.5, 1e308) == 0)
    #expect(Elementary.pow(0.5, -1.7e308) == infinity)
    #expect(Elementary.pow(0x1p-1030, 1e308) == 0)
    #expect(Elementary.pow(2, 1023) == 0x1p1023)
    #expect(Elementary.pow(2, 1024) == infinity)
    #expect(Elementary.pow(2, -1074) == tiny)
    #expect(Elementary.pow(2, -1076) == 0)
    #expect(Elementary.pow(0.3, tiny) == 1)
  }

  @Test("pow of exact squares, roots and powers of two is exact")
  func powExactSquares() {
    for n in 1...300 {
      let x = Double(n)
      #expect(Elementary.pow(x, 2) == x * x)
      #expect(Elementary.pow(x * x, 0.5) == x)
      #expect(Elementary.pow(x, 1) == x)
      #expect(Elementary.pow(2, x) == Double(sign: .plus, exponent: n, significand: 1))
    }
  }

  @Test("the normal functions reach their limits and mirror each other")
  func normalFunctionsReach() {
    #expect(Elementary.normalCDF(0) == 0.5)
    #expect(Elementary.normalCDF(-infinity) == 0)
    #expect(Elementary.normalCDF(infinity) == 1)
    #expect(Elementary.normalCDF(.nan).isNaN)
    #expect(Elementary.normalQuantile(0.5) == 0)
    #expect(Elementary.normalQuantile(0) == -infinity)
    #expect(Elementary.normalQuantile(1) == infinity)
    #expect(Elementary.normalQuantile(-0.1).isNaN)
    #expect(Elementary.normalQuantile(1.1).isNaN)
    #expect(Elementary.normalQuantile(.nan).isNaN)
    for i in 1..<64 {
      let p = Double(i) / 64
      #expect(Elementary.normalQuantile(p) == -Elementary.normalQuantile(1 - p))
    }
  }

  @Test("AS241 gives the values that Wichura prints")
  func givesValuesWichura() {
    // Wichura (1988), doi:10.2307/2347330, the three check values of PPND16.
    #expect(abs(Elementary.normalQuantile(0.25) + 0.6744897501960817) < 1e-15)
    #expect(abs(Elementary.normalQuantile(0.001) + 3.090232306167814) < 4e-15)
    #expect(abs(Elementary.normalQuantile(1e-20) + 9.262340089798408) < 1e-14)
  }
}
