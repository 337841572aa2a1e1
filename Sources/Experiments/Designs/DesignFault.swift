/// Why some numbers do not make a design in the unit cube.
public enum DesignFault: Error, Sendable, Equatable, CustomStringConvertible {
  case dimensions(Int, most: Int)
  case noPoints(Int)
  case tooManyPoints(Int, most: Int)
  case beyondSequence(count: Int, skip: Int)
  case levels(Int)

  /// What to tell the user, without a capital and without a full stop.
  public var description: String {
    switch self {
    case .dimensions(let count, let most): "\(count) varied numbers, where 1 to \(most) are possible"
    case .noPoints(let count): "a design needs at least 1 point, not \(count)"
    case .tooManyPoints(let count, let most): "\(count) points are more than \(most)"
    case .beyondSequence(let count, let skip):
      "\(count) points after \(skip) skipped ones are more than the \(SobolSequence.mostPoints) of the sequence"
    case .levels(let levels): "the number of levels must be even, from 2 to 1000, not \(levels)"
    }
  }
}
