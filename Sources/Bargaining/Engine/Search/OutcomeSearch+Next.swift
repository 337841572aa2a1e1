extension OutcomeSearch {
  /// The outcome that comes after another in the order of falling utility and, of equals, rising
  /// rank.
  ///
  /// Complexity: two searches of targets that fall, and a look along the frontier for equals. Who
  /// goes down a list comes from the last answer, so little moves.
  mutating func next(after found: Found) -> Found {
    let edge = lowest(falling: found.utility).below
    var best = Found()
    for index in 0..<pairs.count { findEquals(pairs[index], index, of: found, &best) }
    if best.exists { return best }
    return edge > -.infinity ? lowest(falling: edge).found : Found()
  }

  /// The outcome of lowest rank after that of `found` among those of exactly its utility, which is
  /// the frontier's target.
  private mutating func findEquals(_ pair: Pair, _ index: Int, of found: Found, _ best: inout Found) {
    let leftStart = left.starts[pair.left]
    let rightStart = right.starts[pair.right]
    let rightCount = right.live[pair.right]
    let leftCount = left.live[pair.left]
    guard leftCount > 0, rightCount > 0 else { return }
    let b = right.keys.slice(rightStart, rightCount)
    var j = rightCount
    for i in (frontier.isKept ? frontier.edges[index].first : 0)..<leftCount {
      let base = left.keys[leftStart + i] + pair.bonus
      // The first right entry that reaches the utility.
      if frontier.isKept {
        j = Int(frontier.places[frontier.edges[index].start + i])
      } else {
        while j > 0, base + b[j - 1] >= found.utility { j -= 1 }
      }
      var equal = j
      while equal < rightCount, base + b[equal] == found.utility {
        let candidate = Found(
          left: Int(left.ids[leftStart + i]), right: Int(right.ids[rightStart + equal]),
          utility: found.utility)
        equal += 1
        if candidate.left == found.left, candidate.right == found.right { continue }
        if precedes(found, candidate), !best.exists || precedes(candidate, best) { best = candidate }
      }
    }
  }
}
