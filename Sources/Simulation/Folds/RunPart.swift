/// A part of the runs of a plan that is added up by itself: the first 65,536 runs in one, and from
/// there on 8,192 at a time.
///
/// Sums whose last bits depend on where runs are parted, and counts of more kinds than there is
/// room for, are merged part by part (``MergeTree``). The parts hang on the numbers of the runs
/// alone, so that a result in any number of shards has the same bytes as one in one piece; and a
/// result of up to 65,536 runs has those of runs added one after another.
package struct RunPart: Sendable, Equatable {
  /// Its first run, in units of ``size``.
  let first: Int
  /// It has `size << level` runs.
  let level: Int

  /// Runs in a part but the first; that of a block.
  package static let size = SimulationPlan.blockSize
  private static let firstLevel = 3
  /// Runs in the first part.
  package static let firstSize = size << firstLevel

  /// The part that ends with the run before a number; `nil` when none does.
  init?(endingBefore run: Int) {
    guard run >= RunPart.firstSize, run.isMultiple(of: RunPart.size) else { return nil }
    let isFirst = run == RunPart.firstSize
    (first, level) = isFirst ? (0, RunPart.firstLevel) : (run / RunPart.size - 1, 0)
  }
}

/// What of many runs is kept by parts, so that it can be merged the same way wherever the runs were
/// done.
package protocol PartedFold: RunFold {
  /// The runs since the last part are those of a part, and the next run begins another.
  mutating func end(_ part: RunPart)
}
