import Randomness

/// The scratch for choosing among outcomes that are worth the same to a party.
struct TieDraw: BitwiseCopyable {
  /// Per slot: what the option adds to the key of an outcome.
  let keys: Lane<TieKey>
  /// Per slot: the name of the option, hashed, and random bits of the draw at hand.
  private let names: Lane<UInt64>
  let words: Lane<UInt64>
  private let offsets: Lane<Int>

  /// Above this many the draw goes by sums over options.
  static let mostDrawn: UInt64 = 65_536

  init(layout: IssueLayout, arena: Arena) {
    keys = arena.lane(layout.slotCount, of: TieKey())
    names = arena.lane(layout.names)
    words = arena.lane(layout.slotCount, of: 0)
    offsets = arena.lane(layout.offsets)
  }

  /// A draw of its own for each option, and by ``mixed(_:)`` of their sum for each outcome.
  func shuffle(_ numbers: RunNumbers, _ stream: StreamID, round: Int) {
    let draw = numbers.chance(stream, at: round)
    for slot in 0..<names.count { words[slot] = Self.mixed(draw.bitPattern ^ names[slot]) }
  }

  /// What is drawn becomes the last part of the key: sums of 48 bits.
  func keyByDraw() {
    for slot in 0..<words.count { keys[slot][3] = Int64(words[slot] >> 16) }
  }

  @inline(__always)
  static func mixed(_ word: UInt64) -> UInt64 { StreamID.mix(word) }

  func key(of options: Lane<UInt8>) -> TieKey {
    var sum = TieKey()
    for k in 0..<offsets.count { sum &+= keys[offsets[k] + Int(options[k])] }
    return sum
  }

  func draw(of options: Lane<UInt8>) -> UInt64 {
    var sum: UInt64 = 0
    for k in 0..<offsets.count { sum &+= words[offsets[k] + Int(options[k])] }
    return Self.mixed(sum)
  }
}
