import Results

/// Joins the shards of one simulation or study.
package struct StudyMerge: Sendable {
  package let plan: StudyPlan
  /// In which directory each shard is, by its number from 1.
  private let places: [Int: String]

  /// Looks for all shards in some directories.
  ///
  /// - Parameter paths: at least one.
  /// - Throws: ``StudyFault``: when the directories hold different plans, when a shard is in two of
  ///   them, and when shards are missing or unfinished, all of which are named.
  package init(of paths: [String]) throws(StudyFault) {
    var common: (plan: StudyPlan, path: String)?
    var places: [Int: String] = [:]
    var open: Set<Int> = []
    for path in paths {
      guard let plan = try StudyPlan.held(in: path) else { throw .noPlan(path) }
      if let first = common {
        let differences = first.plan.differences(to: plan, here: first.path, there: path)
        guard differences.isEmpty else { throw .otherPlan(path, differences: differences) }
      } else {
        common = (plan, path)
      }
      var overlap: (Int, String)?
      try StudyItems.read(in: path, digest: plan.digest, shards: plan.allShards) { shard, content in
        if let other = places[shard.index] { overlap = overlap ?? (shard.index, other) }
        places[shard.index] = path
        var items = StudyItems()
        items.add(content)
        if !items.isSealed(shard) { open.insert(shard.index) }
      }
      if let (shard, other) = overlap { throw .overlap(shard, other, path) }
    }
    guard let (plan, path) = common else { throw .noPlan("") }
    guard plan.version == Release.identity else {
      throw .otherPlan(
        path, differences: ["version: \(plan.version) in \(path), \(Release.identity) in this program"])
    }
    let missing = (1...plan.shards).filter { places[$0] == nil || open.contains($0) }
    guard missing.isEmpty else { throw .missing(missing) }
    self.plan = plan
    self.places = places
  }

  /// What one shard has done.
  ///
  /// - Parameter damaged: told where its journal has changed since it was written.
  package func items(
    of shard: StudyShard, damaged: (String, Journal.Damage) -> Void = { _, _ in }
  ) throws(StudyFault) -> StudyItems {
    var items = StudyItems()
    let place = places[shard.index] ?? ""
    try StudyItems.read(in: place, digest: plan.digest, shards: [shard]) { shard, content in
      items.add(content)
      for damage in content.damages { damaged("\(place)/\(shard.journalName)", damage) }
    }
    return items
  }

  /// What all of them have done.
  package func items(damaged: (String, Journal.Damage) -> Void) throws(StudyFault) -> StudyItems {
    var all = StudyItems()
    for shard in plan.allShards { all.merge(try items(of: shard, damaged: damaged)) }
    return all
  }
}
