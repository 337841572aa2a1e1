/// The distinct offers that a MiCRO party has made and received in a run.
///
/// They are kept in an open-addressing table per sender, twice as large as the offers there can be,
/// so that adding is O(1).
struct OfferLedger: BitwiseCopyable {
  private struct Tally: BitwiseCopyable {
    var sent = 0
  }

  /// Ranks of own distinct offers, in the order in which they were made.
  private let made: Lane<UInt64>
  private let tally: Lane<Tally>
  /// Per sender, oneself included (mediators are the last): ranks + 1, 0 for a free place.
  private let tables: Lane<UInt64>
  private let received: Lane<Int>
  private let width: Int

  /// - Parameter mostOffers: how many distinct offers one sender can make in a run; 0 for a ledger
  ///   that is never used.
  init(parties: Int, mostOffers: Int, arena: Arena) {
    let width = Self.width(for: mostOffers)
    self.width = width
    made = arena.lane(mostOffers, of: 0)
    tally = arena.lane(1, of: Tally())
    tables = arena.lane(width * (parties + 1), of: 0)
    received = arena.lane(parties + 1, of: 0)
  }

  /// The length of the table of a sender: a power of two.
  private static func width(for mostOffers: Int) -> Int {
    var width = mostOffers == 0 ? 0 : 4
    while width < 2 * mostOffers { width *= 2 }
    return width
  }

  /// What a ledger takes.
  static func bytes(parties: Int, mostOffers: Int) -> Int {
    8 * (mostOffers + width(for: mostOffers) * (parties + 1))
  }

  var sent: Int { tally[0].sent }

  func reset() {
    guard width > 0 else { return }
    tally[0].sent = 0
    tables.fill(0)
    received.fill(0)
  }

  /// Notes an offer of a party, or of a mediator (-1); one that was seen before counts once.
  func receive(_ rank: UInt64, from sender: Int) {
    let row = sender < 0 ? received.count - 1 : sender
    guard width > 0, received[row] < width / 2 else { return }
    let place = place(of: rank, in: row)
    if tables[place] != 0 { return }
    tables[place] = rank + 1
    received[row] += 1
  }

  /// Where a rank is in the table of a sender, or would be put.
  private func place(of rank: UInt64, in row: Int) -> Int {
    let table = tables.slice(row * width, width)
    // Fibonacci hashing; the place depends on the rank alone.
    var place = Int(truncatingIfNeeded: (rank &* 0x9E37_79B9_7F4A_7C15) >> 32) & (width - 1)
    while table[place] != 0, table[place] != rank + 1 { place = (place + 1) & (width - 1) }
    return row * width + place
  }

  /// How many distinct offers one has had in return: the fewest that some other party made, or the
  /// mediators' texts if those are more (where offers are confidential, texts are all that is
  /// seen).
  func returned(to party: Int, parties: Int) -> Int {
    var fewest = Int.max
    for other in 0..<parties where other != party { fewest = min(fewest, received[other]) }
    return max(fewest, received[received.count - 1])
  }

  /// Notes an own new offer of a party.
  func send(_ rank: UInt64, from party: Int) {
    guard tally[0].sent < made.count else { return }
    made[tally[0].sent] = rank
    tally[0].sent += 1
    receive(rank, from: party)
  }

  /// Whether a party has noted an offer as its own.
  func hasSent(_ rank: UInt64, from party: Int) -> Bool { tables[place(of: rank, in: party)] != 0 }

  /// The rank of an own earlier offer.
  func sentRank(_ index: Int) -> UInt64 { made[index] }
}
