import Foundation
import Scenarios
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a scenario may make the program read, and what is told of it.
@Suite struct ForeignFileTests {
  /// A folder `home` with a scenario that extends something, beside a folder `other`.
  private func inFolders(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("detente-\(UUID().uuidString)")
    for name in ["home", "home/below", "other"] {
      try FileManager.default.createDirectory(
        at: folder.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder)
  }

  private func write(_ text: String, _ name: String, in folder: URL) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  /// What is printed about `home/variant.jsonc`, which extends a file; `nil` when it is accepted.
  private func told(
    extending name: String, in folder: URL, policy: ExtensionPolicy = .anywhere
  ) throws -> String? {
    try write("{\"extends\": \"\(name)\", \"rounds\": 7}", "home/variant.jsonc", in: folder)
    do throws(ScenarioFault) {
      let path = folder.appendingPathComponent("home/variant.jsonc").path
      #expect(try ScenarioReader.read(path: path, extending: policy).scenario.rounds == 7)
      return nil
    } catch {
      return error.description
    }
  }

  private static let secrets = [
    ("root:x:0:0:root:/root:/bin/bash\nhunter2:y\n", "text"), ("hunter2", "one word"), ("", "nothing"),
    ("{\"hunter2\": \"root\"}", "an object of something else"), ("[\"hunter2\"]", "a list"),
    ("{\"rounds\": 5, \"hunter2\": 1}", "nearly a scenario"), ("{\"rounds\": hunter2}", "a slip"),
    ("{\"rounds\": 5", "not closed"), ("\u{FEFF}\0hunter2", "bytes"),
  ]

  @Test("of a file elsewhere that is no scenario nothing is repeated", arguments: secrets)
  func secret(_ content: String, _ name: String) throws {
    try inFolders { folder in
      try write(content, "other/secret", in: folder)
      let printed = try #require(try told(extending: "../other/secret", in: folder))
      #expect(printed.contains("cannot extend \"../other/secret\": it is no scenario, by its line "))
      for word in ["hunter2", "root:", "bash"] { #expect(!printed.contains(word), "\(name)") }
      #expect(printed.contains("variant.jsonc:1:13: error: "))
    }
  }

  @Test("a scenario elsewhere is extended, and one with a fault in the same folder is quoted")
  func scenarios() throws {
    try inFolders { folder in
      try write(SmallScenario.text(), "other/base.jsonc", in: folder)
      #expect(try told(extending: "../other/base.jsonc", in: folder) == nil)
      try write(SmallScenario.text().replacing("\"half\"", with: "half"), "home/base.jsonc", in: folder)
      #expect(try told(extending: "base.jsonc", in: folder)?.contains("unexpected word \"half\"") == true)
    }
  }

  @Test(
    "where files elsewhere are not to be read, they are not, whether they exist or not, by whatever way one gets there"
  )
  func policy() throws {
    try inFolders { folder in
      try write(SmallScenario.text(), "other/base.jsonc", in: folder)
      try write(SmallScenario.text(), "home/base.jsonc", in: folder)
      try write(SmallScenario.text(), "home/below/base.jsonc", in: folder)
      let files = FileManager.default
      let other = folder.appendingPathComponent("other")
      try files.createSymbolicLink(
        at: folder.appendingPathComponent("home/link.jsonc"),
        withDestinationURL: other.appendingPathComponent("base.jsonc"))
      try files.createSymbolicLink(
        at: folder.appendingPathComponent("home/folder"), withDestinationURL: other)
      for name in [
        "../other/base.jsonc", "../other/none.jsonc", "\(other.path)/base.jsonc", "link.jsonc",
        "folder/base.jsonc",
        "below/../../other/base.jsonc", "/etc/passwd", "../homely.jsonc",
      ] {
        let printed = try #require(try told(extending: name, in: folder, policy: .insideDirectory))
        #expect(printed.contains("it lies outside the directory of the scenario"), "\(name): \(printed)")
      }
      for name in ["base.jsonc", "./base.jsonc", "below/base.jsonc", "../home/base.jsonc"] {
        #expect(try told(extending: name, in: folder, policy: .insideDirectory) == nil, "\(name)")
      }
      // What a file within extends is held against the same folder.
      try write("{\"extends\": \"../../other/base.jsonc\"}", "home/below/base.jsonc", in: folder)
      #expect(
        try told(extending: "below/base.jsonc", in: folder, policy: .insideDirectory)?.contains(
          "base.jsonc:1:13: error: cannot extend") == true)
    }
  }

  @Test("a pipe, a device or a directory is not extended, and nobody waits", .timeLimit(.minutes(1)))
  func noFiles() throws {
    try inFolders { folder in
      try #require(mkfifo(folder.appendingPathComponent("home/pipe").path, 0o600) == 0)
      for name in ["pipe", "/dev/null", "/dev/zero"] {
        #expect(
          try told(extending: name, in: folder)?.contains(
            "cannot extend \"\(name)\": this is not a file that holds a text") == true)
      }
      #expect(try told(extending: "below", in: folder)?.contains("this is a directory") == true)
    }
  }

  @Test("a file too large is not extended")
  func tooLarge() throws {
    try inFolders { folder in
      try write("", "home/large.jsonc", in: folder)
      let handle = try FileHandle(forWritingTo: folder.appendingPathComponent("home/large.jsonc"))
      try handle.truncate(atOffset: UInt64(SourceText.largestFile) + 1)
      try handle.close()
      #expect(try told(extending: "large.jsonc", in: folder)?.contains("the file has 16777217 bytes") == true)
    }
  }

  @Test("a scenario may come out of a pipe; one that nobody writes to is empty", .timeLimit(.minutes(1)))
  func pipes() throws {
    try inFolders { folder in
      let path = folder.appendingPathComponent("home/pipe").path
      try #require(mkfifo(path, 0o600) == 0)
      #expect(try SourceText(reading: path).bytes.isEmpty)
      let text = String(repeating: SmallScenario.text() + "\n", count: 400)
      let writer = Process()
      writer.executableURL = URL(filePath: "/bin/sh")
      try write(text, "home/text", in: folder)
      // Opens the pipe, says that it did, and writes in two pieces.
      writer.arguments = [
        "-c",
        "exec 3<>\"$0/pipe\"; : > \"$0/open\"; head -c 1000 \"$0/text\" >&3; sleep 0.3; tail -c +1001 \"$0/text\" >&3; sleep 0.2",
        folder.appendingPathComponent("home").path,
      ]
      try writer.run()
      while !FileManager.default.fileExists(atPath: folder.appendingPathComponent("home/open").path) {
        usleep(1_000)
      }
      #expect(try SourceText(reading: path).text == text)
      writer.waitUntilExit()
    }
  }
}
