import Tables

/// What an item of a study came to, as a ``StudyMemory`` keeps it.
package protocol StudyRecord: Sendable {
  func write(to record: inout WordWriter)
  /// `nil` when the words are not those of such a record.
  init?(reading words: inout WordReader)
}

extension StudyRecord {
  package var bytes: [UInt8] {
    var record = WordWriter()
    write(to: &record)
    return record.bytes
  }

  /// `nil` unless the bytes are one record and nothing else.
  package init?(bytes: [UInt8]) {
    var words = WordReader(bytes)
    self.init(reading: &words)
    guard words.isAtEnd else { return nil }
  }
}
