/// A stable 64-bit name for a random stream, made from the path of what is drawn, such as
/// `"parties.hamas.willingness"`.
///
/// The path is hashed by FNV-1a (Fowler, Noll, Vo; draft-eastlake-fnv) and finished by the mixing
/// function of SplitMix64 (Steele, Lea, Flood 2014, doi:10.1145/2660193.2660195). The identifier
/// never depends on Swift's own, per-process seeded hashing, nor on the order in which a file lists
/// things. Among n paths some two share an identifier with probability near n^2 / 2^65: for 10,000
/// paths, 3 in 10^12.
///
/// A path may be built up in steps:
///
///     StreamID("parties.hamas").child("willingness") == StreamID("parties.hamas.willingness")
///     StreamID("forums.paris").child(3)              == StreamID("forums.paris[3]")
public struct StreamID: Hashable, Sendable, BitwiseCopyable {
  /// FNV-1a of the bytes so far, kept so that a child can go on from there.
  @usableFromInline let hash: UInt64

  /// The identifier of a path, taken as its UTF-8 bytes.
  @inlinable
  public init(_ path: String) {
    hash = StreamID.fnv1a(path.utf8, from: 0xCBF2_9CE4_8422_2325)
  }

  @inlinable
  init(hash: UInt64) {
    self.hash = hash
  }

  /// The 64 bits that select the stream.
  @inlinable @inline(__always)
  public var value: UInt64 {
    StreamID.mix(hash &+ 0x9E37_79B9_7F4A_7C15)
  }

  /// The identifier of the path followed by a dot and `name`.
  @inlinable
  public func child(_ name: String) -> StreamID {
    StreamID(hash: StreamID.fnv1a(name.utf8, from: StreamID.fnv1a(UInt8(ascii: "."), from: hash)))
  }

  /// The identifier of the path followed by `index` in brackets, which tells apart streams of one
  /// path.
  @inlinable
  public func child(_ index: Int) -> StreamID {
    var digits = index.magnitude
    var scale: UInt = 1
    while digits / scale >= 10 { scale *= 10 }
    var hash = StreamID.fnv1a(UInt8(ascii: "["), from: hash)
    if index < 0 { hash = StreamID.fnv1a(UInt8(ascii: "-"), from: hash) }
    while scale > 0 {
      hash = StreamID.fnv1a(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digits / scale), from: hash)
      digits %= scale
      scale /= 10
    }
    return StreamID(hash: StreamID.fnv1a(UInt8(ascii: "]"), from: hash))
  }

  /// FNV-1a, 64 bits, continued from `hash` over further bytes.
  @inlinable
  package static func fnv1a(_ bytes: String.UTF8View, from hash: UInt64) -> UInt64 {
    var hash = hash
    for byte in bytes { hash = fnv1a(byte, from: hash) }
    return hash
  }

  @inlinable @inline(__always)
  static func fnv1a(_ byte: UInt8, from hash: UInt64) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// The output function of SplitMix64: every bit of the argument reaches every bit of the result.
  @inlinable @inline(__always)
  package static func mix(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z &>> 31)
  }
}
