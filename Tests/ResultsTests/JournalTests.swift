import Foundation
import Results
import Tables
import Testing

@Suite("A journal")
struct JournalTests {
  private static let heading = Array("detente test journal".utf8)
  private static let records: [[UInt8]] = [[1], [2, 3, 4], Array(repeating: 7, count: 300), [0, 0]]
  /// Of the heading and of each record: eight bytes of a mark, four of a length, and eight of a
  /// digest, beside itself.
  private static let ends = [40, 61, 84, 404, 426]

  private func open(_ path: String, _ heading: [UInt8] = JournalTests.heading) throws -> (
    journal: Journal, content: Journal.Content
  ) {
    try #require(try Journal.open(path, heading: heading))
  }

  private func read(_ path: String) throws -> Journal.Content {
    try #require(try Journal.read(path, heading: JournalTests.heading))
  }

  /// A journal with ``records``.
  private func write(_ path: String) throws {
    let (journal, content) = try open(path)
    #expect(content.records.isEmpty && content.damages.isEmpty && content.tornBytes == 0)
    for record in JournalTests.records { try journal.append(record) }
  }

  private func bytes(_ path: String) throws -> Data { try Data(contentsOf: URL(filePath: path)) }

  @Test("has each record on the disk when the call that adds it returns, and gives all back")
  func roundTrip() throws {
    try Folder.use { folder in
      let (journal, _) = try open(folder + "/j")
      var ends = [try bytes(folder + "/j").count]
      for record in JournalTests.records {
        try journal.append(record)
        ends.append(try bytes(folder + "/j").count)
      }
      #expect(ends == JournalTests.ends)
      #expect(try read(folder + "/j").records == JournalTests.records)
      #expect(try read(folder + "/j").tornBytes == 0)
      #expect(try read(folder + "/j").damages == [])
      #expect(try Journal.read(folder + "/none", heading: JournalTests.heading) == nil)
    }
  }

  @Test("cut after any byte, it keeps the records before the cut, and the next record follows them")
  func torn() throws {
    try Folder.use { folder in
      try write(folder + "/j")
      let whole = try bytes(folder + "/j")
      #expect(whole.count == JournalTests.ends.last)
      for cut in 0..<whole.count {
        let path = folder + "/cut"
        try whole.prefix(cut).write(to: URL(filePath: path))
        let last = JournalTests.ends.last { $0 <= cut } ?? 0
        let kept = JournalTests.records.prefix(max(0, JournalTests.ends.count { $0 <= cut } - 1))
        let (journal, content) = try open(path)
        #expect(content.records == Array(kept))
        #expect(content.tornBytes == cut - last && content.damages == [])
        try journal.append([9])
        #expect(try read(path).records == Array(kept) + [[9]])
      }
    }
  }

  @Test("a byte that has changed costs its own record and no other, and it is said which")
  func damaged() throws {
    try Folder.use { folder in
      try write(folder + "/j")
      let whole = try bytes(folder + "/j")
      #expect(whole.count == JournalTests.ends.last)
      for place in whole.indices {
        var damaged = whole
        damaged[place] ^= 0x10
        let path = folder + "/damaged"
        try damaged.write(to: URL(filePath: path))
        // 0 for the heading.
        let number = JournalTests.ends.count { $0 <= place }
        let size = JournalTests.ends[number] - (number == 0 ? 0 : JournalTests.ends[number - 1])
        var kept = JournalTests.records
        if number > 0 { kept.remove(at: number - 1) }
        let (journal, content) = try open(path)
        #expect(content.records == kept, "byte \(place)")
        // The last record may as well have been torn.
        let isLast = number == JournalTests.records.count
        #expect(content.damages == (isLast ? [] : [Journal.Damage(record: number, bytes: size)]))
        #expect(content.tornBytes == (isLast ? size : 0))
        try journal.append([9])
        #expect(try read(path).records == kept + [[9]])
      }
    }
  }

  @Test("two damaged places are told apart, and what lies beside each other is one")
  func damagedTwice() throws {
    try Folder.use { folder in
      let (journal, _) = try open(folder + "/j")
      for record in UInt8(1)...7 { try journal.append([record]) }
      var all = try bytes(folder + "/j")
      // Records of 21 bytes each after a heading of 40: the 2nd, and the 4th and 5th.
      for place in [40 + 25, 40 + 65, 40 + 85] { all[place] ^= 1 }
      try all.write(to: URL(filePath: folder + "/damaged"))
      let content = try read(folder + "/damaged")
      #expect(content.records == [[1], [3], [6], [7]])
      #expect(
        content.damages == [Journal.Damage(record: 2, bytes: 21), Journal.Damage(record: 4, bytes: 42)])
    }
  }

  @Test("bytes that went missing or came in between cost no whole record beside them")
  func shifted() throws {
    try Folder.use { folder in
      try write(folder + "/j")
      var all = try bytes(folder + "/j")
      all.removeSubrange(45..<50)
      try all.write(to: URL(filePath: folder + "/short"))
      #expect(try read(folder + "/short").records == Array(JournalTests.records.dropFirst()))
      all = try bytes(folder + "/j")
      all.insert(contentsOf: Data(repeating: 0xd5, count: 33), at: 61)
      try all.write(to: URL(filePath: folder + "/long"))
      let content = try read(folder + "/long")
      #expect(content.records == JournalTests.records)
      #expect(content.damages == [Journal.Damage(record: 2, bytes: 33)])
    }
  }

  @Test("zeros at the end, as a power cut may leave them, are no records")
  func zeros() throws {
    try Folder.use { folder in
      try write(folder + "/j")
      let padded = try bytes(folder + "/j") + Data(count: 4_096)
      try padded.write(to: URL(filePath: folder + "/j"))
      let content = try read(folder + "/j")
      #expect(content.records == JournalTests.records)
      #expect(content.tornBytes == 4_096)
      try Data(count: 4_096).write(to: URL(filePath: folder + "/zeros"))
      #expect(try open(folder + "/zeros").content.tornBytes == 4_096)
    }
  }

  @Test("of another heading, or anybody's file, is not opened and not changed")
  func foreign() throws {
    try Folder.use { folder in
      try write(folder + "/j")
      try Data("my own notes, which happen to have this name".utf8).write(
        to: URL(filePath: folder + "/notes"))
      for path in [folder + "/j", folder + "/notes"] {
        let before = try bytes(path)
        let other = Array("detente other journal".utf8)
        #expect(try Journal.open(path, heading: other) == nil)
        #expect(throws: JournalFault.foreign(path)) { try Journal.read(path, heading: other) }
        #expect(try bytes(path) == before)
      }
      // Even when its heading is damaged: every record says what it belongs to.
      var damaged = try bytes(folder + "/j")
      damaged[3] ^= 1
      try damaged.write(to: URL(filePath: folder + "/j"))
      #expect(try Journal.open(folder + "/j", heading: Array("detente other journal".utf8)) == nil)
    }
  }

  @Test("is not written by two at once")
  func locked() throws {
    try Folder.use { folder in
      let (journal, _) = try open(folder + "/j")
      #expect(throws: WriteError(path: folder + "/j", step: .create, code: EWOULDBLOCK)) {
        _ = try Journal.open(folder + "/j", heading: JournalTests.heading)
      }
      try journal.append([1])
    }
  }
}
