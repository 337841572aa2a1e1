import Foundation
import Results
import Tables
import Testing

@Suite("A journal")
struct JournalTests {
  private static let records: [[UInt8]] = [[1], [2, 3, 4], Array(repeating: 7, count: 300), [0, 0]]

  /// A journal with ``records``, and where each of them ends.
  private func written(_ path: String) throws -> [Int] {
    let (journal, content) = try Journal.open(path)
    #expect(content.records.isEmpty && content.tornBytes == 0)
    return try JournalTests.records.map { record in
      try journal.append(record)
      return try bytes(path).count
    }
  }

  private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(filePath: path)) }

  @Test("has each record on the disk when the call that adds it returns, and gives all back")
  func roundTrip() throws {
    try Folder.use { folder in
      let ends = try written(folder + "/j")
      #expect(ends == [13, 28, 340, 354], "length, record and eight bytes of a digest each")
      #expect(Journal.read(folder + "/j")?.records == JournalTests.records)
      #expect(Journal.read(folder + "/j")?.tornBytes == 0)
      #expect(Journal.read(folder + "/none") == nil)
    }
  }

  @Test("cut after any byte, it keeps the records before the cut, and the next record follows them")
  func torn() throws {
    try Folder.use { folder in
      let ends = try written(folder + "/j")
      let whole = try bytes(folder + "/j")
      for cut in 0..<whole.count {
        let path = folder + "/cut"
        try whole.prefix(cut).write(to: URL(filePath: path))
        let kept = ends.count { $0 <= cut }
        let (journal, content) = try Journal.open(path)
        #expect(content.records == Array(JournalTests.records.prefix(kept)))
        #expect(content.tornBytes == cut - (kept == 0 ? 0 : ends[kept - 1]))
        try journal.append([9])
        #expect(Journal.read(path)?.records == Array(JournalTests.records.prefix(kept)) + [[9]])
      }
    }
  }

  @Test("a byte that has changed ends it before the record in which it is")
  func damaged() throws {
    try Folder.use { folder in
      let ends = try written(folder + "/j")
      let whole = try bytes(folder + "/j")
      for place in whole.indices {
        var damaged = whole
        damaged[place] ^= 0x10
        try damaged.write(to: URL(filePath: folder + "/damaged"))
        let kept = ends.count { $0 <= place }
        #expect(
          Journal.read(folder + "/damaged")?.records == Array(JournalTests.records.prefix(kept)),
          "byte \(place)")
      }
    }
  }

  @Test("zeros at the end, as a power cut may leave them, are no records")
  func zeros() throws {
    try Folder.use { folder in
      _ = try written(folder + "/j")
      let padded = try bytes(folder + "/j") + Data(count: 4_096)
      try padded.write(to: URL(filePath: folder + "/j"))
      let content = try #require(Journal.read(folder + "/j"))
      #expect(content.records == JournalTests.records)
      #expect(content.tornBytes == 4_096)
    }
  }

  @Test("is not written by two at once")
  func locked() throws {
    try Folder.use { folder in
      let (journal, _) = try Journal.open(folder + "/j")
      #expect(throws: WriteError(path: folder + "/j", step: .create, code: EWOULDBLOCK)) {
        _ = try Journal.open(folder + "/j")
      }
      try journal.append([1])
    }
  }
}
