import Foundation
import Tables
import Testing

@Suite("Atomic files") struct AtomicFileTests {
  /// A fresh directory for one test, removed afterwards.
  private func inDirectory(_ body: (String) throws -> Void) throws {
    let directory = FileManager.default.temporaryDirectory.appendingPathComponent(
      "tables-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    try body(directory.path)
  }

  private func content(_ path: String) -> String? { try? String(contentsOfFile: path, encoding: .utf8) }
  private func names(_ directory: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: directory).sorted()
  }

  @Test("writing replaces the content and leaves nothing else behind")
  func replaces() throws {
    try inDirectory { directory in
      let path = directory + "/ending – نهاية.csv"
      try AtomicFile.write("one", to: path)
      try AtomicFile.write(Array("two".utf8), to: path)
      #expect(content(path) == "two")
      #expect(try names(directory).count == 1)
    }
  }

  @Test("until the commit the target keeps its old content, and abandoning keeps it for good")
  func abandoning() throws {
    try inDirectory { directory in
      let path = directory + "/a"
      try AtomicFile.write("old", to: path)
      do {
        let stream = try AtomicFileStream(path)
        try stream.append(Array("new".utf8))
        #expect(content(path) == "old")
        #expect(try names(directory).count == 2)
        stream.abandon()
      }
      #expect(try names(directory) == ["a"])
      do {
        let stream = try AtomicFileStream(path)
        try stream.append(Array("new".utf8))
      }
      #expect(content(path) == "old")
      #expect(try names(directory) == ["a"])
    }
  }

  @Test("a stream holds its pieces in order and is closed by the commit")
  func streaming() throws {
    try inDirectory { directory in
      let path = directory + "/a"
      let stream = try AtomicFileStream(path)
      let table = try Table("t", columns: [.integer("n", (0..<60_000).map { $0 })])
      try table.write(.csv) { piece throws(WriteError) in try stream.append(piece) }
      try stream.commit()
      #expect(content(path) == table.text(.csv))
      #expect(throws: WriteError(path: path, step: .write, code: EBADF)) { try stream.append([1]) }
      #expect(throws: WriteError(path: path, step: .write, code: EBADF)) { try stream.commit() }
    }
  }

  @Test("a missing directory, a file in a directory's place, and a directory in the file's place are errors")
  func cannotCreate() throws {
    try inDirectory { directory in
      let missing = directory + "/no/such.csv"
      #expect(throws: WriteError(path: missing, step: .create, code: ENOENT)) {
        try AtomicFile.write("x", to: missing)
      }
      try AtomicFile.write("x", to: directory + "/file")
      let below = directory + "/file/a.csv"
      #expect(throws: WriteError(path: below, step: .create, code: ENOTDIR)) {
        try AtomicFile.write("x", to: below)
      }
      #expect(throws: WriteError(path: directory, step: .create, code: EISDIR)) {
        try AtomicFile.write("x", to: directory)
      }
      #expect(try names(directory) == ["file"])
    }
  }

  @Test("a failed renaming removes the temporary file")
  func failedRename() throws {
    try inDirectory { directory in
      let path = directory + "/a"
      let stream = try AtomicFileStream(path)
      try stream.append([1, 2, 3])
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      #expect(throws: WriteError(path: path, step: .rename, code: EISDIR)) { try stream.commit() }
      #expect(try names(directory) == ["a"])
    }
  }

  @Test(
    "a full disk is an error that names the path and the reason",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func diskFull() {
    let error = #expect(throws: WriteError.self) { try AtomicFile.write("x", to: "/dev/full") }
    #expect(error?.description == "cannot write /dev/full: No space left on device")
    #expect(error?.step == .write)
    // The device must still be there, and no file in its place.
    #expect(throws: WriteError.self) { try AtomicFile.write("x", to: "/dev/full") }
  }

  @Test("a symbolic link is followed and stays a link")
  func links() throws {
    try inDirectory { directory in
      try AtomicFile.write("old", to: directory + "/target")
      try FileManager.default.createSymbolicLink(
        atPath: directory + "/link", withDestinationPath: "target")
      try AtomicFile.write("new", to: directory + "/link")
      #expect(content(directory + "/target") == "new")
      #expect(try FileManager.default.destinationOfSymbolicLink(atPath: directory + "/link") == "target")
    }
  }

  @Test("a replaced file keeps its permissions")
  func permissions() throws {
    try inDirectory { directory in
      let path = directory + "/a"
      try AtomicFile.write("old", to: path)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
      try AtomicFile.write("new", to: path)
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect(attributes[.posixPermissions] as? Int == 0o600)
    }
  }
}
