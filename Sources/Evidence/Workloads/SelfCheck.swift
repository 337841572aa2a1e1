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
    (table: "endings", digest: "c940a32d9fe3fb3060cdd4e55f1e34f06d668b5fe3133f346a176e2238d50074"),
    (table: "rounds", digest: "013f3d853562b533adad8932e66ff0f508a7eadb1c09999ca3ff50ee3fbd892e"),
    (table: "parties", digest: "c07b2285c0124ba7ff2389077180efac7c5e7bff554e804dde8ce9fb33472033"),
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
