import Evidence
import Foundation
import Reports
import Results
import Tables
import Testing

@Suite("Doctor")
struct DoctorTests {
  @Test("the small run has the tables that the golden fixture has of the same command")
  func golden() throws {
    let file = Program.package.appending(path: "Tests/Fixtures/golden/tables.txt")
    let lines = Set(try String(contentsOf: file, encoding: .utf8).split(separator: "\n"))
    for (table, digest) in SelfCheck.digests {
      let line =
        "\(digest) \(table).csv run scenarios/paris-2025.jsonc --runs \(SelfCheck.runs) --seed \(SelfCheck.seed) --keep-runs"
      #expect(lines.contains(Substring(line)), "Tests/EndToEnd/renew-golden renews \(table)")
    }
    #expect(SelfCheck.digests.count == 3)
    for threads in [1, 3] {
      let findings = try SelfCheck.findings(threads: threads)
      #expect(findings.map(\.got) == SelfCheck.digests.map(\.digest))
    }
  }

  @Test("it says version, machine, limits and the self-check, and ends with 0")
  func text() throws {
    let outcome = try Program(environment: ["LC_ALL": "de_AT.UTF-8"]).run("doctor")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.hasPrefix(try Program().run("--version").output))
    for word in [
      "system", "processor", "memory", "address space", "terminal", "working directory", "de_AT.UTF-8",
    ] {
      #expect(outcome.output.contains(word), "\(word)")
    }
    #expect(outcome.output.contains("2,000 runs of the built-in scenario"))
  }

  @Test(
    "no path, no name of user or machine, and nothing that somebody has put into the environment is in it")
  func privacy() throws {
    try Workplace.use { place in
      let secret = "s3cret-\(UInt32.random(in: 0 ... .max))"
      let environment = [
        "LC_ALL": secret, "USER": secret, "HOSTNAME": secret, "HOME": "/home/\(secret)",
        "TMPDIR": "/tmp/\(secret)",
      ]
      for format in ["text", "json"] {
        let outcome = try Program(directory: place.url, environment: environment)
          .run("doctor", "--format", format)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(!outcome.output.contains(secret))
        #expect(!outcome.output.contains(place.url.path))
        #expect(!outcome.output.contains(ProcessInfo.processInfo.hostName))
      }
    }
  }

  @Test("limits of the process and a directory that cannot be written are told")
  func limits() throws {
    if Program.canBeLimited {
      let limited = try Program().shell("ulimit -v 4000000; \"$detente\" doctor --format json")
      let document = try #require(
        try JSONSerialization.jsonObject(with: Data(limited.output.utf8)) as? [String: Any])
      #expect(document["address_space_bytes"] as? Int == 4_096_000_000)
    }
    #expect(DiskSpace(of: "/nowhere").isWritable == false)
    #expect(DiskSpace(of: "/nowhere").freeBytes == nil)
    #expect(DiskSpace(of: ".").freeBytes ?? 0 > 0)
  }

  @Test("a table that is another makes it unsound, and names the table")
  func unsound() {
    let disk = DiskSpace(freeBytes: 5_000_000_000, isWritable: true)
    let good = TableDigest(table: "endings", expected: "ab", got: "ab")
    let bad = TableDigest(table: "rounds", expected: "ab", got: "cd")
    func report(_ findings: [TableDigest]) -> DoctorReport {
      DoctorReport(
        build: "detente\n", machine: .current, threads: 1, memory: MemoryLimit(bytes: 1), addressSpace: nil,
        locale: nil, isUTF8: true, columns: nil, isColoured: false, workingDirectory: disk,
        temporaryDirectory: disk, findings: findings, runs: 2_000, seed: 7)
    }
    #expect(report([good]).isSound)
    #expect(!report([good, bad]).isSound)
    #expect(!report([]).isSound)
    #expect(report([good, bad]).text(width: 300).contains("OTHER tables than this revision (rounds)"))
    #expect(report([good]).text(width: 80).contains("5.0 GB free, can be written"))
  }
}
