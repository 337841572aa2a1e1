extension OutcomeSearch {
  /// Gives every outcome a score, a sum over issues, for ``best(notBelow:)``.
  ///
  /// Complexity: O(sqrt n) for n entries of a half.
  /// - Parameter slotScores: per slot, what the option adds to the score. Integers, so that sums are exact.
  func score(by slotScores: Lane<Int32>) {
    left.score(by: slotScores)
    right.score(by: slotScores)
  }

  /// Among the outcomes worth at least `target` that cross no own red line, the one with the greatest score; of equals the
  /// one of greatest own utility, then of lowest rank.
  ///
  /// As the left entry rises in utility, ever more right entries reach the target; the best of those is kept along.
  /// Complexity: that of ``lowest(notBelow:)``.
  func best(notBelow target: Double) -> Found {
    var best = Found()
    var bestScore = Int32.min
    for index in 0..<pairs.count { walk(index, target, &best, &bestScore) }
    return best
  }

  @inline(__always)
  private func walk(_ index: Int, _ target: Double, _ best: inout Found, _ bestScore: inout Int32) {
    let pair = pairs[index]
    let leftCount = left.live[pair.left]
    let rightCount = right.live[pair.right]
    guard leftCount > 0, rightCount > 0 else { return }
    let (leftStart, rightStart) = (left.starts[pair.left], right.starts[pair.right])
    let (a, leftIDs) = (left.keys.slice(leftStart, leftCount), left.ids.slice(leftStart, leftCount))
    let (b, rightIDs) = (right.keys.slice(rightStart, rightCount), right.ids.slice(rightStart, rightCount))

    // The first left entry that reaches the target with the best right entry.
    let top = b[rightCount - 1] + pair.bonus
    var low = pair.corner
    while low > 0, a[low - 1] + top >= target { low -= 1 }
    while low < leftCount, a[low] + top < target { low += 1 }
    pairs[index].corner = low

    var j = rightCount
    var partner = -1
    var partnerScore = Int32.min
    var partnerKey = -Double.infinity
    for i in low..<leftCount {
      let base = a[i] + pair.bonus
      while j > 0, base + b[j - 1] >= target {
        j -= 1
        let entry = Int(rightIDs[j])
        let score = right.scores[entry]
        // Walking downwards, an equal key comes with a lower entry number, hence a lower rank.
        if score > partnerScore || score == partnerScore && b[j] >= partnerKey {
          (partner, partnerScore, partnerKey) = (entry, score, b[j])
        }
      }
      let entry = Int(leftIDs[i])
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
