/// Why a scenario cannot be negotiated at all.
public enum NegotiationFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// The issues have 2^63 outcomes or more together, so that an outcome's rank fits no integer.
  case tooManyOutcomes
  /// The combinations of each half of the issues, which ``Negotiation`` keeps sorted for every
  /// party, are more than 2^25 in all.
  case halvesTooLarge
  /// The interactions and red lines of a party tie the issues together so much that its search
  /// would have to look at more than 2^17 pairs of classes.
  case tooManyConditions

  /// One line, without a capital and without a full stop.
  public var description: String {
    switch self {
    case .tooManyOutcomes:
      "the issues have 2^63 outcomes or more together"
    case .halvesTooLarge:
      "the issues have too many outcomes together: to search them takes more than 1.2 GB of memory per thread"
    case .tooManyConditions:
      "a party's interactions and red lines tie too many issues together: no outcome could be found in reasonable time"
    }
  }
}
