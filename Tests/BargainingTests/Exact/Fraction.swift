/// An exact fraction in lowest terms, for tests.
struct Fraction: Equatable, Comparable, CustomStringConvertible {
  let numerator: Int
  /// Positive.
  let denominator: Int

  init(_ numerator: Int, _ denominator: Int = 1) {
    let divisor = Self.commonDivisor(numerator.magnitude, denominator.magnitude)
    self.numerator = numerator / divisor * denominator.signum()
    self.denominator = denominator / divisor * denominator.signum()
  }

  /// The double nearest to it.
  var nearest: Double { Double(numerator) / Double(denominator) }
  var description: String { "\(numerator)/\(denominator)" }

  static func + (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
  }
  static func * (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.numerator * b.numerator, a.denominator * b.denominator)
  }
  static func / (a: Fraction, b: Fraction) -> Fraction {
    Fraction(a.numerator * b.denominator, a.denominator * b.numerator)
  }
  static func < (a: Fraction, b: Fraction) -> Bool {
    a.numerator * b.denominator < b.numerator * a.denominator
  }

  /// How many parts of size 1 / `scale`, a multiple of the denominator, it is.
  func parts(of scale: Int) -> Int { numerator * (scale / denominator) }

  static func commonMultiple(_ numbers: some Sequence<Int>) -> Int {
    numbers.reduce(1) { $0 / commonDivisor($0.magnitude, $1.magnitude) * $1 }
  }

  private static func commonDivisor(_ a: UInt, _ b: UInt) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return Int(max(a, 1))
  }
}
