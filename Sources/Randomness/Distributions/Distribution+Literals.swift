/// A number stands for the distribution that always gives it:
/// `let willingness: Distribution = 0.4`.
extension Distribution: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  /// Always this number.
  public init(floatLiteral value: Double) { self = .constant(value) }

  /// Always this number.
  public init(integerLiteral value: Int) { self = .constant(Double(value)) }
}
