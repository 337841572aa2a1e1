import Foundation
import Results
import Tables
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A disk of which calls fail for as long as they are named.
final class FailingCalls: FileSystemSentry {
  private let code: Int32
  private let isFailing: @Sendable (FileCall, String) -> Bool

  init(_ code: Int32, _ isFailing: @escaping @Sendable (FileCall, String) -> Bool) {
    self.code = code
    self.isFailing = isFailing
  }

  func verdict(on call: FileCall, _ path: String) -> FileVerdict {
    isFailing(call, path) ? .fail(code) : .proceed
  }
}

@Suite("A file system that cannot lock")
struct UnlockableFilesTests {
  @Test("a reader takes nothing from a command that is at work")
  func readerBesideWriter() throws {
    try ResultDirectoryTests.withBase { base in
      let files = FileSystem(sentry: FailingCalls(ENOLCK) { call, _ in call == .lock })
      try FileSystem.$current.withValue(files) {
        try ResultDirectoryTests.make(in: base, ["a.txt": "old"])
        let directory = try ResultDirectory(claiming: base, for: .replacing)
        let draft = try directory.draft()
        try draft.write("new", named: "a.txt")
        // As `export` and `verify` do meanwhile.
        let reader = try ResultDirectory(reading: base)
        #expect(try ResultDirectoryTests.text(reader.path(of: "a.txt")) == "old")
        _ = try draft.commit(ResultDirectoryTests.manifest(), .replaces)
        #expect(try ResultDirectoryTests.text(base + "/a.txt") == "new")
      }
    }
  }
}

@Suite("A journal on a failing disk")
struct FailingJournalTests {
  @Test("keeps what it said was kept, though what it failed to write could not be cut off at once")
  func cutFails() throws {
    try Folder.use { folder in
      let path = folder + "/j"
      let heading = Array("detente test journal".utf8)
      let failing = Switch()
      let files = FileSystem(
        sentry: FailingCalls(EIO) { call, _ in failing.isOn && (call == .sync || call == .truncate) })
      try FileSystem.$current.withValue(files) {
        let (journal, _) = try #require(try Journal.open(path, heading: heading))
        try journal.append([1])
        for record: [UInt8] in [[2, 2, 2], [3, 3, 3, 3, 3]] {
          failing.isOn = true
          #expect(throws: WriteError.self) { try journal.append(Array(repeating: 9, count: 40)) }
          failing.isOn = false
          try journal.append(record)
        }
      }
      let content = try #require(try Journal.read(path, heading: heading))
      #expect(content.records == [[1], [2, 2, 2], [3, 3, 3, 3, 3]])
      #expect(content.damages.isEmpty && content.tornBytes == 0)
    }
  }

  /// Touched by one thread.
  private final class Switch: @unchecked Sendable {
    var isOn = false
  }
}

@Suite("Files that bear the name of a journal")
struct ForeignJournalTests {
  @Test("are kept when they are a few bytes of somebody else's")
  func short() throws {
    try ResultDirectoryTests.withBase { base in
      try FileManager.default.createDirectory(atPath: base, withIntermediateDirectories: true)
      try Data("abc\n".utf8).write(to: URL(filePath: base + "/study.journal"))
      #expect(throws: ResultDirectoryFault.self) { try ResultDirectory(claiming: base, for: .replacing) }
      #expect(try ResultDirectoryTests.text(base + "/study.journal") == "abc\n")
    }
  }
}
