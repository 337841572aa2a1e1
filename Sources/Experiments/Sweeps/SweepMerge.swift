/// Joins the shards of one sweep.
package enum SweepMerge {
  /// The result of all shards, from directories that hold the journals of some each.
  ///
  /// - Parameter paths: at least one.
  /// - Returns: the same result as a sweep in one piece gives.
  /// - Throws: ``SweepFault``: when the directories hold different plans, when a shard is in two of
  ///   them, and when shards are missing or unfinished, all of which are named.
  package static func result(of paths: [String]) throws(SweepFault) -> SweepResult {
    let (plan, places) = try commonPlan(of: paths)
    var owners: [Int: String] = [:]
    var states: [SweepJournal.State] = []
    for (path, place) in zip(paths, places) {
      var overlaps: [String: [Int]] = [:]
      for shard in 1...plan.shards {
        guard let state = try SweepJournal.read(directory: place, plan: plan, shard: shard) else { continue }
        if let other = owners[shard] { overlaps[other, default: []].append(shard) }
        owners[shard] = path
        states.append(state)
      }
      if let first = paths.first(where: { overlaps[$0] != nil }), let shards = overlaps[first] {
        throw .overlap(shards, first, path)
      }
    }
    var all = SweepJournal.State()
    for state in states {
      all.points.merge(state.points) { $1 }
      all.failures.merge(state.failures) { $1 }
    }
    let missing = (1...plan.shards).filter { shard in
      plan.points(of: shard).contains { all.points[$0] == nil && all.failures[$0] == nil }
    }
    guard missing.isEmpty else { throw .missing(missing) }
    return SweepResult(plan: plan, all)
  }

  private static func commonPlan(of paths: [String]) throws(SweepFault) -> (plan: SweepPlan, places: [String])
  {
    var common: SweepPlan?
    var places: [String] = []
    for path in paths {
      guard let (plan, _, place) = try SweepDirectory.held(in: path) else { throw .noPlan(path) }
      places.append(place)
      guard let first = common else {
        common = plan
        continue
      }
      let differences = first.differences(to: plan, here: paths[0], there: path)
      guard differences.isEmpty else { throw .otherPlan(path, differences: differences) }
    }
    guard let common else { throw .noPlan("") }
    return (common, places)
  }
}
