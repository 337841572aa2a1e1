/// One forum in one run: the offer that stands and who has accepted it.
struct ForumState: BitwiseCopyable {
  /// Party whose offer stands, or -1.
  var proposer = -1
  var standing: Lane<UInt8>
  /// What the standing offer is worth to each party.
  var utilities: Lane<Double>
  /// Bit per party that accepted the standing offer, in a row.
  var accepted: UInt32 = 0
  /// Per party: its last offer here, what that is worth to each member, and whether it made one.
  let offers: Lane<UInt8>
  let worths: Lane<Double>
  var offered: UInt32 = 0
  /// Whether ``standing`` holds a single text, and for how many sittings it has been worked on.
  var hasText = false
  var sittings = 0
  /// The text that was discussed here last, whoever tabled it.
  private let discussed: Lane<UInt8>
  private var hasDiscussed = false
  /// Bits of the members, and of those whose consent a deal needs.
  let members: UInt32
  let vetoes: UInt32

  /// Nothing stands any more.
  mutating func clear() {
    proposer = -1
    accepted = 0
  }

  /// As before the first sitting: nobody has offered anything, there is no text.
  mutating func reset() {
    clear()
    offered = 0
    hasText = false
    sittings = 0
    hasDiscussed = false
  }

  /// The text that was discussed here last; `nil` before the first.
  var lastDiscussed: Lane<UInt8>? { hasDiscussed ? discussed : nil }

  /// A text is put to the members.
  mutating func discuss(_ text: Lane<UInt8>) {
    discussed.copy(from: text)
    hasDiscussed = true
  }

  init(forum: Forum, parties: [Party], issues: Int, arena: Arena) {
    standing = arena.lane(issues, of: 0)
    discussed = arena.lane(issues, of: 0)
    utilities = arena.lane(parties.count, of: 0)
    offers = arena.lane(issues * parties.count, of: 0)
    worths = arena.lane(parties.count * parties.count, of: 0)
    members = forum.members.reduce(0) { $0 | .bit($1) }
    vetoes = forum.members.reduce(0) { $0 | (parties[$1].hasVeto ? .bit($1) : 0) }
  }
}
