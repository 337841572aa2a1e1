import Foundation
import Results
import Tables
import Testing

@Suite("A result directory")
struct ResultDirectoryTests {
  /// A path at which there is nothing yet.
  static func withBase(_ body: (String) throws -> Void) throws {
    try Folder.use { try body($0 + "/result") }
  }

  static func table() throws -> Table {
    try Table(
      "endings", columns: [.text("ending", ["collapsed"]), .integer("count", [12]), .real("share", [0.25])])
  }

  static func manifest() -> Manifest {
    Manifest(
      command: "run", commandLine: ["detente"], scenario: "s", sources: [], seed: 1, runs: 1, runsPlanned: 1,
      isComplete: true, threads: 1, machine: .current, started: Date(), finished: Date())
  }

  /// A result of a table and texts in a directory.
  @discardableResult
  static func make(
    in path: String, _ texts: [String: String], replacing: Bool = false
  ) throws -> [KeptFile] {
    let directory = try ResultDirectory(claiming: path, for: replacing ? .replacing : .new)
    let draft = try directory.draft()
    try draft.write(table())
    for (name, text) in texts { try draft.write(text, named: name) }
    return try draft.commit(manifest(), .replaces)
  }

  static func names(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  static func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test("is made with all directories above it, and reads back the tables written to it")
  func roundTrip() throws {
    try Self.withBase { base in
      try Self.make(in: base + "/a/b/", [:])
      let result = try ResultDirectory(reading: base + "/a/b")
      #expect(try result.tableNames == ["endings"])
      #expect(try result.table(named: "endings") == Self.table())
      #expect(
        try Self.names(base + "/a/b") == ["endings.csv", "manifest.json", "tables.json"],
        "no lock is left behind")
    }
  }

  @Test("the manifest lists every file but itself, by name, with its size and the digest of its bytes")
  func outputs() throws {
    try Self.withBase { base in
      // "abc": FIPS 180-2, appendix B.1; the empty text: NIST's example vectors.
      try Self.make(in: base, ["b.svg": "abc", "a.html": ""])
      let bytes = try Data(contentsOf: URL(filePath: base + "/manifest.json"))
      let outputs = try #require(ManifestRecord(Array(bytes))?.outputs)
      #expect(outputs.map(\.name) == ["a.html", "b.svg", "endings.csv", "tables.json"])
      #expect(outputs.prefix(3).map(\.bytes) == [0, 3, 37])
      #expect(outputs[0].sha256 == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
      #expect(outputs[1].sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }
  }

  @Test("a new result does not take the place of another unless told to, and then leaves no file of it")
  func replacing() throws {
    try Self.withBase { base in
      try Self.make(in: base, ["report.html": "old", "endings.svg": "old"])
      #expect(throws: ResultDirectoryFault.occupied(base)) { try Self.make(in: base, [:]) }
      try Data("mine".utf8).write(to: URL(filePath: base + "/notes.txt"))
      try Data("mine".utf8).write(to: URL(filePath: base + "/survey.csv"))
      #expect(try Self.make(in: base, ["endings.svg": "new"], replacing: true).isEmpty)
      #expect(
        try Self.names(base) == [
          "endings.csv", "endings.svg", "manifest.json", "notes.txt", "survey.csv", "tables.json",
        ])
      #expect(try Self.text(base + "/endings.svg") == "new")
      #expect(try Self.text(base + "/survey.csv") == "mine")
      #expect(
        try ResultDirectory(reading: base).tableNames == ["endings"], "a foreign table is not the result's")
    }
  }

  @Test("until it is committed the former result is as it was, and after an abandoned draft as well")
  func abandoned() throws {
    try Self.withBase { base in
      try Self.make(in: base, ["report.html": "old"])
      let before = try Self.text(base + "/manifest.json")
      do {
        let directory = try ResultDirectory(claiming: base, for: .replacing)
        let draft = try directory.draft()
        try draft.write("new", named: "report.html")
        #expect(try Self.text(base + "/report.html") == "old")
      }
      #expect(try Self.names(base) == ["endings.csv", "manifest.json", "report.html", "tables.json"])
      #expect(try Self.text(base + "/manifest.json") == before)
    }
  }

  @Test("a file of the former result that somebody has changed, or put another thing for, is kept and said")
  func changed() throws {
    try Self.withBase { base in
      try Self.make(in: base, ["report.html": "old", "time.svg": "old", "gone.svg": "old"])
      try Data("OLD".utf8).write(to: URL(filePath: base + "/report.html"))
      try Data("mine".utf8).write(to: URL(filePath: base + "/report.kept-1.html"))
      try FileManager.default.removeItem(atPath: base + "/time.svg")
      try FileManager.default.createDirectory(atPath: base + "/time.svg/d", withIntermediateDirectories: true)
      let kept = try Self.make(in: base, ["report.html": "new"], replacing: true)
      #expect(
        kept.map(\.description) == [
          "\(base)/report.html is kept as report.kept-2.html: it was changed since it was written",
          "\(base)/time.svg is kept as time.kept-1.svg: it was changed since it was written",
        ])
      #expect(
        try Self.names(base) == [
          "endings.csv", "manifest.json", "report.html", "report.kept-1.html", "report.kept-2.html",
          "tables.json", "time.kept-1.svg",
        ])
      #expect(try Self.text(base + "/report.kept-1.html") == "mine")
      #expect(try Self.text(base + "/report.kept-2.html") == "OLD")
      #expect(try Self.text(base + "/report.html") == "new")
      #expect(try Self.names(base + "/time.kept-1.svg") == ["d"])
    }
  }

  @Test(
    "a foreign file that has the name of a new one is kept, and nothing that the manifest does not list goes")
  func foreign() throws {
    try Self.withBase { base in
      try Self.make(in: base, [:])
      try Data("mine".utf8).write(to: URL(filePath: base + "/report.html"))
      let kept = try Self.make(in: base, ["report.html": "new"], replacing: true)
      #expect(
        kept.map(\.description) == [
          "\(base)/report.html is kept as report.kept-1.html: it is not of the former result"
        ])
      #expect(try Self.text(base + "/report.kept-1.html") == "mine")
    }
  }

  @Test(
    "a directory of somebody else's files is not taken by force when one has a name that results have",
    arguments: ["manifest.json", "endings.csv", "report.html", "plan.json", "study.journal"])
  func inTheWay(name: String) throws {
    try Self.withBase { base in
      try FileManager.default.createDirectory(atPath: base, withIntermediateDirectories: true)
      let mine =
        #"{"name": "a project", "version": "2", "icons": [], "this is long": "enough for a heading"}"#
      try Data(mine.utf8).write(to: URL(filePath: base + "/" + name))
      for purpose in [ResultDirectory.Purpose.new, .replacing] {
        #expect(throws: purpose == .new ? .occupied(base) : ResultDirectoryFault.foreign(base, names: [name]))
        {
          _ = try ResultDirectory(claiming: base, for: purpose)
        }
      }
      #expect(try Self.names(base) == [name])
      #expect(try Self.text(base + "/" + name) == mine)
    }
  }

  @Test("a directory of somebody else's files of other names is taken by force, and they stay")
  func beside() throws {
    try Self.withBase { base in
      try FileManager.default.createDirectory(atPath: base, withIntermediateDirectories: true)
      try Data("mine".utf8).write(to: URL(filePath: base + "/survey.csv"))
      for _ in 0..<2 { #expect(try Self.make(in: base, [:], replacing: true).isEmpty) }
      #expect(try Self.names(base) == ["endings.csv", "manifest.json", "survey.csv", "tables.json"])
      #expect(try Self.text(base + "/survey.csv") == "mine")
    }
  }

  @Test("of a result whose manifest does not list its files, as version 0.1.0 wrote it, every file is kept")
  func unlisted() throws {
    try Self.withBase { base in
      try FileManager.default.createDirectory(atPath: base, withIntermediateDirectories: true)
      let old = #"{"version": "0.1.0", "command": "run", "command_line": [], "files": [], "seed": 1}"#
      for (name, text) in ["manifest.json": old, "endings.csv": "old", "zone.csv": "old", "mine.csv": "mine"]
      {
        try Data(text.utf8).write(to: URL(filePath: "\(base)/\(name)"))
      }
      let kept = try Self.make(in: base, [:], replacing: true)
      #expect(kept.map(\.name) == ["endings.kept-1.csv", "manifest.kept-1.json", "zone.kept-1.csv"])
      #expect(
        try Self.names(base) == [
          "endings.csv", "endings.kept-1.csv", "manifest.json", "manifest.kept-1.json", "mine.csv",
          "tables.json", "zone.kept-1.csv",
        ])
      #expect(try Self.text(base + "/manifest.kept-1.json") == old)
    }
  }

  @Test(
    "a manifest that names files outside its directory is nobody's",
    arguments: ["../precious", "a/b", "..", ""])
  func escaping(name: String) throws {
    let manifest =
      #"{"version": "0.1.0", "command": "run", "command_line": [], "files": [], "seed": 1, "outputs": [{"name": "\#(name)", "bytes": 4, "sha256": "x"}]}"#
    #expect(ManifestRecord(Array(manifest.utf8)) == nil)
  }

  @Test("an empty directory is nobody's, and is taken; one that was made and not written to is gone again")
  func empty() throws {
    try Self.withBase { base in
      do {
        let directory = try ResultDirectory(claiming: base + "/a/b", for: .new)
        let names = try Self.names(base + "/a/b")
        withExtendedLifetime(directory) {}
        #expect(names == [".detente"], "the lock is held while the directory is")
      }
      #expect(!FileManager.default.fileExists(atPath: base))
      try FileManager.default.createDirectory(atPath: base, withIntermediateDirectories: true)
      do { _ = try ResultDirectory(claiming: base, for: .new) }
      #expect(try Self.names(base) == [])
    }
  }

  @Test("a file in its place, a missing directory and one without a manifest are told apart")
  func faults() throws {
    try Self.withBase { base in
      #expect(throws: ResultDirectoryFault.missing(base)) { try ResultDirectory(reading: base) }
      try FileManager.default.createDirectory(atPath: base, withIntermediateDirectories: true)
      #expect(throws: ResultDirectoryFault.noResult(base)) { try ResultDirectory(reading: base) }
      try Data("x".utf8).write(to: URL(filePath: base + "/file"))
      #expect(throws: ResultDirectoryFault.notADirectory(base + "/file")) {
        try ResultDirectory(claiming: base + "/file", for: .replacing)
      }
      #expect(throws: ResultDirectoryFault.cannotCreate(base + "/file/below", reason: "Not a directory")) {
        try ResultDirectory(claiming: base + "/file/below", for: .new)
      }
    }
  }

  @Test("is at work for one only, whose number is told; shards share it, and then nobody has it alone")
  func locked() throws {
    try Self.withBase { base in
      let process = ProcessInfo.processInfo.processIdentifier
      do {
        let first = try ResultDirectory(claiming: base, for: .new)
        for purpose in [ResultDirectory.Purpose.new, .replacing, .goingOn] {
          #expect(throws: ResultDirectoryFault.inUse(base, process: process)) {
            _ = try ResultDirectory(claiming: base, for: purpose)
          }
        }
        try first.share()
        let second = try ResultDirectory(claiming: base, for: .goingOn, mayShare: true)
        #expect(throws: ResultDirectoryFault.inUse(base, process: process)) {
          _ = try ResultDirectory(claiming: base, for: .replacing)
        }
        try withExtendedLifetime((first, second)) { try Data().write(to: URL(filePath: base + "/x")) }
      }
      #expect(throws: Never.self) { _ = try ResultDirectory(claiming: base, for: .goingOn) }
      #expect(try Self.names(base) == ["x"])
    }
  }

  @Test("a link to a directory is a directory: the result is where the link leads, and the link stays")
  func link() throws {
    try Folder.use { folder in
      try FileManager.default.createDirectory(atPath: folder + "/there", withIntermediateDirectories: false)
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/link", withDestinationPath: "there")
      try Self.make(in: folder + "/link", [:])
      try Self.make(in: folder + "/link/", [:], replacing: true)
      #expect(try Self.names(folder + "/there") == ["endings.csv", "manifest.json", "tables.json"])
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder + "/link") == "there")
    }
  }
}
