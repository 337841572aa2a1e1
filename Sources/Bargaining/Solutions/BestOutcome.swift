/// The outcome of greatest value so far; of equals the one of lowest rank.
struct BestOutcome: BitwiseCopyable {
  var rank: UInt64 = 0
  var value = -Double.infinity
  var exists = false

  @inline(__always)
  mutating func offer(_ candidate: Double, _ candidateRank: UInt64) {
    if !exists || candidate > value || candidate == value && candidateRank < rank {
      (value, rank, exists) = (candidate, candidateRank, true)
    }
  }
}
