import Randomness

/// The single-text protocol of Klein, Faratin, Sayama, Bar-Yam 2003, "Protocols for negotiating
/// complex contracts", *IEEE Intelligent Systems* 18(6), 32–38, doi:10.1109/MIS.2003.1249167.
///
/// A mediator changes one issue of the text at random; all vote on the change against the text as
/// it is; it is made only if nobody with a veto is against. After so many proposals the text is put
/// to a last vote, in which everybody compares it with no agreement.
public struct SingleText: Sendable, Equatable, BitwiseCopyable {
  /// Changes proposed in each sitting, at least 1.
  public var proposals: Int
  /// After how many sittings the text is put to the last vote, at least 1; `nil` for all sittings
  /// that there is room for before the deadline, which must then be known. The last sitting before
  /// a deadline ends with that vote in any case.
  public var sittings: Int?

  /// A text with so many proposals a sitting, at least 1, for so many sittings; `nil` for as long
  /// as talks last.
  public init(proposals: Int, sittings: Int? = nil) {
    self.proposals = proposals
    self.sittings = sittings
  }

  /// Whether somebody votes for a change that brings it `gain`, at a temperature.
  ///
  /// A change for the better, or for no worse, is always welcome. One for the worse is taken with
  /// the probability `exp(gain / temperature)` (Metropolis, Rosenbluth, Rosenbluth, Teller, Teller
  /// 1953, doi:10.1063/1.1699114); at temperature 0 never, which is hill climbing.
  /// - Parameters:
  ///   - gain: utility after the change less utility before; -infinity never passes.
  ///   - temperature: in utility, >= 0.
  ///   - draw: uniform in [0, 1); asked only when chance decides.
  @inline(__always)
  package static func accepts(gain: Double, temperature: Double, draw: () -> Double) -> Bool {
    if gain >= 0 { return true }
    guard temperature > 0, gain > -.infinity else { return false }
    return draw() < Elementary.exp(gain / temperature)
  }
}

/// How a party votes on changes of a single text.
public enum Voter: Sendable, Equatable, BitwiseCopyable {
  /// For every change that leaves it no worse off, and for no other.
  case hillClimber
  /// Also for some that leave it worse off: the temperature, in utility, falls linearly from this
  /// to 0 over the proposals, or over those until its ``Party/horizon`` where the sittings are not
  /// counted.
  case annealer(temperature: ParameterID)
}
