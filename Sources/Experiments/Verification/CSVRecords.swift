import Tables

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The records of a CSV file one by one, byte for byte, without holding the file.
///
/// A record is what stands between two line feeds that are not between quotes; a carriage return
/// belongs to it, so that other line ends than those that this program writes are seen.
final class CSVRecords {
  private let descriptor: Int32
  private let files = FileSystem.current
  private var offset = 0
  private var room: [UInt8] = []
  private var position = 0
  /// Whether the record that was read last ended with a line feed.
  private(set) var isEnded = true

  private static let piece = 1 << 16

  /// - Throws: when the file is not there or cannot be read.
  init(_ path: String) throws(SystemError) {
    descriptor = try files.open(path, O_RDONLY | O_NONBLOCK)
  }

  deinit { try? files.close(descriptor) }

  /// The next record without its line feed; `nil` at the end of the file.
  func next() throws(SystemError) -> [UInt8]? {
    var record: [UInt8] = []
    var isQuoted = false
    while true {
      if position == room.count, try !fill() {
        isEnded = false
        return record.isEmpty ? nil : record
      }
      let start = position
      while position < room.count {
        let byte = room[position]
        if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
        if byte == UInt8(ascii: "\n"), !isQuoted {
          record += room[start..<position]
          position += 1
          isEnded = true
          return record
        }
        position += 1
      }
      record += room[start...]
    }
  }

  /// How many records are left, and those of them that are wanted.
  ///
  /// - Parameter wanted: numbers of records, from 0 for the next one, rising.
  /// - Returns: the records that are there, in that order.
  func rest(keeping wanted: [Int]) throws(SystemError) -> (rows: [[UInt8]], count: Int) {
    var rows: [[UInt8]] = []
    var count = 0
    while let record = try next() {
      if rows.count < wanted.count, wanted[rows.count] == count { rows.append(record) }
      count += 1
    }
    return (rows, count)
  }

  private func fill() throws(SystemError) -> Bool {
    var piece = [UInt8](repeating: 0, count: CSVRecords.piece)
    let offset = offset
    let count = try piece.withUnsafeMutableBufferPointer { (piece) throws(SystemError) in
      try files.read(descriptor, into: UnsafeMutableRawBufferPointer(piece), at: offset)
    }
    self.offset += count
    room = Array(piece.prefix(count))
    position = 0
    return count > 0
  }

  /// The fields of a record, quotes taken off.
  static func fields(of record: [UInt8]) -> [String] {
    var fields: [String] = []
    var field: [UInt8] = []
    var isQuoted = false
    var wasQuote = false
    for byte in record {
      switch byte {
      case UInt8(ascii: "\""):
        // The second of two within quotes stands for one.
        if wasQuote, !isQuoted { field.append(byte) }
        isQuoted.toggle()
        wasQuote = true
        continue
      case UInt8(ascii: ",") where !isQuoted:
        fields.append(String(decoding: field, as: UTF8.self))
        field = []
      default: field.append(byte)
      }
      wasQuote = false
    }
    return fields + [String(decoding: field, as: UTF8.self)]
  }
}
