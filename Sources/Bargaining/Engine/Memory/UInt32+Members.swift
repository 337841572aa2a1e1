/// Sets of parties, of which there are at most 16, of issues or of phases, of which there are at
/// most 32, as bits. The limits are those of the file format and of ``Scenario``; a shift of the
/// standard library would test them every time.
extension UInt32 {
  /// The set of one.
  @inline(__always)
  package static func bit(_ member: Int) -> UInt32 {
    assert(member >= 0 && member < 32, "no such member")
    return 1 &<< UInt32(truncatingIfNeeded: member)
  }

  /// Whether a member is in the set.
  @inline(__always)
  package func contains(bit member: Int) -> Bool {
    assert(member >= 0 && member < 32, "no such member")
    return self &>> UInt32(truncatingIfNeeded: member) & 1 == 1
  }
}
