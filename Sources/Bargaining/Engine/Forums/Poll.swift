/// Parties as bits, in the order of the scenario.
package struct PartySet: Sequence, IteratorProtocol, Sendable {
  package var bits: UInt32

  package init(bits: UInt32) { self.bits = bits }

  @inline(__always)
  package mutating func next() -> Int? {
    guard bits != 0 else { return nil }
    defer { bits &= bits - 1 }
    return bits.trailingZeroBitCount
  }
}

/// Asks voters, one after the other, whether they take an outcome.
///
/// - Parameters:
///   - voters: at most 32 parties, in the order in which they are asked.
///   - stopsAtRefusal: whether nobody is asked any more once somebody has said no.
///   - takes: asks one of them.
/// - Returns: the bits of those who take it.
@inline(__always)
package func poll(
  _ voters: some Sequence<Int>, stopsAtRefusal: Bool = false, takes: (Int) -> Bool
) -> UInt32 {
  var votes: UInt32 = 0
  for party in voters {
    if takes(party) {
      votes |= .bit(party)
    } else if stopsAtRefusal {
      break
    }
  }
  return votes
}

extension ForumTable {
  /// Puts an outcome to the vote in a forum and tells every answer; see
  /// ``poll(_:stopsAtRefusal:takes:)``.
  ///
  /// - Parameter refusal: why a party does not take it; `nil` if it does.
  @inline(__always)
  func poll<Observer: TalksObserver>(
    _ voters: some Sequence<Int>, on options: Lane<UInt8>, in forum: Int, stopsAtRefusal: Bool = false,
    _ observer: inout Observer, refusal: (Int) -> Refusal?
  ) -> UInt32 {
    Bargaining.poll(voters, stopsAtRefusal: stopsAtRefusal) { party in
      takes(options, party, in: forum, &observer, refusal: refusal(party))
    }
  }
}
