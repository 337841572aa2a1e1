import Tables

/// How a record stands in a journal: eight bytes that mark its beginning; its length as a 32-bit
/// number, the lowest byte first; the bytes; and the first eight bytes of the SHA-256 digest of the
/// heading's digest, length and bytes.
///
/// A reader that has met damage looks for the next mark from which a whole record follows; that
/// bytes which are no record of this journal pass for one has a probability of 2^-64. As the
/// heading is in every digest, so is what the journal belongs to, and records can be told when the
/// heading itself is damaged.
struct JournalFrame {
  static let mark: [UInt8] = [0xd5, 0x9e, 0x1a, 0x7c, 0xb3, 0x06, 0xf8, 0x4b]
  /// Bytes around a record.
  static let overhead = mark.count + 4 + 8

  /// The digest of the heading; none for the heading itself.
  private let seed: [UInt8]

  /// - Parameter heading: `nil` for the frame of a heading.
  init(of heading: [UInt8]?) {
    guard let heading else {
      seed = []
      return
    }
    var hash = SHA256()
    hash.update(heading)
    seed = hash.digest
  }

  func framed(_ record: [UInt8]) -> [UInt8] {
    let body = (0..<4).map { UInt8(truncatingIfNeeded: record.count >> (8 * $0)) } + record
    return JournalFrame.mark + body + check(body)
  }

  /// The record that begins at a place; `nil` when there is no whole one. An empty record is none:
  /// a disk that lost power may have left zeros.
  func record(in bytes: [UInt8], at place: Int) -> [UInt8]? {
    guard bytes.count - place > JournalFrame.overhead,
      bytes[place..<place + 8].elementsEqual(JournalFrame.mark)
    else { return nil }
    let start = place + JournalFrame.mark.count
    let length = (0..<4).reduce(0) { $0 | Int(bytes[start + $1]) << (8 * $1) }
    guard length > 0, length <= bytes.count - place - JournalFrame.overhead else { return nil }
    let end = start + 4 + length
    guard check(bytes[start..<end]).elementsEqual(bytes[end..<end + 8]) else { return nil }
    return Array(bytes[start + 4..<end])
  }

  private func check(_ body: some Collection<UInt8>) -> ArraySlice<UInt8> {
    var hash = SHA256()
    hash.update(seed)
    hash.update(Array(body))
    return hash.digest.prefix(8)
  }
}
