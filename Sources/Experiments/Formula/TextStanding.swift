import Bargaining
import Simulation

/// How one text stands over all draws.
package struct TextStanding: Sendable, Equatable {
  /// Its number in the ``TextSpace``, and its options, one per issue.
  package let text: Int
  package let options: [Int]
  /// One more than the number of texts that were acceptable in more draws: texts that were in as
  /// many share a rank.
  package let rank: Int
  /// Draws in which it was acceptable, of all; and those in which it was at the table, whatever
  /// homes say.
  package let accepted: WilsonInterval
  package let atTable: WilsonInterval
  /// The least of ``surpluses`` among parties with a veto.
  package let worstSurplus: Double
  /// See ``TextTally/regret(of:)``.
  package let regret: Double
  /// The probability that it is carried out to its end, on the mean over the draws in which it was
  /// acceptable; 1 without phases, `nil` where it never was acceptable.
  package let durability: Double?
  /// Draws in which it is acceptable of fresh ones, which had no part in choosing it.
  package internal(set) var fresh = WilsonInterval(count: 0, total: 0)
  /// Per party: the mean of what it brings more than no agreement does.
  package let surpluses: [Double]
  /// Per mediator: its mean utility.
  package let utilities: [Double]
}
