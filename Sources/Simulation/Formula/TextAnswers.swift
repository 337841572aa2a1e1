import Bargaining

/// Who refused some texts, draw by draw added up, and over what.
package struct TextRefusals: Sendable, Equatable {
  /// One party's refusals of one text.
  package struct Refusal: Sendable, Equatable {
    /// Draws in which it refuses.
    package var count = 0
    /// Per issue: draws in which it refuses and that issue alone, moved to some other option, would
    /// win it.
    package var winning: [Int]
  }

  /// Per text, per party of the scenario.
  package fileprivate(set) var refusals: [[Refusal]]
  package fileprivate(set) var draws = 0

  fileprivate init(texts: Int, parties: Int, issues: Int) {
    refusals = Array(
      repeating: Array(repeating: Refusal(winning: Array(repeating: 0, count: issues)), count: parties),
      count: texts)
  }

  fileprivate mutating func merge(_ other: TextRefusals) {
    draws += other.draws
    for text in refusals.indices {
      for party in refusals[text].indices {
        refusals[text][party].count += other.refusals[text][party].count
        for issue in refusals[text][party].winning.indices {
          refusals[text][party].winning[issue] += other.refusals[text][party].winning[issue]
        }
      }
    }
  }
}

/// In which draws each of some texts is acceptable.
package struct TextAcceptances: Sendable {
  package let texts: [Int]
  package let draws: Int
  /// Bits, draw after draw: `words[draw * stride + place / 64]`.
  private let words: [UInt64]
  private let stride: Int

  fileprivate init(texts: [Int], draws: Int, words: [UInt64]) {
    self.texts = texts
    self.draws = draws
    self.words = words
    stride = (texts.count + 63) / 64
  }

  /// Whether the text at a place of ``texts`` is acceptable in a draw.
  package func accepts(_ place: Int, in draw: Int) -> Bool {
    words[draw * stride + place / 64] >> UInt64(place % 64) & 1 == 1
  }

  /// Calls `body` with the place of every text that is acceptable in a draw, in their order.
  package func forEachPlace(in draw: Int, _ body: (Int) -> Void) {
    for word in 0..<stride {
      var rest = words[draw * stride + word]
      while rest != 0 {
        body(word * 64 + rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }
}

extension TextSurvey {
  /// Who refuses some texts, and over what.
  ///
  /// - Returns: `nil` when it was stopped.
  package func refusals(
    of texts: [Int], shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> TextRefusals? {
    let (parties, issues) = (scenario.parties.count, scenario.issues.count)
    return sum(
      from: TextRefusals(texts: texts.count, parties: parties, issues: issues), shouldStop: shouldStop,
      onProgress: onProgress,
      addDraw: { sum, judge, _ in
        sum.draws += 1
        for (place, text) in texts.enumerated() {
          var refusers = judge.refusers(of: text)
          while refusers != 0 {
            let party = refusers.trailingZeroBitCount
            refusers &= refusers - 1
            sum.refusals[place][party].count += 1
            var issues = judge.winningIssues(of: text, for: party)
            while issues != 0 {
              sum.refusals[place][party].winning[issues.trailingZeroBitCount] += 1
              issues &= issues - 1
            }
          }
        }
      }, merge: { $0.merge($1) })
  }

  /// In which draws each of some texts is acceptable.
  ///
  /// - Returns: `nil` when it was stopped.
  package func acceptances(
    of texts: [Int], shouldStop: @escaping @Sendable () -> Bool = { false },
    onProgress: @escaping @Sendable (Int) -> Void = { _ in }
  ) -> TextAcceptances? {
    let stride = (texts.count + 63) / 64
    let parts = sum(
      from: [(draw: Int, words: [UInt64])](), shouldStop: shouldStop, onProgress: onProgress,
      addDraw: { sum, judge, draw in
        var words = [UInt64](repeating: 0, count: stride)
        for (place, text) in texts.enumerated() where judge.accepts(text) {
          words[place / 64] |= 1 << UInt64(place % 64)
        }
        sum.append((draw, words))
      }, merge: { $0 += $1 })
    guard let parts else { return nil }
    var words = [UInt64](repeating: 0, count: plan.draws * stride)
    for (draw, part) in parts {
      for word in part.indices { words[draw * stride + word] = part[word] }
    }
    return TextAcceptances(texts: texts, draws: plan.draws, words: words)
  }
}
