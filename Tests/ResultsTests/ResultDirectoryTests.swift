import Foundation
import Results
import Tables
import Testing

@Suite("A result directory")
struct ResultDirectoryTests {
  private let base = FileManager.default.temporaryDirectory.appending(path: "detente-\(UUID().uuidString)")
    .path

  private func withBase(_ body: () throws -> Void) rethrows {
    defer { try? FileManager.default.removeItem(atPath: base) }
    try body()
  }

  private func table() throws -> Table {
    try Table(
      "endings", columns: [.text("ending", ["collapsed"]), .integer("count", [12]), .real("share", [0.25])])
  }

  @Test("is made with all directories above it, and reads back the tables written to it")
  func roundTrip() throws {
    try withBase {
      let directory = try ResultDirectory(claiming: base + "/a/b/", replacing: false)
      try directory.write(table())
      try directory.write("{}", named: ResultDirectory.manifestName)
      let result = try ResultDirectory(reading: base + "/a/b")
      #expect(result.tableNames == ["endings"])
      #expect(try result.table(named: "endings") == table())
    }
  }

  @Test("is refused when something is in it, unless it is to be replaced")
  func occupied() throws {
    try withBase {
      let first = try ResultDirectory(claiming: base, replacing: false)
      try first.write("notes", named: "notes.txt")
      #expect(throws: ResultDirectoryFault.occupied(base)) {
        try ResultDirectory(claiming: base, replacing: false)
      }
      #expect(throws: Never.self) { try ResultDirectory(claiming: base, replacing: true) }
    }
  }

  @Test("an empty directory is nobody's, and is taken")
  func empty() throws {
    try withBase {
      _ = try ResultDirectory(claiming: base, replacing: false)
      #expect(throws: Never.self) { try ResultDirectory(claiming: base, replacing: false) }
    }
  }

  @Test("clearing removes the former result and leaves other files alone")
  func clear() throws {
    try withBase {
      let directory = try ResultDirectory(claiming: base, replacing: false)
      try directory.write(table())
      try directory.write("{}", named: ResultDirectory.manifestName)
      try directory.write("<html>", named: "report.html")
      try directory.write("<svg/>", named: "endings.svg")
      try directory.write("mine", named: "notes.txt")
      directory.clear()
      #expect(try FileManager.default.contentsOfDirectory(atPath: base) == ["notes.txt"])
    }
  }

  @Test(
    "clearing removes what a study that was stopped left: it could not be gone on with beside another result")
  func clearStudy() throws {
    try withBase {
      let directory = try ResultDirectory(claiming: base, replacing: false)
      _ = try Journal.open(directory.path(of: ResultDirectory.studyJournalName))
      directory.clear(keepingStudy: true)
      #expect(try FileManager.default.contentsOfDirectory(atPath: base) == [ResultDirectory.studyJournalName])
      try directory.write("mine", named: "notes.txt")
      directory.clear()
      #expect(try FileManager.default.contentsOfDirectory(atPath: base) == ["notes.txt"])
    }
  }

  @Test("clearing a directory that holds no result removes nothing")
  func clearForeign() throws {
    try withBase {
      let directory = try ResultDirectory(claiming: base, replacing: true)
      try directory.write("a,b\n1,2\n", named: "mine.csv")
      directory.clear()
      #expect(directory.tableNames == ["mine"])
    }
  }

  @Test("a file in its place, a missing directory and one without a manifest are told apart")
  func faults() throws {
    try withBase {
      #expect(throws: ResultDirectoryFault.missing(base)) { try ResultDirectory(reading: base) }
      let directory = try ResultDirectory(claiming: base, replacing: false)
      #expect(throws: ResultDirectoryFault.noResult(base)) { try ResultDirectory(reading: base) }
      try directory.write("x", named: "file")
      #expect(throws: ResultDirectoryFault.notADirectory(base + "/file")) {
        try ResultDirectory(claiming: base + "/file", replacing: true)
      }
      #expect(throws: ResultDirectoryFault.cannotCreate(base + "/file/below", reason: "Not a directory")) {
        try ResultDirectory(claiming: base + "/file/below", replacing: false)
      }
    }
  }
}
