/// What every text has met with over some draws. Sums are whole numbers, so that tallies can be
/// added in any order.
package final class TextTally: @unchecked Sendable {
  /// Draws that were looked at.
  package private(set) var draws = 0
  /// Draws in which some text was acceptable.
  package private(set) var openDraws = 0
  /// Per text: draws in which all took it at the table; and in which its homes passed it as well.
  let atTable: Lane<Int32>
  let accepted: Lane<Int32>
  /// Per text, over the draws in which it was accepted: the surplus of the worst-off party with a
  /// veto, and the probability that it is carried out to its end; in ``FixedPoint`` units.
  private let worst: Lane<Int64>
  private let kept: Lane<Int64>
  /// Over all draws: the greatest such surplus, 0 where nothing was acceptable.
  private var best: Int64 = 0
  private let arena = Arena()

  /// - Parameters:
  ///   - texts: how many there are.
  ///   - isWhole: false to count acceptances alone.
  package init(texts: Int, isWhole: Bool = true) {
    atTable = arena.lane(texts, of: 0)
    accepted = arena.lane(texts, of: 0)
    worst = arena.lane(isWhole ? texts : 0, of: 0)
    kept = arena.lane(isWhole ? texts : 0, of: 0)
  }

  /// What one tally takes, per text.
  package static let bytesPerText = 24

  package var isWhole: Bool { worst.count > 0 }
  package var texts: Int { accepted.count }

  package func acceptances(of text: Int) -> Int { Int(accepted[text]) }
  package func acceptancesAtTable(of text: Int) -> Int { Int(atTable[text]) }

  /// The mean, over the draws in which a text was accepted, of the probability that it is carried
  /// out to its end; `nil` where it never was.
  package func durability(of text: Int) -> Double? {
    accepted[text] > 0 ? FixedPoint.mean(kept[text], of: Int(accepted[text])) : nil
  }

  /// By how much, on the mean over all draws, the best text of the draw leaves its worst-off party
  /// better off than this one; a text that is not accepted leaves everybody at nothing.
  package func regret(of text: Int) -> Double {
    FixedPoint.mean(best - worst[text], of: draws)
  }

  @inline(__always)
  func noteAtTable(_ text: Int) { atTable[text] += 1 }

  @inline(__always)
  func noteAccepted(_ text: Int, worst surplus: Int64, kept survival: Int64) {
    accepted[text] += 1
    guard isWhole else { return }
    worst[text] += surplus
    kept[text] += survival
  }

  /// A draw was looked at.
  func close(best: Int64?) {
    draws += 1
    if let best {
      openDraws += 1
      self.best += best
    }
  }

  /// A draw was passed over.
  package func pass() { draws += 1 }

  /// Adds what another has counted of the same texts.
  package func merge(_ other: TextTally) {
    draws += other.draws
    openDraws += other.openDraws
    best += other.best
    for text in 0..<atTable.count {
      atTable[text] += other.atTable[text]
      accepted[text] += other.accepted[text]
    }
    for text in 0..<worst.count {
      worst[text] += other.worst[text]
      kept[text] += other.kept[text]
    }
  }

  /// What was counted over all texts: draws, open draws, and the sum of the greatest surpluses.
  package var totals: [Int64] { [Int64(draws), Int64(openDraws), best] }

  /// What was counted of one text: acceptances at the table and in all, and the sums over them.
  package func counts(of text: Int) -> [Int64] {
    [Int64(atTable[text]), Int64(accepted[text])] + (isWhole ? [worst[text], kept[text]] : [])
  }

  /// Adds ``totals``.
  package func add(totals: [Int64]) {
    draws += Int(totals[0])
    openDraws += Int(totals[1])
    best += totals[2]
  }

  /// Adds ``counts(of:)``.
  package func add(counts: [Int64], of text: Int) {
    atTable[text] += Int32(truncatingIfNeeded: counts[0])
    accepted[text] += Int32(truncatingIfNeeded: counts[1])
    guard isWhole else { return }
    worst[text] += counts[2]
    kept[text] += counts[3]
  }
}
