import Bargaining

/// Who refused some texts, draw by draw added up, and what would have won them.
package struct TextRefusals: Sendable, Equatable {
  /// One party's refusals of one text.
  package struct Refusal: Sendable, Equatable {
    /// Draws in which it refuses.
    package var count = 0
    /// Per issue: draws in which it refuses and that issue alone, moved to some other option, would
    /// win it.
    package var winning: [Int]
    /// Per issue, per option that the agenda allows it: draws in which it refuses and that option,
    /// put in alone, would win it.
    package var wins: [Int]
  }

  /// Per text, per party of the scenario.
  package fileprivate(set) var refusals: [[Refusal]]
  package fileprivate(set) var draws = 0

  fileprivate init(texts: Int, parties: Int, issues: Int, slots: Int) {
    let none = Refusal(
      winning: Array(repeating: 0, count: issues), wins: Array(repeating: 0, count: slots))
    refusals = Array(repeating: Array(repeating: none, count: parties), count: texts)
  }

  fileprivate mutating func merge(_ other: TextRefusals) {
    draws += other.draws
    for text in refusals.indices {
      for party in refusals[text].indices {
        refusals[text][party].count += other.refusals[text][party].count
        for issue in refusals[text][party].winning.indices {
          refusals[text][party].winning[issue] += other.refusals[text][party].winning[issue]
        }
        for slot in refusals[text][party].wins.indices {
          refusals[text][party].wins[slot] += other.refusals[text][party].wins[slot]
        }
      }
    }
  }
}

extension TextSurvey {
  /// Who refuses some texts, and what would win them.
  ///
  /// - Parameter texts: numbers in the space.
  /// - Returns: `nil` when it was stopped.
  package func refusals(
    of texts: [Int], shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> TextRefusals? {
    let (parties, issues) = (scenario.parties.count, scenario.issues.count)
    let slots = (0..<issues).reduce(0) { $0 + pool.space.allowed(of: $1).count }
    return sum(
      from: TextRefusals(texts: texts.count, parties: parties, issues: issues, slots: slots),
      shouldStop: shouldStop, onProgress: onProgress,
      addDraw: { sum, judge, _ in
        sum.draws += 1
        for (place, text) in texts.enumerated() {
          var refusers = judge.refusers(of: text)
          while refusers != 0 {
            let party = refusers.trailingZeroBitCount
            refusers &= refusers - 1
            sum.refusals[place][party].count += 1
            var issues = judge.addWins(over: text, of: party, to: &sum.refusals[place][party].wins)
            while issues != 0 {
              sum.refusals[place][party].winning[issues.trailingZeroBitCount] += 1
              issues &= issues - 1
            }
          }
        }
      }, merge: { $0.merge($1) })
  }

  /// In how many of the draws in which a party refuses a text it takes others.
  ///
  /// - Parameter cases: a text, a party, and the other texts.
  /// - Returns: per case, per other text; `nil` when it was stopped.
  package func wins(
    _ cases: [(text: Int, party: Int, others: [Int])],
    shouldStop: @escaping @Sendable () -> Bool = { false }
  ) -> [[Int]]? {
    sum(
      from: cases.map { $0.others.map { _ in 0 } }, shouldStop: shouldStop, onProgress: { _ in },
      addDraw: { sum, judge, _ in
        for (place, each) in cases.enumerated() where !judge.takes(each.text, each.party) {
          for (other, text) in each.others.enumerated() where judge.takes(text, each.party) {
            sum[place][other] += 1
          }
        }
      },
      merge: { sum, other in
        for place in sum.indices {
          for text in sum[place].indices { sum[place][text] += other[place][text] }
        }
      })
  }

  /// In which draws each of some texts is acceptable.
  ///
  /// - Returns: `nil` when it was stopped.
  package func acceptances(
    of texts: [Int], shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> TextAcceptances? {
    verdicts(
      on: texts.map { TextTrial(text: $0) }, in: 0..<plan.draws, shouldStop: shouldStop,
      onProgress: onProgress)
  }

  /// What comes of some trials in draws of their own.
  ///
  /// - Parameter draws: which; the plan's are those from 0 on.
  /// - Returns: `nil` when it was stopped.
  package func verdicts(
    on trials: [TextTrial], in draws: Range<Int>,
    shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> TextAcceptances? {
    let stride = (trials.count + 63) / 64
    let parts = sum(
      from: [(draw: Int, words: [UInt64])](), in: draws, shouldStop: shouldStop, onProgress: onProgress,
      addDraw: { sum, judge, draw in
        var words = [UInt64](repeating: 0, count: stride)
        for (place, trial) in trials.enumerated() where trial.succeeds(judge) {
          words[place / 64] |= 1 << UInt64(place % 64)
        }
        sum.append((draw - draws.lowerBound, words))
      }, merge: { $0 += $1 })
    guard let parts else { return nil }
    var words = [UInt64](repeating: 0, count: draws.count * stride)
    for (draw, part) in parts {
      for word in part.indices { words[draw * stride + word] = part[word] }
    }
    return TextAcceptances(texts: trials.map(\.text), draws: draws.count, words: words)
  }
}
