/// A run of memory of fixed length that an ``Arena`` owns.
///
/// Why not an array: the hot path keeps dozens of small tables that are written every round; arrays
/// would check uniqueness at each write, and class properties would check exclusivity. Bounds are
/// asserted in debug builds.
package struct Lane<Element: BitwiseCopyable>: BitwiseCopyable {
  let base: UnsafeMutablePointer<Element>
  package let count: Int

  @inline(__always)
  package subscript(index: Int) -> Element {
    // Not `get`, which copies a large element to pass a part of it.
    _read {
      assert(index >= 0 && index < count, "index outside the lane")
      yield base[index]
    }
    nonmutating _modify {
      assert(index >= 0 && index < count, "index outside the lane")
      yield &base[index]
    }
  }

  /// `length` elements from `start` on, sharing memory with this lane.
  @inline(__always)
  package func slice(_ start: Int, _ length: Int) -> Lane {
    assert(start >= 0 && length >= 0 && start + length <= count, "slice outside the lane")
    return Lane(base: base + start, count: length)
  }

  package func fill(_ value: Element) {
    base.update(repeating: value, count: count)
  }

  @inline(__always)
  package func copy(from other: Lane) {
    assert(other.count <= count, "the copy does not fit")
    base.update(from: other.base, count: other.count)
  }
}

extension Lane where Element: SIMDScalar {
  /// An element and those after it, loaded or stored at once. What is loaded at once soon after
  /// should be stored at once: the processor cannot hand on one wide number out of two narrow ones
  /// that are still on their way to memory, and waits.
  @inline(__always)
  subscript<Wide: SIMD & BitwiseCopyable>(wide place: Int) -> Wide where Wide.Scalar == Element {
    get {
      assert(place >= 0 && place + Wide.scalarCount <= count, "outside the lane")
      return UnsafeRawPointer(base + place).loadUnaligned(as: Wide.self)
    }
    nonmutating set {
      assert(place >= 0 && place + Wide.scalarCount <= count, "outside the lane")
      UnsafeMutableRawPointer(base + place).storeBytes(of: newValue, as: Wide.self)
    }
  }
}

extension Lane<UInt8> {
  /// The same for outcomes, which are so short that a call of the C library takes longer than the
  /// copying.
  @inline(__always)
  package func copy(from other: Lane) {
    assert(other.count <= count, "the copy does not fit")
    let (source, target) = (UnsafeRawPointer(other.base), UnsafeMutableRawPointer(base))
    var place = 0
    while place &+ 8 <= other.count {
      target.storeBytes(
        of: source.loadUnaligned(fromByteOffset: place, as: UInt64.self), toByteOffset: place, as: UInt64.self
      )
      place &+= 8
    }
    if place &+ 4 <= other.count {
      target.storeBytes(
        of: source.loadUnaligned(fromByteOffset: place, as: UInt32.self), toByteOffset: place, as: UInt32.self
      )
      place &+= 4
    }
    while place < other.count {
      base[place] = other.base[place]
      place &+= 1
    }
  }

  /// Whether an outcome of the same issues is the same.
  @inline(__always)
  func isSame(as other: Lane) -> Bool {
    for place in 0..<count where base[place] != other.base[place] { return false }
    return true
  }
}

extension Lane: RandomAccessCollection {
  package var startIndex: Int { 0 }
  package var endIndex: Int { count }
}

/// Owns the memory of lanes and gives it back when it goes away. Lanes must not outlive their
/// arena.
///
/// Lanes are laid side by side in blocks, in the order in which they are made: most are a few
/// numbers long, and each in memory of its own would fill a line of the processor's cache with what
/// the allocator notes about it.
package final class Arena {
  /// Bytes of a block; a lane as long as a quarter of it has a block of its own.
  private static let blockLength = 1 << 15
  /// Lanes start on a multiple of it, so that pairs of numbers are loaded at once.
  private static let alignment = 16

  private var blocks: [UnsafeMutableRawPointer] = []
  /// Where the next lane starts, and how much is left from there.
  private var free: (start: UnsafeMutableRawPointer?, length: Int) = (nil, 0)
  /// What all lanes take together.
  private(set) var bytes = 0

  package init() {}

  package func lane<Element: BitwiseCopyable>(_ count: Int, of value: Element) -> Lane<Element> {
    let base = room(for: count, Element.self)
    base.initialize(repeating: value, count: count)
    return Lane(base: base, count: count)
  }

  package func lane<Element: BitwiseCopyable>(_ values: [Element]) -> Lane<Element> {
    let base = room(for: values.count, Element.self)
    for (index, value) in values.enumerated() { (base + index).initialize(to: value) }
    return Lane(base: base, count: values.count)
  }

  private func room<Element>(for count: Int, _: Element.Type) -> UnsafeMutablePointer<Element> {
    let length = count * MemoryLayout<Element>.stride
    bytes += length
    let alignment = max(Arena.alignment, MemoryLayout<Element>.alignment)
    guard length < Arena.blockLength / 4, alignment == Arena.alignment else {
      return block(length, alignment).bindMemory(to: Element.self, capacity: count)
    }
    let taken = max(1, (length + alignment - 1) / alignment) * alignment
    if free.length < taken { free = (block(Arena.blockLength, alignment), Arena.blockLength) }
    guard let start = free.start else { preconditionFailure("a block was just made") }
    free = (start + taken, free.length - taken)
    return start.bindMemory(to: Element.self, capacity: count)
  }

  private func block(_ length: Int, _ alignment: Int) -> UnsafeMutableRawPointer {
    let block = UnsafeMutableRawPointer.allocate(byteCount: max(length, 1), alignment: alignment)
    blocks.append(block)
    return block
  }

  deinit {
    for block in blocks { block.deallocate() }
  }
}
