/// Philox4x32-10, a counter-based random generator: a bijection of 128-bit counters, chosen by a
/// 64-bit key, whose outputs for successive counters pass the statistical batteries of TestU01.
///
/// Salmon, Moraes, Dror, Shaw (2011), *Parallel random numbers: as easy as 1, 2, 3*,
/// doi:10.1145/2063384.2063405. Because it is a pure function of counter and key, draw number n of
/// any stream is had without the n - 1 before it, on any thread or machine.
public enum Philox4x32 {
  /// The four output words for a counter and a key.
  ///
  /// - Parameters:
  ///   - counter: Four 32-bit words, the least significant first.
  ///   - key: Two 32-bit words, the least significant first.
  /// - Returns: Four words, each uniform on 0...2^32 - 1, in the order of the reference
  ///   implementation.
  /// - Complexity: Ten rounds of two 32 x 32 -> 64 bit multiplications; no memory is touched.
  @inlinable @inline(__always)
  public static func block(counter: SIMD4<UInt32>, key: SIMD2<UInt32>) -> SIMD4<UInt32> {
    let (low, high) = words(
      low: UInt64(counter[0]) | UInt64(counter[1]) &<< 32,
      high: UInt64(counter[2]) | UInt64(counter[3]) &<< 32,
      key: UInt64(key[0]) | UInt64(key[1]) &<< 32)
    return SIMD4(
      UInt32(truncatingIfNeeded: low), UInt32(truncatingIfNeeded: low &>> 32),
      UInt32(truncatingIfNeeded: high), UInt32(truncatingIfNeeded: high &>> 32))
  }

  /// The same function on 64-bit halves: `low` holds counter words 0 and 1, `high` words 2 and 3,
  /// likewise the key and the result.
  @inlinable @inline(__always)
  public static func words(low: UInt64, high: UInt64, key: UInt64) -> (low: UInt64, high: UInt64) {
    var state = State(low: low, high: high, key: key)
    state.round()
    state.bumpKey()
    state.round()
    state.bumpKey()
    state.round()
    state.bumpKey()
    state.round()
    state.bumpKey()
    state.round()
    state.bumpKey()
    state.round()
    state.bumpKey()
    state.round()
    state.bumpKey()
    state.round()
    state.bumpKey()
    state.round()
    state.bumpKey()
    state.round()
    return (UInt64(state.x0) | UInt64(state.x1) &<< 32, UInt64(state.x2) | UInt64(state.x3) &<< 32)
  }

  /// Counter and key on their way through the rounds.
  @usableFromInline
  struct State {
    @usableFromInline var x0: UInt32
    @usableFromInline var x1: UInt32
    @usableFromInline var x2: UInt32
    @usableFromInline var x3: UInt32
    @usableFromInline var key0: UInt32
    @usableFromInline var key1: UInt32

    @inlinable @inline(__always)
    init(low: UInt64, high: UInt64, key: UInt64) {
      x0 = UInt32(truncatingIfNeeded: low)
      x1 = UInt32(truncatingIfNeeded: low &>> 32)
      x2 = UInt32(truncatingIfNeeded: high)
      x3 = UInt32(truncatingIfNeeded: high &>> 32)
      key0 = UInt32(truncatingIfNeeded: key)
      key1 = UInt32(truncatingIfNeeded: key &>> 32)
    }

    /// One round of the paper's figure: two products, their halves exchanged and mixed with the
    /// key.
    @inlinable @inline(__always)
    mutating func round() {
      let first = UInt64(x0) &* 0xD251_1F53
      let second = UInt64(x2) &* 0xCD9E_8D57
      x0 = UInt32(truncatingIfNeeded: second &>> 32) ^ x1 ^ key0
      x1 = UInt32(truncatingIfNeeded: second)
      x2 = UInt32(truncatingIfNeeded: first &>> 32) ^ x3 ^ key1
      x3 = UInt32(truncatingIfNeeded: first)
    }

    /// The key schedule: a Weyl sequence by the golden ratio and by the square root of 3, minus 1.
    @inlinable @inline(__always)
    mutating func bumpKey() {
      key0 &+= 0x9E37_79B9
      key1 &+= 0xBB67_AE85
    }
  }
}

extension Philox4x32 {
  /// The low halves of ``words(low:high:key:)`` for two values of `high`: 32 x 32 -> 64 bit
  /// products come two to an instruction.
  ///
  /// A word lies in the lower half of each lane; what is in the upper half means nothing, and is
  /// masked where it would be multiplied, so that the compiler sees that half a product is enough.
  /// The rounds stay a loop: written out one by one, the compiler takes the lanes apart again.
  @inlinable @inline(__always)
  package static func lowWords(low: UInt64, highs: SIMD2<UInt64>, key: UInt64) -> SIMD2<UInt64> {
    let lower = SIMD2<UInt64>(repeating: 0xFFFF_FFFF)
    var (x0, x1) = (SIMD2(repeating: low), SIMD2(repeating: low &>> 32))
    var (x2, x3) = (highs, highs &>> 32)
    var (key0, key1) = (SIMD2(repeating: key), SIMD2(repeating: key &>> 32))
    for _ in 0..<10 {
      let first = (x0 & lower) &* 0xD251_1F53
      let second = (x2 & lower) &* 0xCD9E_8D57
      x0 = (second &>> 32) ^ x1 ^ key0
      x1 = second
      x2 = (first &>> 32) ^ x3 ^ key1
      x3 = first
      key0 &+= 0x9E37_79B9
      key1 &+= 0xBB67_AE85
    }
    return x0 & lower | x1 &<< 32
  }
}
