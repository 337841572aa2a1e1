/// Why a scenario cannot be negotiated at all.
public enum NegotiationFault: Error, Equatable, Sendable, CustomStringConvertible {
  case tooManyOutcomes
  /// Half of the issues have more combinations than ``Negotiation`` sorts for each party (2^24).
  case halvesTooLarge(entries: Int)

  public var description: String {
    switch self {
    case .tooManyOutcomes:
      "the issues have 2^63 outcomes or more together"
    case .halvesTooLarge(let entries):
      "the issues have too many outcomes together: half of them already have \(entries) combinations, and at most 16777216 are supported"
    }
  }
}
