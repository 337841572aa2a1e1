import Foundation
import Testing

/// A command whose disk is to fail, and what is there before. `@` in a word stands for the folder
/// of the case.
struct FaultCase: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Commands that make what is there before.
  var before: [[String]] = []
  /// A journal of which only the first half is left before the command.
  var halved: String?
  let command: [String]
  /// What is tried afterwards, without faults, until one of them succeeds; the command itself
  /// unless given.
  var again: [[String]] = []
  /// The directory of the result.
  var result = "@/r"

  private static let pie = Program.package.appending(path: "scenarios/split-the-pie.jsonc").path
  private static let run = ["run", pie, "--runs", "20", "--threads", "1", "-q", "--out", "@/r"]
  private static let sweep = [
    "sweep", pie, "--vary", "rounds=3,4", "--runs", "20", "--threads", "1", "-q", "--out", "@/r",
  ]
  private static let levers = [
    "levers", pie, "--lever", "parties.first.willingness=0.5..1", "--runs", "2", "--threads", "1", "-q",
    "--out",
    "@/r",
  ]

  private static func shard(_ number: Int) -> [String] {
    sweep.dropLast() + ["@/shard-\(number)", "--shard", "\(number)/2"]
  }

  static let all = [
    FaultCase(testDescription: "run", command: run),
    FaultCase(
      testDescription: "run -f over another run", before: [run + ["--keep-runs"]],
      command: run + ["--seed", "2", "-f"]),
    FaultCase(
      testDescription: "run -f --keep-runs over a sweep", before: [sweep],
      command: run + ["-f", "--keep-runs"]),
    FaultCase(testDescription: "sweep", command: sweep),
    FaultCase(
      testDescription: "sweep --resume", before: [sweep.dropLast() + ["@/s"]],
      halved: "@/s/shard-1-of-1.journal",
      command: ["sweep", "--resume", "@/s", "--threads", "1", "-q"], result: "@/s"),
    FaultCase(
      testDescription: "sweep -f over another sweep", before: [sweep], command: sweep + ["--seed", "2", "-f"]),
    FaultCase(testDescription: "sweep --shard", command: sweep + ["--shard", "1/2"]),
    FaultCase(testDescription: "sweep --slurm", command: sweep + ["--slurm", "2"]),
    FaultCase(
      testDescription: "merge", before: [shard(1), shard(2)],
      command: ["merge", "@/shard-1", "@/shard-2", "--out", "@/r", "-q"]),
    FaultCase(testDescription: "levers", command: levers, again: [levers + ["--resume"], levers]),
    FaultCase(
      testDescription: "levers -f over another study", before: [levers],
      command: levers + ["--seed", "2", "-f"]),
    FaultCase(
      testDescription: "export", before: [run],
      command: ["export", "@/r", "--format", "md", "--out", "@/t", "-q"], result: "@/t"),
    FaultCase(
      testDescription: "export -f over the tables of another run",
      before: [
        run, ["export", "@/r", "--format", "md", "--table", "endings", "--out", "@/t"],
        run + ["--seed", "2", "-f"],
      ], command: ["export", "@/r", "--format", "md", "--table", "endings", "--out", "@/t", "-q", "-f"],
      again: [
        ["export", "@/r", "--format", "md", "--table", "endings", "--out", "@/t", "-q", "-f"]
      ], result: "@/t"),
  ]
}
