import Foundation
import Results
import Tables
import Testing

/// Guards of identity, not expected numbers: they notice that a byte of a result is another, and
/// cannot say which is right. That the numbers are right is for all other tests.
@Suite("Golden results")
struct GoldenTests {
  private static let folder = Program.package.appending(path: "Tests/Fixtures/golden")
  private static let remedy =
    "raise the revision and renew the fixture: Tests/EndToEnd/renew-golden does both; commit Release.swift and Tests/Fixtures/golden together"

  private func bytes(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: GoldenTests.folder.appending(path: name)))
  }

  private func lines(of name: String) throws -> [Substring] {
    String(decoding: try bytes(of: name), as: UTF8.self).split(separator: "\n")
  }

  @Test("as long as the revision is the same, every table and trace is, byte for byte")
  func tables() throws {
    let outcome = try Program().run(at: "Tests/EndToEnd/renew-golden", "--print")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let (now, golden) = (Set(outcome.output.split(separator: "\n")), Set(try lines(of: "tables.txt")))
    let changed = now.symmetricDifference(golden).map { $0.split(separator: " ", maxSplits: 1).last ?? $0 }
    #expect(
      changed.isEmpty,
      "Results of revision \(Release.revision) have changed: \(GoldenTests.remedy).\n\(Set(changed).sorted().joined(separator: "\n"))"
    )
  }

  @Test("every renewed fixture has a revision and an identity of its own")
  func revisions() throws {
    let entries = try lines(of: "revisions.txt").map { $0.split(separator: " ").map(String.init) }
    try #require(entries.allSatisfy { $0.count == 2 })
    for (number, entry) in entries.enumerated() {
      #expect(entry[0] == "\(number + 1)", "there is a line for each revision, in their order")
    }
    for (former, latter) in zip(entries, entries.dropFirst()) {
      #expect(former[1] != latter[1], "revision \(latter[0]) has the results of the one before")
    }
    let newest = try #require(entries.last)
    let digest = SHA256.hex(of: try bytes(of: "tables.txt"))
    #expect(
      newest == ["\(Release.revision)", digest],
      "The fixture was renewed without a new revision: \(GoldenTests.remedy).")
    #expect(
      Release.results == digest.prefix(8), "The identity is that of other results: \(GoldenTests.remedy).")
  }

  @Test("every scenario that is shipped is among the golden runs")
  func scenarios() throws {
    let commands = try lines(of: "commands.txt")
    let shipped = try FileManager.default.contentsOfDirectory(
      atPath: Program.package.appending(path: "scenarios").path
    ).filter { $0.hasSuffix(".jsonc") }
    #expect(!shipped.isEmpty)
    for name in shipped {
      #expect(
        commands.contains { $0.hasPrefix("run scenarios/\(name) ") && $0.contains("--keep-runs") }, "\(name)")
    }
  }

  @Test(
    "manifests, plans and journals carry version and revision, and those of another are refused with both")
  func otherRevision() throws {
    let identity = "\(Release.version)+r\(Release.revision).\(Release.results)"
    #expect(try Program().run("--version").output.hasPrefix("detente \(identity)\n"))
    try Workplace.use { place in
      let scenario = Program.package.appending(path: "scenarios/logroll.jsonc").path
      let sweep = try place.program.run(
        "sweep", scenario, "--vary", "rounds=5,10", "--runs", "20", "-q", "--out", "s")
      #expect(sweep.status == 0)
      for name in ["s/plan.json", "s/manifest.json"] {
        #expect(try place.text(of: name).contains("\"version\": \"\(identity)\""), "\(name)")
      }
      let former = "\(Release.version)+r\(Release.revision - 1).01234567"
      try place.write(try place.text(of: "s/plan.json").replacing(identity, with: former), to: "s/plan.json")
      let resumed = try place.program.run("sweep", "--resume", "s", "-q")
      #expect(resumed.status == 73)
      #expect(resumed.errors.contains("version: \(former) in s, \(identity) in this program"))
      try FileManager.default.createDirectory(
        at: place.url.appending(path: "l"), withIntermediateDirectories: true)
      let heading = Array("detente study journal 4, version \(former), study 0".utf8)
      _ = try #require(
        try Journal.open(place.url.appending(path: "l/study.journal").path, heading: heading))
      let study = try place.program.run("levers", scenario, "--runs", "20", "-q", "--out", "l", "--resume")
      #expect(study.status == 73)
      #expect(study.errors.contains("l holds a study that \(former) has begun"))
      #expect(study.errors.contains(identity))
    }
  }
}
