/// Some records of delimited text, one after another, split into fields.
struct FieldBlock {
  /// Where a field lies; the quotes around it are left out, doubled ones inside are not.
  struct Field {
    let start: UInt32
    let end: UInt32
    let isQuoted: Bool

    var count: Int { Int(end &- start) }
    /// Nothing at all, which `""` is not.
    var isMissing: Bool { start == end && !isQuoted }
  }

  /// What a run of bytes comes to.
  enum Split: Equatable {
    /// So many bytes are whole records.
    case records(bytes: Int)
    /// No record ends in it.
    case more
    /// Not what a table looks like; a careful reader may say why.
    case irregular
  }

  /// Fields to a record.
  let width: Int
  /// How many fields there are.
  private(set) var count = 0
  /// As many as there can be; those beyond `count` mean nothing.
  private var room: [Field] = []
  /// Whether all bytes of the records are ASCII.
  private(set) var isASCII = true

  init(width: Int) { self.width = width }

  var rowCount: Int { count / width }

  /// Lends the fields, record by record.
  func withFields<R>(_ body: (UnsafeBufferPointer<Field>) -> R) -> R {
    room.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }

  /// Takes the whole records at the start of some bytes in place of those that it had.
  ///
  /// - Parameters:
  ///   - bytes: eight more can be read, which are zero.
  ///   - isLast: whether the text ends with them.
  mutating func split(_ bytes: UnsafeBufferPointer<UInt8>, delimiter: UInt8, isLast: Bool) -> Split {
    // Every field but the last has a byte after it.
    if room.count <= bytes.count {
      room = Array(repeating: Field(start: 0, end: 0, isQuoted: false), count: bytes.count + 1)
    }
    (count, isASCII) = (0, true)
    return splitPlainly(bytes, delimiter, isLast) ?? splitCarefully(bytes, delimiter, isLast)
  }

  /// Eight bytes at a time; `nil` where there are quotes or carriage returns.
  private mutating func splitPlainly(
    _ bytes: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8, _ isLast: Bool
  ) -> Split? {
    guard let base = bytes.baseAddress else { return .more }
    let width = width
    var (start, taken, inRow, found) = (0, 0, 0, 0)
    var all: UInt64 = 0
    let isRegular = room.withUnsafeMutableBufferPointer { room -> Bool? in
      var odd: UInt64 = 0
      for position in stride(from: 0, to: bytes.count, by: 8) {
        let word = Octet.load(base + position)
        all |= word
        odd |= Octet.places(of: UInt8(ascii: "\""), in: word) | Octet.places(of: UInt8(ascii: "\r"), in: word)
        let lineEnds = Octet.places(of: UInt8(ascii: "\n"), in: word)
        var ends = Octet.places(of: delimiter, in: word) | lineEnds
        while ends != 0 {
          let end = position &+ ends.trailingZeroBitCount >> 3
          room[found] = Field(
            start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end), isQuoted: false)
          found &+= 1
          inRow &+= 1
          start = end &+ 1
          let isLineEnd = lineEnds & ends & (0 &- ends) != 0
          ends &= ends &- 1
          guard isLineEnd else { continue }
          guard inRow == width else { return odd != 0 ? nil : false }
          inRow = 0
          taken = start
        }
      }
      if odd != 0 { return nil }
      if isLast, inRow > 0 || start < bytes.count {
        room[found] = Field(start: UInt32(start), end: UInt32(bytes.count), isQuoted: false)
        guard inRow + 1 == width else { return false }
        found += 1
        (inRow, taken) = (0, bytes.count)
      }
      return true
    }
    guard let isRegular else { return nil }
    count = found - inRow
    isASCII = all & Octet.tops == 0
    return !isRegular ? .irregular : taken == 0 ? .more : .records(bytes: taken)
  }

  private mutating func splitCarefully(
    _ bytes: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8, _ isLast: Bool
  ) -> Split {
    (count, isASCII) = (0, false)
    var reader = DelimitedReader(bytes, delimiter: delimiter)
    // A byte order mark belongs at the start of a file, of which this is none.
    guard reader.position == 0 else { return .irregular }
    var record: [DelimitedReader.Field] = []
    var taken = 0
    while !reader.isAtEnd {
      record.removeAll(keepingCapacity: true)
      do {
        _ = try reader.readRecord(into: &record)
      } catch .unclosedQuote where !isLast {
        break
      } catch {
        return .irregular
      }
      // The record may go on in bytes that are still to come.
      if !isLast, reader.isAtEnd, bytes[bytes.count - 1] != UInt8(ascii: "\n") { break }
      guard record.count == width else { return .irregular }
      taken = reader.position
      for field in record {
        room[count] = Field(
          start: UInt32(field.range.lowerBound), end: UInt32(field.range.upperBound), isQuoted: field.isQuoted
        )
        count += 1
      }
    }
    return taken == 0 ? .more : .records(bytes: taken)
  }
}
