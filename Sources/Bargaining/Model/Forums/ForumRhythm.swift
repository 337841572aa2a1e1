/// When a forum sits: in rounds `first`, `first + every`, `first + 2 every`, …
struct ForumRhythm: BitwiseCopyable {
  let every: Int
  let first: Int

  @inline(__always)
  func sits(in round: Int) -> Bool {
    // Most forums sit every round, which needs no division.
    round >= first && (every == 1 || (round - first) % every == 0)
  }

  func sittings(in rounds: Int) -> Int {
    rounds <= first ? 0 : (rounds - 1 - first) / every + 1
  }
}
