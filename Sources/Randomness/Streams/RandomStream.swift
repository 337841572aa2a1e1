/// A sequence of random numbers fixed by a seed, a run and a ``StreamID``, and by nothing else.
///
/// Draws come from ``Philox4x32`` with the counter laid out as
///
/// | word 0 | word 1 | words 2 and 3 | key |
/// |---|---|---|---|
/// | block, from 0 | run | stream identifier | seed |
///
/// Each block gives two 64-bit words, so that a stream holds 2^33 of them before it repeats; a run
/// draws a few thousand. Streams that differ in seed, run or identifier never share a counter and
/// key, and so are statistically independent. Nothing is allocated.
public struct RandomStream: RandomNumberGenerator, Sendable {
  @usableFromInline let key: UInt64
  @usableFromInline let identifier: UInt64
  /// Counter words 0 and 1 of the next block: the block in the low half, the run in the high half.
  @usableFromInline var position: UInt64
  /// The second word of the last block, if it is still to be handed out.
  @usableFromInline var spare: UInt64
  @usableFromInline var hasSpare: Bool

  /// The stream at its beginning.
  ///
  /// - Parameters:
  ///   - seed: The seed of the whole study: any number.
  ///   - run: Which run (replication), from 0.
  ///   - stream: What is drawn.
  @inlinable @inline(__always)
  public init(seed: UInt64, run: UInt32, stream: StreamID) {
    key = seed
    identifier = stream.value
    position = UInt64(run) &<< 32
    spare = 0
    hasSpare = false
  }

  /// The next 64 random bits.
  @inlinable @inline(__always)
  public mutating func next() -> UInt64 {
    if hasSpare {
      hasSpare = false
      return spare
    }
    let (first, second) = Philox4x32.words(low: position, high: identifier, key: key)
    // The block wraps within its own word; a carry would run into the next run's numbers.
    position = position & 0xFFFF_FFFF_0000_0000 | UInt64(UInt32(truncatingIfNeeded: position) &+ 1)
    spare = second
    hasSpare = true
    return first
  }

  /// The next number uniform on [0, 1): a multiple of 2^-53, each as likely as any other.
  @inlinable @inline(__always)
  public mutating func uniform() -> Double {
    RandomStream.unit(next())
  }

  /// The next number uniform on (0, 1): an odd multiple of 2^-53, the middle of one of 2^52 equal
  /// cells. Neither end occurs, so that it may be put into any quantile function.
  @inlinable @inline(__always)
  public mutating func open() -> Double {
    RandomStream.open(next())
  }

  /// The number on (0, 1) that random bits stand for; see ``open()``.
  @inlinable @inline(__always)
  package static func open(_ word: UInt64) -> Double {
    Double((word &>> 12) &<< 1 | 1) * 0x1p-53
  }

  /// The next whole number uniform on 0..<n, without bias (Lemire 2019, doi:10.1145/3230636).
  ///
  /// - Parameter n: How many values there are. 1 gives 0; 0 stands for 2^64 and gives any word.
  @inlinable
  public mutating func below(_ n: UInt64) -> UInt64 {
    if n == 0 { return next() }
    var product = next().multipliedFullWidth(by: n)
    if product.low < n {
      let short = (0 &- n) % n
      // Rejected with a probability below 1/2 each time. What is left of a bias after so many
      // times, no test could see.
      for _ in 0..<128 where product.low < short {
        product = next().multipliedFullWidth(by: n)
      }
    }
    return product.high
  }

  /// The uniform number on [0, 1) at `index`, without any state: the first of the two that block
  /// `index` gives.
  ///
  /// For what is drawn once a round, so that the draw of round r is the same whatever happened
  /// before. It equals draw number 2 `index` (from 0) of ``uniform()`` on a fresh stream.
  @inlinable @inline(__always)
  public static func uniform(seed: UInt64, run: UInt32, stream: StreamID, at index: UInt32) -> Double {
    let low = UInt64(index) | UInt64(run) &<< 32
    return unit(Philox4x32.words(low: low, high: stream.value, key: seed).low)
  }

  /// The random bits of ``uniform(seed:run:stream:at:)`` for two streams, given as
  /// ``StreamID/value``; at index 0 they are those that ``next()`` gives first.
  @inlinable @inline(__always)
  package static func words(
    seed: UInt64, run: UInt32, streams: SIMD2<UInt64>, at index: UInt32
  ) -> SIMD2<UInt64> {
    Philox4x32.lowWords(low: UInt64(index) | UInt64(run) &<< 32, highs: streams, key: seed)
  }

  /// The number on [0, 1) that random bits stand for; see ``uniform()``.
  @inlinable @inline(__always)
  package static func unit(_ word: UInt64) -> Double {
    Double(word &>> 11) * 0x1p-53
  }
}
