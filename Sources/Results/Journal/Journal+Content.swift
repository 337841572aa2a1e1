extension Journal {
  /// What a journal holds.
  package struct Content: Sendable, Equatable {
    /// Whole records after the heading, in the order of writing.
    package var records: [[UInt8]] = []
    /// Places where there is no whole record, though one follows: a byte has changed there.
    package var damages: [Damage] = []
    /// Bytes after the last whole record: what was being written when the writer ended.
    package var tornBytes = 0
    /// Where the last whole record ends.
    var wholeBytes = 0
  }

  /// A part of a journal that has changed since it was written.
  package struct Damage: Sendable, Equatable {
    /// Its number among the records, from 1; 0 for the heading. Several records that are damaged
    /// one after another cannot be told apart and have one number.
    package let record: Int
    package let bytes: Int

    package init(record: Int, bytes: Int) {
      self.record = record
      self.bytes = bytes
    }
  }

  /// What some bytes hold as a journal with a heading; `nil` when they are no such journal.
  /// Nothing, and a heading that was torn while it was written, are an empty one.
  static func parse(_ bytes: [UInt8], heading: [UInt8]) -> Content? {
    let headings = JournalFrame(of: nil)
    var content = Content()
    var place = 0
    var isKnown = false
    if let found = headings.record(in: bytes, at: 0) {
      guard found == heading else { return nil }
      place = found.count + JournalFrame.overhead
      isKnown = true
    }
    content.wholeBytes = place
    let frame = JournalFrame(of: heading)
    var number = isKnown ? 1 : 0
    while place < bytes.count {
      if let record = frame.record(in: bytes, at: place) {
        if place > content.wholeBytes {
          content.damages.append(Damage(record: number, bytes: place - content.wholeBytes))
          number += 1
        }
        content.records.append(record)
        place += record.count + JournalFrame.overhead
        content.wholeBytes = place
        number = max(number, 1) + 1
        isKnown = true
      } else {
        place += 1
      }
    }
    content.tornBytes = bytes.count - content.wholeBytes
    guard isKnown || isTornHeading(bytes, headings.framed(heading)) else { return nil }
    return content
  }

  /// Whether a writer that ended in its first record may have left the bytes, or a disk that lost
  /// power zeros for them.
  private static func isTornHeading(_ bytes: [UInt8], _ heading: [UInt8]) -> Bool {
    let whole = bytes.reversed().drop { $0 == 0 }.count
    return heading.starts(with: bytes.prefix(whole))
  }
}
