extension OutcomeSearch {
  /// Gives every outcome a score, a sum over issues, for ``best(notBelow:)``.
  ///
  /// Complexity: one pass over the entries.
  /// - Parameter slotScores: per slot, what the option adds to the score. Integers, so that sums are exact.
  func score(by slotScores: Lane<Int32>) {
    left.expand(slotScores, into: left.scores)
    right.expand(slotScores, into: right.scores)
  }

  /// Among the outcomes worth at least `target` that cross no own red line, the one with the greatest score; of equals the
  /// one of greatest own utility, then of lowest rank.
  ///
  /// As the left entry rises in utility, ever more right entries reach the target; the best of those is kept along.
  /// Complexity: that of ``lowest(notBelow:)``.
  func best(notBelow target: Double) -> Found {
    var best = Found()
    var bestScore = Int32.min
    for index in 0..<pairs.count { walk(pairs[index], target, &best, &bestScore) }
    return best
  }

  @inline(__always)
  private func walk(_ pair: Pair, _ target: Double, _ best: inout Found, _ bestScore: inout Int32) {
    let leftCount = left.live[pair.left]
    let rightCount = right.live[pair.right]
    guard leftCount > 0, rightCount > 0 else { return }
    let leftStart = left.starts[pair.left]
    let rightStart = right.starts[pair.right]
    var j = rightCount
    var partner = -1
    var partnerScore = Int32.min
    var partnerKey = -Double.infinity
    let top = right.keys[rightStart + rightCount - 1]
    // The first left entry that reaches the target with the best right entry.
    var (low, high) = (0, leftCount)
    while low < high {
      let middle = (low + high) >> 1
      let reaches = left.keys[leftStart + middle] + pair.bonus + top >= target
      if reaches { high = middle } else { low = middle + 1 }
    }
    for i in low..<leftCount {
      let base = left.keys[leftStart + i] + pair.bonus
      while j > 0, base + right.keys[rightStart + j - 1] >= target {
        j -= 1
        let entry = Int(right.ids[rightStart + j])
        let score = right.scores[entry]
        let key = right.keys[rightStart + j]
        // Walking downwards, an equal key comes with a lower entry number, hence a lower rank.
        if score > partnerScore || score == partnerScore && key >= partnerKey {
          (partner, partnerScore, partnerKey) = (entry, score, key)
        }
      }
      guard partner >= 0 else { continue }
      let entry = Int(left.ids[leftStart + i])
      let score = left.scores[entry] + partnerScore
      let utility = base + partnerKey
      if score < bestScore || score == bestScore && utility < best.utility { continue }
      let found = Found(left: entry, right: partner, utility: utility)
      if score > bestScore || utility > best.utility || precedes(found, best) {
        best = found
        bestScore = score
      }
    }
  }
}
