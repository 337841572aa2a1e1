/// The cells of a column in the rows of one batch, as Apache Arrow lays them out.
struct ArrowColumn {
  let kind: ColumnKind
  private(set) var missing = 0
  private var count = 0
  /// A bit for each cell that is there, the lowest first.
  private var present: [UInt8] = []
  /// Whole numbers, or the bits of real ones, in bytes from the lowest.
  private var numbers: [UInt64] = []
  private var text: [UInt8] = []
  /// Where each text begins, and the end of the last.
  private var offsets: [Int32] = [0]

  init(_ kind: ColumnKind) { self.kind = kind }

  var textCount: Int { text.count }

  @inline(__always)
  mutating func append(integer: Int) {
    numbers.append(UInt64(bitPattern: Int64(integer)).littleEndian)
    note(isPresent: true)
  }

  @inline(__always)
  mutating func append(real: Double) {
    numbers.append(real.bitPattern.littleEndian)
    note(isPresent: true)
  }

  @inline(__always)
  mutating func append(text bytes: UnsafeBufferPointer<UInt8>) {
    text.append(contentsOf: bytes)
    offsets.append(Int32(truncatingIfNeeded: text.count).littleEndian)
    note(isPresent: true)
  }

  @inline(__always)
  mutating func appendMissing() {
    if kind == .text {
      offsets.append(Int32(truncatingIfNeeded: text.count).littleEndian)
    } else {
      numbers.append(0)
    }
    missing += 1
    note(isPresent: false)
  }

  @inline(__always)
  private mutating func note(isPresent: Bool) {
    if count & 7 == 0 { present.append(0) }
    if isPresent { present[count >> 3] |= 1 << UInt8(count & 7) }
    count += 1
  }

  mutating func removeAll() {
    (missing, count) = (0, 0)
    present.removeAll(keepingCapacity: true)
    numbers.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    offsets.append(0)
  }

  /// Lends the parts of which the body of a batch has one after another: which cells are there
  /// (nothing where all are), where texts end, and the values.
  func withParts(_ body: (UnsafeRawBufferPointer) -> Void) {
    (missing == 0 ? [] : present).withUnsafeBytes(body)
    if kind == .text {
      offsets.withUnsafeBytes(body)
      text.withUnsafeBytes(body)
    } else {
      numbers.withUnsafeBytes(body)
    }
  }
}
