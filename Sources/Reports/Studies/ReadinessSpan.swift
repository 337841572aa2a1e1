import Simulation
import Tables

/// What a party's readiness to concede makes of the share of agreements, from none of the way to
/// all of it.
struct ReadinessSpan {
  let party: String
  /// Where it goes none of the way.
  let first: ShareEstimate
  /// Where it goes all of it.
  let last: ShareEstimate

  /// `nil` of fewer than two points.
  init?(_ party: String, _ rows: [TableRows.Row]) {
    guard let first = rows.first, let last = rows.last, rows.count > 1 else { return nil }
    self.party = party
    self.first = first.share("", "agreement_share", "low", "high")
    self.last = last.share("", "agreement_share", "low", "high")
  }

  private var ends: (lower: ShareEstimate, upper: ShareEstimate) {
    first.share <= last.share ? (first, last) : (last, first)
  }

  /// The difference of both ends, whichever is greater.
  var value: Double { ends.upper.share - ends.lower.share }
  /// The least and the greatest that it can be with both ends in their intervals: wider than a 95%
  /// interval of the difference, so that a tie is told too often rather than too rarely.
  var low: Double { ends.upper.low - ends.lower.high }
  var high: Double { ends.upper.high - ends.lower.low }
}
