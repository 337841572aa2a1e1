extension Distribution {
  /// A value drawn from the stream.
  ///
  /// A constant takes nothing from the stream; a beta law takes an even number of words that
  /// depends on what it finds (Cheng 1978, doi:10.1145/359460.359482); everything else takes one
  /// word and is the inverse of the distribution function at it. Give each distribution a stream of
  /// its own and no draw depends on another.
  @inlinable
  public func sample(_ stream: inout RandomStream) -> Double {
    switch self {
    case .constant(let value): value
    case .uniform(let low, let high): Distribution.uniformQuantile(stream.open(), low, high)
    default: sampleOther(&stream)
    }
  }

  @usableFromInline
  func sampleOther(_ stream: inout RandomStream) -> Double {
    switch self {
    case .beta(let a, let b):
      BetaLaw(a: a, b: b).sample(&stream)
    case .choice(let values):
      Distribution.pick(stream.open(), values)
    default:
      quantile(stream.open())
    }
  }

  /// The first value in list order whose cumulated probability exceeds u.
  private static func pick(_ u: Double, _ values: [WeightedValue]) -> Double {
    var cumulated = 0.0
    var last = Double.nan
    for candidate in values where candidate.probability > 0 {
      cumulated += candidate.probability
      last = candidate.value
      if u < cumulated { break }
    }
    return last
  }
}
