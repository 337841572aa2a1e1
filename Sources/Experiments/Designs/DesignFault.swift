/// Why some numbers do not make a design in the unit cube.
public enum DesignFault: Error, Sendable, Equatable, CustomStringConvertible {
  /// So many numbers are to be varied: none, or more than `most`.
  case dimensions(Int, most: Int)
  /// So many points or trajectories were asked for: 0 or fewer.
  case noPoints(Int)
  /// So many points or trajectories were asked for, more than `most`.
  case tooManyPoints(Int, most: Int)
  /// The last of `count` points, after `skip` others, lies beyond the end of the Sobol sequence.
  case beyondSequence(count: Int, skip: Int)
  /// The levels of a grid of elementary effects: odd, or outside 2 … 1000.
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
