import Experiments
import Scenarios

/// The options that only sweeps have, and how their texts become values.
enum SweepOptions {
  static let vary = Option(
    "vary", .varied, repeats: true,
    help:
      "the values of one number: PATH=LO..HI:N for N values from LO to HI, PATH=A,B,C for a list, or PATH=LO..HI for "
      + "what --design samples (may be given several times; the first varies slowest)")
  static let design = Option(
    "design", .sampling, help: "sample the ranges: lhs:N, a Latin hypercube of N points, or sobol:N")
  static let file = Option(
    "file", .text("FILE", "the name of a sweep file", completion: .files),
    help: "read what varies from a file: tactics and options as values, axes that go hand in hand")
  static let scenario = Option(
    "scenario", .text("FILES", "names of scenario files with commas between them", completion: .files),
    help: "compare variants: a.jsonc,b.jsonc in place of SCENARIO")
  static let precision = Option(
    "precision", .number("P", "a number from 0.00001 to 0.49999", in: 0.000_01...0.499_99),
    help:
      "at each point, stop as soon as the share of agreements is known to within P on either side, by intervals that "
      + "hold at every look; --runs is then the most")
  static let resume = Option(
    "resume", .directory,
    help: "go on with the sweep in this directory; all that decides its result is known there")
  static let shard = Option(
    "shard", .shard, help: "do only part I of N of the points: 3/16; with --resume, I alone will do")
  static let budget = Option(
    "time-budget", .timeSpan, help: "stop in good order after this time, such as 55m or 1h30m")
  static let plan = Flag(
    "plan", help: "print points, runs and estimated time, and simulate only a short trial")
  static let slurm = Option(
    "slurm", .wholeNumber(1...SweepPlan.mostShards),
    help:
      "simulate nothing, but write a Slurm job array of N tasks that does it, to be submitted by DIR/submit")
  /// Not where `run` puts its result, so that a run and a sweep of one scenario stand side by side.
  static let out = Option(
    "out", short: "o", .directory, help: "the directory for the results (results/NAME-sweep unless given)")
}

/// What one `--vary` says.
enum VariedNumber: Sendable {
  case axis(SweepAxis)
  /// To be sampled.
  case range(SweepRange)
}

/// Which part of a sweep is meant: `3/16`, or `3` of what the plan says.
struct ShardChoice: Sendable, Equatable {
  let index: Int
  let count: Int?
}

extension ValueKind where Value == VariedNumber {
  static var varied: Self {
    ValueKind(
      valueName: "PATH=VALUES", expectation: "PATH=LO..HI:N, PATH=A,B,C or PATH=LO..HI",
      completion: .paths
    ) { text throws(ValueFault) in
      do throws(SweepAxisFault) {
        if let range = try SweepRange(parsing: text) { return .range(range) }
        return .axis(try SweepAxis(parsing: text))
      } catch {
        throw ValueFault("\(error)")
      }
    }
  }
}

extension ValueKind where Value == SweepSampling {
  static var sampling: Self {
    ValueKind(valueName: "KIND:N", expectation: "lhs:N or sobol:N", completion: .nothing) {
      text throws(ValueFault) in
      guard let sampling = SweepSampling(parsing: text) else { throw ValueFault() }
      return sampling
    }
  }
}

extension ValueKind where Value == ShardChoice {
  static var shard: Self {
    ValueKind(valueName: "I/N", expectation: "a shard of how many, such as 3/16", completion: .nothing) {
      text throws(ValueFault) in
      let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
      guard let index = parts[0], index >= 1 else { throw ValueFault() }
      guard parts.count > 1 else { return ShardChoice(index: index, count: nil) }
      guard parts.count == 2, let count = parts[1], count <= SweepPlan.mostShards else { throw ValueFault() }
      guard index <= count else { throw ValueFault("there are only \(count)") }
      return ShardChoice(index: index, count: count)
    }
  }
}

extension ValueKind where Value == Duration {
  /// Hours, minutes and seconds: `1h30m`, `55m`, `90s`.
  static var timeSpan: Self {
    ValueKind(valueName: "TIME", expectation: "a time such as 90s, 55m or 1h30m", completion: .nothing) {
      text throws(ValueFault) in
      guard let match = text.wholeMatch(of: /(?:(\d{1,5})h)?(?:(\d{1,6})m)?(?:(\d{1,8})s)?/) else {
        throw ValueFault()
      }
      let parts = [match.1, match.2, match.3].map { $0.flatMap { Int($0) } ?? 0 }
      let seconds = parts[0] * 3_600 + parts[1] * 60 + parts[2]
      guard seconds > 0 else { throw ValueFault() }
      return .seconds(seconds)
    }
  }
}
