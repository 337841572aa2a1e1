/// Eight bytes at once, the first of them lowest.
enum Octet {
  /// Eight times the lowest bit of a byte.
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  /// Eight times the highest bit of a byte.
  static let tops: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  static func load(_ bytes: UnsafePointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(bytes).loadUnaligned(as: UInt64.self))
  }

  /// The highest bit of each byte that is this one; no other bit.
  @inline(__always)
  static func places(of byte: UInt8, in word: UInt64) -> UInt64 {
    let difference = word ^ (ones &* UInt64(byte))
    return ~((difference & ~tops) &+ ~tops | difference | ~tops)
  }

  /// The highest bit of each byte below U+0020; no other bit. Bytes beyond ASCII are none.
  @inline(__always)
  static func controls(in word: UInt64) -> UInt64 {
    // A byte of 0x20 to 0x7F comes to 0x80 or more by adding 0x60.
    ~((word & ~tops) &+ (ones &* 0x60) | word) & tops
  }

  @inline(__always)
  static func areDigits(_ word: UInt64) -> Bool {
    // 0x30...0x39: the upper half is 3, and stays so when 6 is added.
    let upper: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
    return (word & upper) | (((word &+ 0x0606_0606_0606_0606) & upper) >> 4) == 0x3333_3333_3333_3333
  }

  /// What eight digits say: pairs, then fours, then all.
  @inline(__always)
  static func number(_ word: UInt64) -> UInt64 {
    let single = word &- 0x3030_3030_3030_3030
    let pairs = (single &* 10 &+ single >> 8) & 0x00FF_00FF_00FF_00FF
    let fours = (pairs &* 100 &+ pairs >> 16) & 0x0000_FFFF_0000_FFFF
    return (fours &* 10_000 &+ fours >> 32) & 0xFFFF_FFFF
  }
}
