import Tables

/// What runs add up to, taken one after another in the order of their numbers.
///
/// Whatever is told of many runs, in a table, on the screen or on a page, is read off a fold. Its
/// memory does not grow with the runs but by what is said with it.
///
/// A fold that is written down and read again has the same bits and goes on as if nothing had
/// happened. Parts that follow one another are merged in their order. Counts, quantiles and
/// extremes are then those of the runs in one go; the last bits of a mean depend on where runs were
/// parted. So parts are cut by the plan alone, never by threads.
package protocol RunFold: StudyRecord {
  /// What one run leaves.
  associatedtype Run

  /// Adds the run that follows.
  mutating func add(_ run: Run)

  /// Adds the runs that follow, of the same scenario.
  mutating func merge(_ later: Self)
}

extension [Int] {
  /// Adds count by count; both have as many.
  package mutating func add(_ other: [Int]) {
    for index in indices { self[index] += other[index] }
  }

  /// Whether every count is at most so much.
  func areAtMost(_ most: Int) -> Bool { allSatisfy { $0 <= most } }
}

extension WordWriter {
  mutating func write(counts: [Int]) { write(list: counts) { $0.write($1) } }

  mutating func write<Record: StudyRecord>(records: [Record]) { write(list: records) { $1.write(to: &$0) } }
}

extension WordReader {
  mutating func counts() -> [Int]? { list { $0.count() } }

  mutating func records<Record: StudyRecord>() -> [Record]? { list { Record(reading: &$0) } }
}
