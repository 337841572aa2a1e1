/// How a mediator sees one party when it drafts.
struct Belief: BitwiseCopyable {
  /// In what its errors about options are measured.
  var width = 0.0
  /// Utility at which the surplus is zero, as estimated.
  var threshold = 0.0
  /// beta = 1 + bias.
  var weight = 0.0

  @inline(__always)
  func isSame(as other: Belief) -> Bool {
    // The threshold first: with time it is what mostly changes.
    threshold == other.threshold && width == other.width && weight == other.weight
  }
}

/// What a mediator last drafted for a forum, and from what, so that the same is not drafted twice.
struct LastDraft: BitwiseCopyable {
  /// What came of it, if anything did.
  private(set) var exists = false
  let text: Lane<UInt8>
  /// Whether what it was made from still counts: where it started, gamma, and per party what was
  /// believed.
  private var isKnown = false
  private let origin: Lane<UInt8>
  private var ownInterest = 0.0
  private let beliefs: Lane<Belief>

  init(issues: Int, parties: Int, arena: Arena) {
    text = arena.lane(issues, of: 0)
    origin = arena.lane(issues, of: 0)
    beliefs = arena.lane(parties, of: Belief())
  }

  /// What it was made from counts no longer.
  mutating func forget() { isKnown = false }

  /// Whether it was made from all this.
  @inline(__always)
  func isOf(
    _ origin: Lane<UInt8>, _ beliefs: Lane<Belief>, about members: Lane<Int>, _ ownInterest: Double
  ) -> Bool {
    guard isKnown, self.ownInterest == ownInterest else { return false }
    for party in members where !self.beliefs[party].isSame(as: beliefs[party]) { return false }
    return self.origin.isSame(as: origin)
  }

  @inline(__always)
  mutating func keep(
    _ text: Lane<UInt8>, exists: Bool, from origin: Lane<UInt8>, _ beliefs: Lane<Belief>,
    about members: Lane<Int>, _ ownInterest: Double
  ) {
    self.text.copy(from: text)
    self.origin.copy(from: origin)
    for party in members { self.beliefs[party] = beliefs[party] }
    (self.exists, self.ownInterest, isKnown) = (exists, ownInterest, true)
  }
}
