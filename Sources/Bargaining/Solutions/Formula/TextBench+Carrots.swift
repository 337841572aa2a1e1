/// What a carrot more for one party would change in the draw at hand.
///
/// It lowers by so much what agreeing must be worth to the party, and to each faction of its home
/// by the share of it that reaches the faction; nothing else is touched.
extension TextBench {
  /// Adds, for every text, the first of some carrots for a party that makes it acceptable.
  ///
  /// - Parameters:
  ///   - sizes: ascending, none negative.
  ///   - pool: the texts to look at, with a place in the tally for each; `nil` for all.
  func addCarrots(_ sizes: [Double], for party: Int, _ pool: [Int]?, to tally: CarrotTally) {
    guard let v = voters.firstIndex(of: party), let most = sizes.last else { return }
    let usual = needed[v]
    needed[v] = thresholds[v] - most - UtilityGrid.tolerance
    defer { needed[v] = usual }
    if let pool {
      for (place, text) in pool.enumerated() {
        let (first, rest) = halves(of: text)
        guard isTaken(first, rest), let size = firstCarrot(first, rest, v, sizes) else { continue }
        tally.note(place, size)
      }
    } else {
      forEachTaken { first, rest in
        if let size = firstCarrot(first, rest, v, sizes) {
          tally.note(first * texts.restCount + rest, size)
        }
      }
    }
  }

  /// Whether a text is acceptable with a carrot for a party.
  func accepts(_ text: Int, carrot: Double, for party: Int) -> Bool {
    guard let v = voters.firstIndex(of: party) else { return accepts(text) }
    let usual = needed[v]
    needed[v] = thresholds[v] - carrot - UtilityGrid.tolerance
    defer { needed[v] = usual }
    let (first, rest) = halves(of: text)
    return isTaken(first, rest) && firstCarrot(first, rest, v, [carrot]) != nil
  }

  /// The place of the least carrot for a voter by which a text is acceptable that is worth to all
  /// others what they need, and to this one what it needs less the greatest.
  @inline(never)
  private func firstCarrot(_ first: Int, _ rest: Int, _ v: Int, _ sizes: [Double]) -> Int? {
    lay(first, rest)
    for w in 0..<voters.count where w != v {
      if view.wouldNotLast(options, worth: worths[w].utility(first, rest), for: voters[w]) { return nil }
      guard ownHomes[w].isEmpty || ownHomes[w].pass(options) else { return nil }
    }
    let utility = worths[v].utility(first, rest)
    return sizes.firstIndex { size in
      utility >= thresholds[v] - size - UtilityGrid.tolerance
        && !view.wouldNotLast(options, worth: utility, for: voters[v], carrot: size)
        && (ownHomes[v].isEmpty || ownHomes[v].pass(options, carrot: size))
    }
  }
}

/// In how many draws each text is acceptable with one of several carrots for one party.
package final class CarrotTally: @unchecked Sendable {
  package let texts: Int
  private let sizes: Int
  /// Per size, per text: draws in which this is the least size that makes it acceptable.
  private let counts: Lane<Int32>
  private let arena = Arena()

  package init(texts: Int, sizes: Int) {
    self.texts = texts
    self.sizes = sizes
    counts = arena.lane(texts * sizes, of: 0)
  }

  @inline(__always)
  func note(_ text: Int, _ size: Int) { counts[size * texts + text] += 1 }

  /// Draws in which a text is acceptable with the carrot at a place, or a smaller one.
  package func acceptances(of text: Int, at size: Int) -> Int {
    (0...size).reduce(0) { $0 + Int(counts[$1 * texts + text]) }
  }

  /// Adds what another has counted of the same texts and carrots.
  package func merge(_ other: CarrotTally) {
    for place in 0..<counts.count { counts[place] += other.counts[place] }
  }

  /// What one takes for each text and carrot.
  package static let bytesPerCount = 4
}
