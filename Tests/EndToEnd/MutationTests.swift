import Foundation
import Testing

/// Files as nobody would write them, made by `Tests/Mutation`; more of them by
/// `Tests/EndToEnd/mutate`.
@Suite("Mutants")
struct MutationTests {
  /// So many that they take less than a minute of one core; other seeds, and as many as one likes,
  /// by `Tests/EndToEnd/mutate`.
  private static let count =
    ProcessInfo.processInfo.environment["MUTANTS"].flatMap { Int($0) }.map { max(1, $0) } ?? 800

  @Test("of mutants of scenarios, sweep files and plans at least a third are accepted, and none is faulty")
  func hunt() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "mutants")
    let outcome = try Program.mutation.run("--count", "\(MutationTests.count)", "--keep", folder.path)
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  /// Where an event happens once at most, the judge commits a fault on purpose.
  @Test(
    "a crash, a run without end and a broken rule are found, told with the mutant's number, and made smaller",
    arguments: [("crash", "crash by signal"), ("hang", "no end in sight"), ("rule", "sabotage")])
  func sabotage(_ fault: String, told rule: String) throws {
    try Workplace.use { place in
      var program = Program.mutation
      program.environment = ["MUTATION_SABOTAGE": fault]
      let limit = fault == "hang" ? "0.5" : "10"
      let outcome = try program.run(
        "--count", "150", "--seed", "4", "--limit", limit, "--keep", place.url.path)
      #expect(outcome.status == 1)
      let told = try #require(outcome.output.firstMatch(of: /mutant [0-9]+, [a-z]+ made from [^:]+: (.+)/))
      #expect(told.1.hasPrefix(rule))
      let kept = try #require(outcome.output.firstMatch(of: /kept, ([0-9]+) of ([0-9]+) bytes/))
      let (small, whole) = (try #require(Int(kept.1)), try #require(Int(kept.2)))
      #expect(small < whole)
      let file = try #require(place.names().first)
      #expect(try place.text(of: file).contains("once"))
    }
  }

  @Test("a mutant is the same text each time it is made, and another of another seed")
  func reproduction() throws {
    let texts = try [7, 7, 8].map { seed in
      try Program.mutation.run("show", "--seed", "\(seed)", "--from", "3").output
    }
    #expect(texts[0] == texts[1])
    #expect(texts[0] != texts[2])
    #expect(!texts[0].isEmpty)
  }

  @Test("a mutant that once was faulty is so no more", arguments: finds)
  func kept(_ name: String) throws {
    let outcome = try Program.mutation.run("judge", "Tests/Fixtures/mutants/\(name)")
    #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
  }

  @Test("what mutants have found is kept and tried again")
  func findsAreThere() { #expect(!MutationTests.finds.isEmpty) }

  /// Names of the files that are kept; what each has found stands in the README beside them.
  private static let finds: [String] = {
    let folder = Program.package.appending(path: "Tests/Fixtures/mutants").path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0 != "README.md" }.sorted()
  }()
}
