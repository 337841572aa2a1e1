import Results
import Tables

/// A directory in which a sweep keeps its plan and its journals, and gets its tables.
///
/// A sweep that is forced over another result is begun beside it, and the other one stays as it is
/// until there are tables to take its place.
package struct SweepDirectory: Sendable {
  package let directory: ResultDirectory
  package let plan: SweepPlan
  /// Whether plan and journals are beside another result that is still in its place.
  let isBeside: Bool
  /// Files that had to make room for the plan.
  package let kept: [KeptFile]

  package var path: String { directory.path }
  /// Where plan and journals are.
  package var workPath: String { isBeside ? directory.begunSweepPath : path }

  /// Takes a directory for a plan: an empty one, or one that holds the same plan already, which
  /// then goes on.
  ///
  /// - Parameters:
  ///   - path: the directory; those above it are made, too.
  ///   - plan: what is to be simulated there.
  ///   - replacing: let it take the place of another result.
  ///   - isBeside: let another result stay until then; else it goes at once, with its files.
  ///   - mayShare: be content with a share of the directory, beside other shards.
  /// - Throws: `ResultDirectoryFault` when there is no place; ``SweepFault`` when it holds another
  ///   sweep; `WriteError`.
  package init(
    claiming path: String, for plan: SweepPlan, replacing: Bool, isBeside: Bool = true, mayShare: Bool = false
  ) throws {
    let claimed: ResultDirectory?
    do {
      claimed = try ResultDirectory(claiming: path, for: replacing ? .replacing : .new, mayShare: mayShare)
    } catch ResultDirectoryFault.occupied(let path) {
      guard try SweepDirectory.held(in: path) != nil else { throw ResultDirectoryFault.occupied(path) }
      claimed = nil
    }
    self =
      if let claimed {
        try SweepDirectory.begun(in: claimed, plan, isBeside: isBeside)
      } else {
        try SweepDirectory.goneOn(path, with: plan, mayShare: mayShare)
      }
  }

  private static func begun(
    in directory: ResultDirectory, _ plan: SweepPlan, isBeside: Bool
  ) throws -> SweepDirectory {
    let text = JSONText.string(plan.json)
    let isOccupied = try directory.isOccupiedByUs
    var kept: [KeptFile] = []
    if isOccupied, isBeside {
      try directory.beginSweep()
      try AtomicFile.write(text, to: "\(directory.begunSweepPath)/\(SweepPlan.fileName)")
    } else {
      let draft = try directory.draft()
      try draft.write(text, named: SweepPlan.fileName)
      kept = try draft.commit(nil, isOccupied ? .replaces : .adds)
    }
    return SweepDirectory(directory: directory, plan: plan, isBeside: isOccupied && isBeside, kept: kept)
  }

  private static func goneOn(
    _ path: String, with plan: SweepPlan, mayShare: Bool
  ) throws -> SweepDirectory {
    let held = try SweepDirectory(opening: path, mayShare: mayShare)
    let differences = held.plan.differences(to: plan, here: path, there: "this command line")
    guard differences.isEmpty else { throw SweepFault.otherPlan(path, differences: differences) }
    return held
  }

  private init(directory: ResultDirectory, plan: SweepPlan, isBeside: Bool, kept: [KeptFile] = []) {
    self.kept = kept
    self.directory = directory
    self.plan = plan
    self.isBeside = isBeside
  }

  /// Opens a directory that holds a plan, to simulate more of it.
  ///
  /// - Throws: ``SweepFault``, also when the plan is that of another version of the program, whose
  ///   rows may be others; `ResultDirectoryFault`.
  package init(resuming path: String) throws {
    try self.init(opening: path, mayShare: true)
    var wanted = plan
    wanted.version = Release.identity
    let differences = plan.differences(to: wanted, here: path, there: "this program")
    guard differences.isEmpty else { throw SweepFault.otherPlan(path, differences: differences) }
  }

  /// Opens a directory that holds a plan of any version, to write tables of what was simulated.
  ///
  /// - Parameters:
  ///   - path: the directory.
  ///   - mayShare: be content with a share of the directory, if the plan has several shards.
  /// - Throws: ``SweepFault``; `ResultDirectoryFault`.
  package init(opening path: String, mayShare: Bool = false) throws {
    // Before anything is made there.
    guard let seen = try SweepDirectory.held(in: path) else { throw SweepFault.noPlan(path) }
    let directory = try ResultDirectory(
      claiming: path, for: .goingOn, mayShare: mayShare && seen.plan.shards > 1)
    // Once more, now that nobody replaces it.
    guard let held = try SweepDirectory.held(in: path) else { throw SweepFault.noPlan(path) }
    self.init(directory: directory, plan: held.plan, isBeside: held.isBeside)
  }

  /// Whether a directory holds a plan, to go on with.
  package static func isHeld(in path: String) throws(SweepFault) -> Bool { try held(in: path) != nil }

  /// Makes plan, journals and job scripts part of a result.
  package func adopt(into draft: ResultDraft, _ scripts: SlurmScripts) throws(WriteError) {
    try draft.adoptSweep(isBegun: isBeside)
    if !isBeside { try scripts.adopt(into: draft) }
  }

  /// The plan with which a sweep in a directory goes on; `nil` when there is none.
  static func held(in path: String) throws(SweepFault) -> (plan: SweepPlan, isBeside: Bool, workPath: String)?
  {
    do {
      try ResultDirectory.settle(path)
    } catch {
      throw .directory(error)
    }
    let begun = ResultDirectory.begunSweepPath(in: path)
    for place in [begun, path] {
      if let plan = try plan(at: place, of: path) { return (plan, place == begun, place) }
    }
    return nil
  }

  /// Whether a directory holds a sweep, begun or done.
  package static func isThere(in path: String) throws(SweepFault) -> Bool { try held(in: path) != nil }

  /// The plan of the result in a directory; `nil` when there is none.
  static func plan(in path: String) throws(SweepFault) -> SweepPlan? {
    do {
      try ResultDirectory.settle(path)
    } catch {
      throw .directory(error)
    }
    return try plan(at: path, of: path)
  }

  private static func plan(at place: String, of path: String) throws(SweepFault) -> SweepPlan? {
    let bytes: [UInt8]?
    do {
      bytes = try FileSystem.current.bytes(of: "\(place)/\(SweepPlan.fileName)")
    } catch {
      throw .cannotRead("\(place)/\(SweepPlan.fileName)", reason: error.reason)
    }
    guard let bytes else { return nil }
    do {
      return try SweepPlan(json: bytes)
    } catch {
      throw .unreadablePlan(path, error)
    }
  }
}
