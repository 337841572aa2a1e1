/// How real numbers are spelled.
public enum RealStyle: Sendable, Equatable {
  /// The fewest digits that read back as the same `Double`: `0.1`, `2.0`, `0.30000000000000004`.
  /// See `ByteBuffer.append(real:)` for exponents and for values that are not numbers.
  case shortest
  /// So many digits after the point (0 to 15), correctly rounded. See
  /// `ByteBuffer.append(real:decimals:)`.
  case fixed(Int)
}
