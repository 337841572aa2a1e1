import Foundation
import Testing

@Suite("Limits")
struct LimitTests {
  private static let scenario = Program.package.appending(path: "scenarios/logroll.jsonc").path

  private func shell(_ line: String, in place: Workplace) throws -> Program.Outcome {
    try Program(directory: place.url, environment: ["scenario": LimitTests.scenario]).shell(line)
  }

  @Test(
    "with few file descriptors a command does its work or ends with 73 and says that too many files are open",
    arguments: [
      "run \"$scenario\" --runs 50 --keep-runs", "sweep \"$scenario\" --vary rounds=5,10 --runs 20",
      "levers \"$scenario\" --runs 20", "compare \"$scenario\" \"$scenario\" --runs 20",
    ])
  func descriptors(command: String) throws {
    var statuses: [Int32] = []
    for limit in 4...12 {
      try Workplace.use { place in
        let outcome = try shell("ulimit -n \(limit); exec \"$detente\" \(command) -q --out r", in: place)
        // Where the program itself cannot be loaded, the loader says so.
        guard outcome.status != 127 else { return }
        statuses.append(outcome.status)
        #expect([0, 73].contains(outcome.status), "\(limit) descriptors: \(outcome.errors)")
        #expect(
          (outcome.status == 73) == outcome.errors.contains("Too many open files"), "\(limit) descriptors")
      }
    }
    #expect(statuses.last == 0)
  }

  @Test(
    "a file that may not grow ends a command with 74 and its reason, before the first run as after it",
    arguments: [
      "help run", "run \"$scenario\" --runs 50 --keep-runs -q --out r",
      "sweep \"$scenario\" --vary rounds=5,10 --runs 20 -q --out r",
      "levers \"$scenario\" --runs 20 -q --out r",
    ])
  func fileSize(command: String) throws {
    try Workplace.use { place in
      // One block: enough for what is said on standard error.
      let outcome = try shell("ulimit -f 1; exec \"$detente\" \(command)", in: place)
      #expect(outcome.status == 74)
      #expect(outcome.errors.contains("File too large"))
    }
  }

  @Test(
    "with little memory, as soon as the program can be loaded, it does its work or ends with 73 and names the limit"
  )
  func memory() throws {
    var statuses: [Int32] = []
    for kilobytes in stride(from: 50_000, through: 200_000, by: 2_500) {
      try Workplace.use { place in
        let limit = "ulimit -v \(kilobytes); exec \"$detente\""
        guard try shell(limit + " --version", in: place).status == 0 else { return }
        let outcome = try shell(limit + " run \"$scenario\" --runs 500 -q --out r", in: place)
        statuses.append(outcome.status)
        #expect([0, 73].contains(outcome.status), "\(kilobytes) kB: \(outcome.errors)")
        #expect((outcome.status == 73) == outcome.errors.contains("the limit on memory (ulimit -v)"))
      }
    }
    #expect(Program.canBeLimited ? statuses.contains(73) && statuses.last == 0 : statuses.isEmpty)
  }

  @Test(
    "every command on the largest scenario does its work under a limit on memory, or ends with 73 and names it",
    arguments: [
      "run \"$paris\" --runs 1000 --keep-runs", "sweep \"$paris\" --vary rounds=20,30 --runs 50",
      "sensitivity \"$paris\" --method morris --samples 2 --runs 2",
      "compare \"$paris\" --set rounds=20 --runs 50",
      "formula \"$paris\" --draws 50 --runs 20", "answers \"$scenario\" --runs 50 --each 20",
      "levers \"$scenario\" --runs 20", "given \"$river\" --history \"$history\" --runs 2000",
      "check \"$paris\"", "trace \"$paris\"",
    ])
  func limited(command: String) throws {
    func scenario(_ name: String) -> String {
      Program.package.appending(path: "scenarios/\(name).jsonc").path
    }
    let files = [
      "scenario": LimitTests.scenario, "paris": scenario("paris-2025"), "river": scenario("river-water"),
      "history": scenario("histories/river-water"),
    ]
    let out =
      command.hasPrefix("check")
      ? " --threads 2" : command.hasPrefix("trace") ? "" : " --threads 2 -q --out r"
    var statuses: [Int32] = []
    for kilobytes in stride(from: 90_000, through: 390_000, by: 20_000) {
      try Workplace.use { place in
        let program = Program(directory: place.url, environment: files)
        let limit = "ulimit -v \(kilobytes); exec \"$detente\""
        guard try program.shell(limit + " --version").status == 0 else { return }
        let outcome = try program.shell("\(limit) \(command)\(out)")
        statuses.append(outcome.status)
        #expect([0, 73].contains(outcome.status), "\(kilobytes) kB: \(outcome.errors.suffix(400))")
        #expect((outcome.status == 73) == outcome.errors.contains("the limit on memory (ulimit -v)"))
      }
    }
    #expect(Program.canBeLimited ? statuses.last == 0 : statuses.isEmpty)
  }

  @Test("the command line is what main was given, where there is no /proc as elsewhere")
  func noProc() throws {
    let hiding = "unshare -rm sh -c 'mount -t tmpfs none /proc && exec \"$0\" \"$@\"'"
    guard try Program().shell("\(hiding) true").status == 0 else { return }
    try Workplace.use { place in
      let version = try shell("\(hiding) \"$detente\" --version", in: place)
      #expect(version.status == 0)
      #expect(version.output.hasPrefix("detente ") && version.output.split(separator: "\n").count == 2)
      let run = try shell(
        "\(hiding) \"$detente\" run \"$scenario\" --runs 50 --threads 1 -q --out r", in: place)
      #expect(run.status == 0)
      #expect(run.errors.isEmpty)
      #expect(
        try place.text(of: "r/manifest.json").contains("\"command_line\": [\"detente\", \"run\", "))
      let job = try shell(
        "\(hiding) \"$detente\" sweep \"$scenario\" --vary rounds=5,10 --runs 20 --slurm 2 -q --out s",
        in: place)
      #expect(job.status == 0, "\(job.errors)")
      let scripts = try place.names(in: "s").filter { $0.hasSuffix(".sbatch") || $0.hasSuffix(".sh") }
        .map { try place.text(of: "s/\($0)") }
      let folder = Program.executable.resolvingSymlinksInPath().deletingLastPathComponent().path
      #expect(scripts.contains { $0.contains(folder) })
      let plain = try shell("\"$detente\" run \"$scenario\" --runs 50 --threads 1 -q --out p", in: place)
      #expect(run.output == plain.output)
      #expect(try place.text(of: "r/endings.csv") == place.text(of: "p/endings.csv"))
    }
  }
}
