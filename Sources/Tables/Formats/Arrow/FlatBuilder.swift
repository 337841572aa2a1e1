/// Builds a buffer as FlatBuffers has it (flatbuffers.dev, "Internals"), from its end to its start,
/// so that what is pointed at comes before what points at it.
///
/// A place is a distance from the end.
struct FlatBuilder {
  /// A field of a table: a number of 1, 2, 4 or 8 bytes, or what stands at a place.
  enum Value {
    case bits(UInt64, size: Int)
    case place(Int)

    static func flag(_ value: Bool) -> Value { .bits(value ? 1 : 0, size: 1) }
    static func byte(_ value: UInt8) -> Value { .bits(UInt64(value), size: 1) }
    static func short(_ value: UInt16) -> Value { .bits(UInt64(value), size: 2) }
    static func word(_ value: UInt32) -> Value { .bits(UInt64(value), size: 4) }
    static func long(_ value: Int) -> Value { .bits(UInt64(value), size: 8) }

    fileprivate var size: Int {
      switch self {
      case .bits(_, let size): size
      case .place: 4
      }
    }
  }

  /// The last byte first.
  private var reversed: [UInt8] = []

  /// A text, with a zero after it.
  mutating func string(_ text: String) -> Int {
    let bytes = Array(text.utf8)
    align(4, after: bytes.count + 1)
    reversed.append(0)
    reversed += bytes.reversed()
    push(UInt64(bytes.count), 4)
    return reversed.count
  }

  /// A vector of what stands at places.
  mutating func vector(_ places: [Int]) -> Int {
    align(4, after: 0)
    for place in places.reversed() { push(offset(to: place), 4) }
    push(UInt64(places.count), 4)
    return reversed.count
  }

  /// A vector of structures of numbers of eight bytes.
  mutating func vector(structures: [[Int]]) -> Int {
    align(8, after: 0)
    for structure in structures.reversed() {
      for number in structure.reversed() { push(UInt64(number), 8) }
    }
    push(UInt64(structures.count), 4)
    return reversed.count
  }

  /// A table; fields that are `nil` have their defaults.
  mutating func table(_ fields: [Value?]) -> Int {
    let end = reversed.count
    var places = [Int](repeating: 0, count: fields.count)
    for (slot, field) in fields.enumerated() {
      guard let field else { continue }
      align(field.size, after: 0)
      switch field {
      case .bits(let bits, let size): push(bits, size)
      case .place(let place): push(offset(to: place), 4)
      }
      places[slot] = reversed.count
    }
    align(4, after: 0)
    push(0, 4)
    let start = reversed.count
    for place in places.reversed() { push(place == 0 ? 0 : UInt64(start - place), 2) }
    push(UInt64(start - end), 2)
    push(UInt64(4 + 2 * fields.count), 2)
    // Where the list of fields stands, which is before the table.
    let distance = UInt32(reversed.count - start)
    for byte in 0..<4 {
      reversed[start - 1 - byte] = UInt8(truncatingIfNeeded: distance >> (8 * UInt32(byte)))
    }
    return start
  }

  /// The whole buffer, a multiple of eight bytes long, which begins with where the root is.
  mutating func finished(_ root: Int) -> [UInt8] {
    align(8, after: 4)
    push(offset(to: root), 4)
    return reversed.reversed()
  }

  /// From the four bytes that are about to be pushed.
  private func offset(to place: Int) -> UInt64 { UInt64(reversed.count + 4 - place) }

  /// Fills up, so that what comes after so many bytes more begins at a multiple of `size`.
  private mutating func align(_ size: Int, after count: Int) {
    while !(reversed.count + count).isMultiple(of: size) { reversed.append(0) }
  }

  private mutating func push(_ bits: UInt64, _ size: Int) {
    for byte in (0..<size).reversed() {
      reversed.append(UInt8(truncatingIfNeeded: bits >> (8 * UInt64(byte))))
    }
  }
}
