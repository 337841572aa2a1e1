import Tables

/// A sample whose merging with another depends on what was merged with what.
package protocol OrderedSample: StudyRecord {
  /// Of nothing.
  init()
  /// Adds the sample that follows.
  mutating func merge(_ later: Self)
}

/// Samples that follow one another, merged two and two: the second with the first, the fourth with
/// the third, these two pairs, and so on, a binary tree over the numbers of the parts.
///
/// Samples that are not whole branches yet are kept, at most one for each level. So shards that
/// hold neighbouring parts come to the same tree as one that holds them all.
struct MergeTree<Sample: OrderedSample>: Sendable {
  fileprivate struct Branch: Sendable {
    let first: Int
    var level: Int
    var sample: Sample

    var end: Int { first + 1 << level }
  }

  /// Each follows the one before; none is merged with its neighbour yet.
  private var branches: [Branch] = []

  var isEmpty: Bool { branches.isEmpty }

  /// Adds the sample of a part, which follows those that are there.
  mutating func append(_ sample: Sample, of part: RunPart) {
    append(Branch(first: part.first, level: part.level, sample: sample))
  }

  /// Adds what follows.
  mutating func append(_ later: MergeTree) {
    for branch in later.branches { append(branch) }
  }

  private mutating func append(_ branch: Branch) {
    var branch = branch
    while let before = branches.last, before.level == branch.level, before.end == branch.first,
      (before.first >> before.level).isMultiple(of: 2)
    {
      branches.removeLast()
      var sample = before.sample
      sample.merge(branch.sample)
      branch = Branch(first: before.first, level: before.level + 1, sample: sample)
    }
    branches.append(branch)
  }

  /// All of them and one that follows.
  func sum(with last: Sample) -> Sample {
    guard var sum = branches.first?.sample else { return last }
    for branch in branches.dropFirst() { sum.merge(branch.sample) }
    sum.merge(last)
    return sum
  }
}

extension MergeTree: Equatable where Sample: Equatable {}
extension MergeTree.Branch: Equatable where Sample: Equatable {}

extension MergeTree: StudyRecord {
  package func write(to record: inout WordWriter) {
    record.write(list: branches) { record, branch in
      record.write(branch.first)
      record.write(branch.level)
      branch.sample.write(to: &record)
    }
  }

  package init?(reading words: inout WordReader) {
    guard
      let branches = words.list({ words -> Branch? in
        guard let first = words.count(), first <= Self.mostParts, let level = words.count(), level < 32,
          let sample = Sample(reading: &words)
        else { return nil }
        return Branch(first: first, level: level, sample: sample)
      })
    else { return nil }
    for (before, after) in zip(branches, branches.dropFirst()) where before.end != after.first { return nil }
    self.branches = branches
  }

  private static var mostParts: Int { SimulationPlan.mostRuns / RunPart.size }
}

/// A sample of runs by parts: those that have ended in a tree, and the one under way.
struct PartedSample<Sample: OrderedSample>: Sendable {
  /// Of the runs since the last part.
  var open = Sample()
  private var ended = MergeTree<Sample>()

  /// Of all runs.
  var sum: Sample { ended.isEmpty ? open : ended.sum(with: open) }

  mutating func end(_ part: RunPart) {
    ended.append(open, of: part)
    open = Sample()
  }

  /// Adds the runs that follow. Where they begin in the middle of a part, parts are lost and all is
  /// one sample: the last bits then depend on where that was.
  mutating func merge(_ later: PartedSample, isWithinPart: Bool) {
    if later.ended.isEmpty {
      open.merge(later.open)
    } else if isWithinPart {
      open = sum
      open.merge(later.sum)
      ended = MergeTree()
    } else {
      ended.append(later.ended)
      open = later.open
    }
  }
}

extension PartedSample: Equatable where Sample: Equatable {}

extension PartedSample: StudyRecord {
  package func write(to record: inout WordWriter) {
    ended.write(to: &record)
    open.write(to: &record)
  }

  package init?(reading words: inout WordReader) {
    guard let ended = MergeTree<Sample>(reading: &words), let open = Sample(reading: &words) else {
      return nil
    }
    (self.ended, self.open) = (ended, open)
  }
}
