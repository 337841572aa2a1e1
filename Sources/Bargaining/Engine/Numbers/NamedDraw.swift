import Randomness

/// Draws of a run among things that have names, each as likely as any other: the same whatever the
/// order in which the file lists them.
struct NamedDraw: BitwiseCopyable {
  /// Per thing: its name, hashed.
  private let names: Lane<UInt64>
  /// Per thing: its lot, while things are put into order.
  private let lots: Lane<UInt64>

  /// - Parameter names: with the path that tells them from things of other kinds, such as
  ///   `forums.paris`.
  init(_ names: [String], arena: Arena) { self.init(words: names.map { StreamID($0).value }, arena: arena) }

  /// - Parameter words: names as ``StreamID`` hashes them.
  init(words: [UInt64], arena: Arena) {
    names = arena.lane(words)
    lots = arena.lane(words.count, of: 0)
  }

  /// The lot of one of them; the least is drawn.
  @inline(__always)
  func lot(of index: Int, _ draw: Double) -> UInt64 { StreamID.mix(draw.bitPattern ^ names[index]) }

  /// Puts things into the order of their lots.
  ///
  /// - Parameters:
  ///   - order: indices of things, rearranged in place; a few, since each is held against all.
  ///   - draw: of one stream at one round.
  func shuffle(_ order: Lane<Int>, _ draw: Double) {
    let lots = lots
    for index in order { lots[index] = lot(of: index, draw) }
    for place in 1..<max(order.count, 1) {
      let index = order[place]
      var free = place
      while free > 0, lots[index] < lots[order[free &- 1]] {
        order[free] = order[free &- 1]
        free &-= 1
      }
      order[free] = index
    }
  }

  /// One of several.
  func one(of indices: some Sequence<Int>, _ draw: Double) -> Int? {
    indices.min { lot(of: $0, draw) < lot(of: $1, draw) }
  }
}
