/// Spells rows of stored fields as csv, tsv, json or jsonl has them: most of them as they stand.
struct RowSpeller {
  /// How the values of a format are spelt.
  private enum Manner: Equatable {
    case delimited(by: UInt8)
    case json
  }

  /// A column to be written.
  private struct Slot {
    let column: Int
    let kind: ColumnKind
    /// What stands before the value, in `words`.
    let start: Int
    let count: Int
  }

  private let manner: Manner
  private let reals: RealStyle
  private var slots: [Slot] = []
  /// Eight bytes more after the last.
  private var words: [UInt8] = []
  private let missing: StaticString
  private let rowStart: StaticString
  private let firstRowStart: StaticString
  private let rowEnd: StaticString
  private let quote: StaticString = "\""
  private var isFirst = true
  /// For what is spelt anew.
  private var scratch = ByteBuffer(capacity: 256)

  /// - Parameters:
  ///   - columns: those of the table.
  ///   - chosen: places of those that are written, in their order.
  /// - Returns: `nil` for the other formats.
  init?(_ format: TableFormat, _ columns: [Column], _ chosen: [Int], _ reals: RealStyle) {
    switch format {
    case .csv: manner = .delimited(by: UInt8(ascii: ","))
    case .tsv: manner = .delimited(by: UInt8(ascii: "\t"))
    case .json, .jsonl: manner = .json
    case .arrow, .md, .latex, .html: return nil
    }
    self.reals = reals
    missing = manner == .json ? "null" : ""
    (firstRowStart, rowStart) = format == .json ? ("\n  ", ",\n  ") : ("", "")
    rowEnd = format == .json ? "}" : format == .jsonl ? "}\n" : "\n"
    for (place, column) in chosen.enumerated() {
      var word = ByteBuffer(capacity: 64)
      switch manner {
      case .delimited(let delimiter): if place > 0 { word.append(byte: delimiter) }
      case .json:
        word.append(text: place == 0 ? "{" : ", ")
        word.append(jsonString: columns[column].name)
        word.append(text: ": ")
      }
      slots.append(Slot(column: column, kind: columns[column].kind, start: words.count, count: word.count))
      words += word.bytes
    }
    words += [UInt8](repeating: 0, count: 8)
  }

  /// The first rows of a block, all unless there are more.
  mutating func append(
    _ block: FieldBlock, first rows: Int, of bytes: UnsafeBufferPointer<UInt8>, to buffer: inout ByteBuffer
  ) {
    guard let base = bytes.baseAddress else { return }
    block.withFields { fields in
      words.withUnsafeBufferPointer { words in
        guard let words = words.baseAddress else { return }
        for row in 0..<min(rows, block.rowCount) {
          let record = UnsafeBufferPointer(rebasing: fields[row * block.width..<(row + 1) * block.width])
          let length = Int(record[block.width - 1].end &- record[0].start)
          buffer.append(word: isFirst ? firstRowStart : rowStart)
          isFirst = false
          // A byte becomes six at most, by \u0000; a number that is spelt anew has fewer than 64.
          buffer.append(atMost: self.words.count + 6 * length + 64 * slots.count) { room in
            var end = room
            for slot in slots {
              RowSpeller.copy(words + slot.start, slot.count, to: &end)
              let field = record[slot.column]
              append(field, slot.kind, base + Int(field.start), to: &end)
            }
            return end - room
          }
          buffer.append(word: rowEnd)
        }
      }
    }
  }

  @inline(__always)
  private mutating func append(
    _ field: FieldBlock.Field, _ kind: ColumnKind, _ start: UnsafePointer<UInt8>,
    to end: inout UnsafeMutablePointer<UInt8>
  ) {
    if field.isMissing { return RowSpeller.copy(missing, to: &end) }
    switch kind {
    case .integer: RowSpeller.copy(start, field.count, to: &end)
    case .real: append(real: start, field.count, to: &end)
    case .text:
      if !field.isQuoted, isPlain(start, field.count) {
        if manner == .json { RowSpeller.copy(quote, to: &end) }
        RowSpeller.copy(start, field.count, to: &end)
        if manner == .json { RowSpeller.copy(quote, to: &end) }
      } else {
        spell(text: field, start, to: &end)
      }
    }
  }

  @inline(__always)
  private mutating func append(
    real start: UnsafePointer<UInt8>, _ count: Int, to end: inout UnsafeMutablePointer<UInt8>
  ) {
    let spelt = SpeltReal(start, count)
    if let spelt, spelt.isShortest, reals == .shortest {
      RowSpeller.copy(start, count, to: &end)
    } else {
      spell(
        real: spelt?.value ?? NumberLexeme.real(UnsafeBufferPointer(start: start, count: count)), to: &end)
    }
  }

  private mutating func spell(real: Double?, to end: inout UnsafeMutablePointer<UInt8>) {
    guard let real, real.isFinite || manner != .json else { return RowSpeller.copy(missing, to: &end) }
    scratch.removeAll()
    scratch.append(real: real, style: reals)
    RowSpeller.copy(scratch, to: &end)
  }

  private mutating func spell(
    text field: FieldBlock.Field, _ start: UnsafePointer<UInt8>, to end: inout UnsafeMutablePointer<UInt8>
  ) {
    scratch.removeAll()
    field.withText(start) { text in
      switch manner {
      case .delimited(let delimiter): scratch.append(field: text, delimiter: delimiter)
      case .json: scratch.append(jsonString: text)
      }
    }
    RowSpeller.copy(scratch, to: &end)
  }

  /// Whether a text stands in the format as it does in a field without quotes.
  @inline(__always)
  private func isPlain(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    var odd: UInt64 = 0
    for offset in stride(from: 0, to: count, by: 8) {
      let word = Octet.load(start + offset)
      let found: UInt64
      switch manner {
      case .delimited(let delimiter):
        found = Octet.places(of: delimiter, in: word) | Octet.places(of: UInt8(ascii: "\r"), in: word)
      case .json: found = Octet.places(of: UInt8(ascii: "\\"), in: word) | Octet.controls(in: word)
      }
      // What is after the text does not count.
      odd |= count - offset >= 8 ? found : found & (1 << UInt64(8 * (count - offset)) &- 1)
    }
    return odd == 0
  }

  /// Eight bytes at a time, of which those beyond `count` do not count.
  @inline(__always)
  private static func copy(
    _ start: UnsafePointer<UInt8>, _ count: Int, to end: inout UnsafeMutablePointer<UInt8>
  ) {
    for offset in stride(from: 0, to: count, by: 8) {
      let word = UnsafeRawPointer(start + offset).loadUnaligned(as: UInt64.self)
      UnsafeMutableRawPointer(end + offset).storeBytes(of: word, as: UInt64.self)
    }
    end += count
  }

  @inline(__always)
  private static func copy(_ word: StaticString, to end: inout UnsafeMutablePointer<UInt8>) {
    end.update(from: word.utf8Start, count: word.utf8CodeUnitCount)
    end += word.utf8CodeUnitCount
  }

  private static func copy(_ spelt: ByteBuffer, to end: inout UnsafeMutablePointer<UInt8>) {
    spelt.withBytes { bytes in
      guard let start = bytes.baseAddress else { return }
      end.update(from: start, count: bytes.count)
      end += bytes.count
    }
  }
}
