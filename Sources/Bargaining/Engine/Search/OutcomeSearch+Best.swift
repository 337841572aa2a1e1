extension OutcomeSearch {
  /// Gives every outcome a score, a sum over issues, for ``best(notBelow:)``.
  ///
  /// Complexity: O(sqrt n) for n entries of a half.
  /// - Parameter slotScores: per slot, what the option adds to the score. Integers, so that sums
  ///   are exact.
  mutating func score(by slotScores: Lane<Int32>) {
    left.score(by: slotScores)
    right.score(by: slotScores)
  }

  /// Among the outcomes worth at least `target` that cross no own red line, the one with the
  /// greatest score; of equals the one of greatest own utility, then of lowest rank.
  ///
  /// An entry matters only if no other of its class is both worth as much and scores as much: each
  /// half comes down to a staircase of few entries per class, which is kept until scores change,
  /// and a search walks pairs of staircases. (A walk through the corner of the halves themselves
  /// takes twice the time on the Paris scenario.) Complexity: O(n) for n entries of a half above
  /// the target when scores are new; then, the entries of the staircases.
  mutating func best(notBelow target: Double) -> Best {
    var best = Best()
    for index in 0..<pairs.count { walk(pairs[index], target, &best) }
    return best
  }

  /// The answer to ``best(notBelow:)``.
  struct Best: BitwiseCopyable {
    var found = Found()
    var score = Int32.min
    /// Whether others that score the same may be worth the same as the found one; if not, none is.
    var isTied = false
  }

  @inline(__always)
  private mutating func walk(_ pair: Pair, _ target: Double, _ best: inout Best) {
    let (leftCount, rightCount) = (left.live[pair.left], right.live[pair.right])
    guard leftCount > 0, rightCount > 0 else { return }
    let (leftStart, rightStart) = (left.starts[pair.left], right.starts[pair.right])
    // With room for rounding: targets are not on the grid of utilities.
    let needed = target - pair.bonus - UtilityGrid.tolerance
    let leftTop = left.keys[leftStart + leftCount - 1]
    let rightTop = right.keys[rightStart + rightCount - 1]
    guard leftTop + rightTop >= needed else { return }
    left.climbDown(pair.left, to: needed - rightTop)
    right.climbDown(pair.right, to: needed - leftTop)

    let steps = left.scores.found[pair.left]
    var j = right.scores.found[pair.right] - 1
    guard steps > 0, j >= 0 else { return }
    // The last steps score most. Of pairs of classes that score as much, each may have the outcome
    // of greatest utility.
    let most = left.scores.stairScores[leftStart + steps - 1] + right.scores.stairScores[rightStart + j]
    if most < best.score { return }
    for i in 0..<steps {
      let a = leftStart + Int(left.scores.stairs[leftStart + i])
      while j >= 0, left.keys[a] + pair.bonus + right.key(ofStair: j, rightStart) < target { j -= 1 }
      if j < 0 { return }
      let score = left.scores.stairScores[leftStart + i] + right.scores.stairScores[rightStart + j]
      let b = rightStart + Int(right.scores.stairs[rightStart + j])
      let utility = left.keys[a] + pair.bonus + right.keys[b]
      if score < best.score || score == best.score && utility < best.found.utility - UtilityGrid.tolerance {
        continue
      }
      let isOther = score > best.score || utility > best.found.utility + UtilityGrid.tolerance
      best.isTied = !isOther || left.scores.isTied[leftStart + i] || right.scores.isTied[rightStart + j]
      if !isOther, utility < best.found.utility { continue }
      let found = Found(left: Int(left.ids[a]), right: Int(right.ids[b]), utility: utility)
      if isOther || utility > best.found.utility || precedes(found, best.found) {
        best.found = found
        best.score = score
      }
    }
  }
}
