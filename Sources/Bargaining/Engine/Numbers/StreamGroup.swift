import Randomness

/// Streams from which a number each is drawn at one time, two streams to an instruction.
struct StreamGroup: BitwiseCopyable {
  /// Per stream, and once more where their number is odd: its name, hashed, and random bits.
  private let names: Lane<UInt64>
  private let words: Lane<UInt64>

  init(_ streams: [StreamID], arena: Arena) {
    let pairs = (streams.count + 1) / 2
    names = arena.lane((0..<2 * pairs).map { streams[min($0, streams.count - 1)].value })
    words = arena.lane(2 * pairs, of: 0)
  }

  /// Draws number `index` of each stream, which stays here until the next are drawn.
  @inline(__always)
  func draw(seed: UInt64, run: UInt32, at index: Int) {
    let index = UInt32(truncatingIfNeeded: index)
    var place = 0
    while place < names.count {
      words[wide: place] = RandomStream.words(seed: seed, run: run, streams: names[wide: place], at: index)
      place &+= 2
    }
  }

  /// What was drawn of a stream: in [0, 1), as ``RunNumbers/chance(_:at:)`` gives it.
  @inline(__always)
  func chance(_ stream: Int) -> Double { RandomStream.unit(words[stream]) }

  /// The same bits as a number in (0, 1), the first of the stream where `index` was 0.
  @inline(__always)
  func open(_ stream: Int) -> Double { RandomStream.open(words[stream]) }
}
