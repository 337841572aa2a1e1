import Tables

/// The most frequent keys of a stream, such as the packages agreed, in bounded memory.
///
/// Exact while there are no more distinct keys than `capacity`. Beyond that, the counters of Misra
/// and Gries (1982, doi:10.1016/0167-6423(82)90012-0): a new key that finds no room takes one off
/// every counter, itself included. No count is ever too high, and none too low by more than
/// ``undercount``, which is at most ``total`` / (capacity + 1); a key more frequent than that is
/// never lost. Joined by the rule of Agarwal et al. (2013, doi:10.1145/2500128), which keeps the
/// bound.
///
/// The result depends on the keys and, once inexact, on their order and on what is joined with
/// what; never on hash seeds: the table is its own, with a fixed mixer. Adding is amortised O(1)
/// and allocates only while growing.
public struct HeavyHitters: Sendable {
  /// A key and how often it came.
  public struct Entry: Sendable, Equatable {
    /// The key, such as the rank of a package.
    public let key: UInt64
    /// How often it came; too low by at most `undercount`.
    public let count: Int

    package init(key: UInt64, count: Int) {
      self.key = key
      self.count = count
    }
  }

  /// At most so many keys are kept.
  package let capacity: Int
  /// All that has been added.
  public private(set) var total = 0
  /// No count is too low by more than this; 0 as long as all counts are exact.
  public private(set) var undercount = 0
  private var counters = CounterTable()

  /// Takes 2 MB when full.
  private static let usualCapacity = 65_536

  /// - Parameter capacity: At least 1.
  package init(capacity: Int) {
    precondition(capacity >= 1, "at least one key can be kept")
    self.capacity = capacity
  }

  /// Whether every key ever added is kept with its exact count.
  public var isExact: Bool { undercount == 0 }
  /// Keys kept; all distinct keys while exact.
  public var keyCount: Int { counters.used }

  /// Adds one occurrence of a key.
  package mutating func add(_ key: UInt64) {
    total += 1
    if counters.increment(key, by: 1, allowsNew: counters.used < capacity) { return }
    undercount += 1
    counters.subtractFromAll(1)
  }

  /// Makes this the summary of both streams.
  package mutating func merge(_ other: HeavyHitters) {
    total += other.total
    undercount += other.undercount
    for entry in other.counters.entries {
      _ = counters.increment(entry.key, by: entry.count, allowsNew: true)
    }
    guard counters.used > capacity else { return }
    let cut = counters.entries.map(\.count).sorted(by: >)[capacity]
    undercount += cut
    counters.subtractFromAll(cut)
  }

  /// The count of a key as far as it is kept, else 0.
  public func count(of key: UInt64) -> Int { counters.count(of: key) }

  /// The most frequent keys, by count falling, then by key rising.
  public func top(_ limit: Int = .max) -> [Entry] {
    let sorted = counters.entries.sorted { ($1.count, $0.key) < ($0.count, $1.key) }
    return Array(sorted.prefix(max(limit, 0)))
  }
}

extension HeavyHitters: OrderedSample {
  package init() { self.init(capacity: HeavyHitters.usualCapacity) }

  package func write(to record: inout WordWriter) {
    for count in [capacity, total, undercount] { record.write(count) }
    record.write(list: top()) { record, entry in
      record.write(entry.key)
      record.write(entry.count)
    }
  }

  package init?(reading words: inout WordReader) {
    guard let capacity = words.count(), capacity >= 1, let total = words.count(),
      let undercount = words.count(), undercount <= total,
      let entries = words.list({ words -> Entry? in
        guard let key = words.word(), let count = words.count(), count >= 1, count <= total else {
          return nil
        }
        return Entry(key: key, count: count)
      }), entries.count <= capacity
    else { return nil }
    self.init(capacity: capacity)
    (self.total, self.undercount) = (total, undercount)
    for entry in entries { _ = counters.increment(entry.key, by: entry.count, allowsNew: true) }
    guard counters.used == entries.count else { return nil }
  }
}
