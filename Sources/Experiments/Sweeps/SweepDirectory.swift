import Foundation
import Tables

/// A directory in which a sweep keeps its plan and its journals, and gets its tables.
public struct SweepDirectory: Sendable {
  public let directory: ResultDirectory
  public let plan: SweepPlan

  public var path: String { directory.path }

  /// Takes a directory for a plan: an empty one, or one that holds the same plan already, which then goes on.
  ///
  /// - Parameters:
  ///   - path: the directory; those above it are made, too.
  ///   - plan: what is to be simulated there.
  ///   - replacing: remove what another sweep has left there.
  /// - Throws: ``ResultDirectoryFault`` when there is no place; ``SweepFault`` when it holds another sweep; `WriteError`.
  public init(claiming path: String, for plan: SweepPlan, replacing: Bool) throws {
    if !replacing, let held = try SweepDirectory.plan(in: path) {
      self = try SweepDirectory(path, holding: held, wanted: plan)
      return
    }
    do {
      self.init(directory: try ResultDirectory(claiming: path, replacing: replacing), plan: plan)
    } catch ResultDirectoryFault.occupied(let path) {
      // Shards are begun together, and another has been quicker.
      guard let held = try SweepDirectory.plan(in: path) else { throw ResultDirectoryFault.occupied(path) }
      self = try SweepDirectory(path, holding: held, wanted: plan)
      return
    }
    if replacing { directory.clear() }
    try directory.write(JSONText.string(plan.json), named: SweepPlan.fileName)
  }

  private init(directory: ResultDirectory, plan: SweepPlan) {
    self.directory = directory
    self.plan = plan
  }

  private init(_ path: String, holding held: SweepPlan, wanted plan: SweepPlan) throws {
    let differences = held.differences(to: plan, here: path, there: "this command line")
    guard differences.isEmpty else { throw SweepFault.otherPlan(path, differences: differences) }
    self.init(directory: try ResultDirectory(claiming: path, replacing: true), plan: held)
  }

  /// Opens a directory that holds a plan, to simulate more of it.
  ///
  /// - Throws: ``SweepFault``, also when the plan is that of another version of the program, whose rows may be others;
  ///   ``ResultDirectoryFault``.
  public init(resuming path: String) throws {
    try self.init(opening: path)
    var wanted = plan
    wanted.version = Release.version
    let differences = plan.differences(to: wanted, here: path, there: "this program")
    guard differences.isEmpty else { throw SweepFault.otherPlan(path, differences: differences) }
  }

  /// Opens a directory that holds a plan of any version, to write tables of what was simulated.
  ///
  /// - Throws: ``SweepFault``; ``ResultDirectoryFault``.
  public init(opening path: String) throws {
    guard let held = try SweepDirectory.plan(in: path) else { throw SweepFault.noPlan(path) }
    self.init(directory: try ResultDirectory(claiming: path, replacing: true), plan: held)
  }

  /// The plan that a directory holds; `nil` when there is none.
  static func plan(in path: String) throws(SweepFault) -> SweepPlan? {
    guard let data = RegularFile.contents(at: "\(path)/\(SweepPlan.fileName)") else { return nil }
    do {
      return try SweepPlan(json: Array(data))
    } catch {
      throw .unreadablePlan(path, error)
    }
  }
}
