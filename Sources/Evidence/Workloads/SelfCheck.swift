import Scenarios
import Simulation
import Tables

/// A small run of the built-in scenario, held against the digests that its tables have in this
/// revision: whether this build, on this machine, computes what every other does.
///
/// It shows that something is otherwise, such as a broken compiler or memory that errs, and not
/// that a number is right; that is for the evidence and the tests.
package struct SelfCheck: Sendable {
  package static let runs = 2_000
  package static let seed: UInt64 = 7

  /// The SHA-256 of the CSV files, as `Tests/Fixtures/golden/tables.txt` has them for the same
  /// runs. `Tests/EndToEnd/renew-golden` renews both.
  package static let digests: [(table: String, digest: String)] = [
    (table: "endings", digest: "bb1ae57d25a2676b8e55460dc58734c0ea519c08a0b7b0f2c97bdf242a0a7c9d"),
    (table: "rounds", digest: "591bccfb001faa8ebcdeba6068453973f21b6b8b5dbca032ebe78199ddfca2ee"),
    (table: "parties", digest: "658591db7ea44209f3cb395e0cf541220c183fb9c3fc0660fd30ced86f3cb160"),
  ]

  /// Simulates, on so many threads, and looks.
  package static func findings(threads: Int) throws -> [TableDigest] {
    let plan = SimulationPlan(runs: runs, seed: seed, threads: threads)
    let tables = try Ensemble(FlagshipRuns.scenario(), plan: plan).run().tables()
    return digests.map { name, digest in
      let table = tables.first { $0.name == name }
      return TableDigest(
        table: name, expected: digest, got: table.map { SHA256.hex(of: $0.write(.csv)) } ?? "")
    }
  }
}
