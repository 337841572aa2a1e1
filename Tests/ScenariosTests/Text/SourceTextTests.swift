import Foundation
import Scenarios
import Testing

@Suite struct SourceTextTests {
  @Test("lines end with LF, CR LF and CR")
  func lines() {
    let text = SourceText(name: "t", text: "a\nb\r\nc\rd")
    #expect(text.lineCount == 4)
    #expect((0..<8).map { text.line(at: $0) } == [1, 1, 2, 2, 2, 3, 3, 4])
    #expect((1...4).map { text.range(ofLine: $0) } == [0..<1, 2..<3, 5..<6, 7..<8])
  }

  @Test("a place counted from an earlier one is the same place")
  func resumed() {
    let text = SourceText(name: "t", text: "aé\n日本語\nxyz")
    for start in 0..<16 {
      for offset in start..<18 {
        let known = text.position(at: start)
        #expect(text.position(at: offset, from: known) == text.position(at: offset))
      }
    }
  }

  @Test("what cannot be read says why")
  func unreadable() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    #expect(throws: FileFault.missing) { try SourceText(reading: folder.path + "/none") }
    #expect(throws: FileFault.missing) { try SourceText(reading: "") }
    #expect(throws: FileFault.missing) { try SourceText(reading: "a\0b") }
    #expect(throws: FileFault.directory) { try SourceText(reading: folder.path) }

    let large = folder.appendingPathComponent("large")
    #expect(FileManager.default.createFile(atPath: large.path, contents: nil))
    let handle = try FileHandle(forWritingTo: large)
    try handle.truncate(atOffset: 100_000_000)
    try handle.close()
    #expect(throws: FileFault.tooLarge(bytes: 100_000_000)) { try SourceText(reading: large.path) }

    let small = folder.appendingPathComponent("small")
    try Data([0xFF, 0x00]).write(to: small)
    let text = try SourceText(reading: small.path, name: "s")
    #expect(text.bytes == [0xFF, 0x00])
    #expect(text.name == "s")
  }

  #if os(Linux)
    @Test("an endless device is refused, not read")
    func endless() {
      #expect(throws: FileFault.notAFile) { try SourceText(reading: "/dev/zero") }
    }

    @Test("an endless pipe is refused, not read to its end", .timeLimit(.minutes(1)))
    func endlessPipe() throws {
      let writer = Process()
      writer.executableURL = URL(filePath: "/bin/cat")
      writer.arguments = ["/dev/zero"]
      let pipe = Pipe()
      writer.standardOutput = pipe
      try writer.run()
      defer { writer.terminate() }
      let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
      #expect(throws: FileFault.tooLarge(bytes: nil)) { try SourceText(reading: path) }
    }
  #endif
}
