import Bargaining

/// A text put to the test in a draw.
package struct TextTrial: Sendable, Hashable {
  /// What it has to do.
  package enum Test: Sendable, Hashable {
    /// Be acceptable to all.
    case acceptable
    /// Be acceptable to all with so much more for one party.
    case acceptableWith(carrot: Double, party: Int)
    /// Be taken by one party, at the table and by its home.
    case taken(by: Int)
  }

  package let text: Int
  package let test: Test

  package init(text: Int, _ test: Test = .acceptable) {
    self.text = text
    self.test = test
  }

  func succeeds(_ judge: TextJudge) -> Bool {
    switch test {
    case .acceptable: judge.accepts(text)
    case .acceptableWith(let carrot, let party): judge.accepts(text, carrot: carrot, for: party)
    case .taken(let party): judge.takes(text, party)
    }
  }
}

/// In which draws each of some texts is acceptable, or does what else was asked of it.
package struct TextAcceptances: Sendable {
  package let texts: [Int]
  package let draws: Int
  /// Bits, draw after draw: `words[draw * stride + place / 64]`.
  private let words: [UInt64]
  private let stride: Int

  init(texts: [Int], draws: Int, words: [UInt64]) {
    self.texts = texts
    self.draws = draws
    self.words = words
    stride = (texts.count + 63) / 64
  }

  /// Whether the text at a place of ``texts`` is acceptable in a draw.
  package func accepts(_ place: Int, in draw: Int) -> Bool {
    words[draw * stride + place / 64] >> UInt64(place % 64) & 1 == 1
  }

  /// In how many draws it is.
  package func count(of place: Int) -> Int { (0..<draws).count { accepts(place, in: $0) } }

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
