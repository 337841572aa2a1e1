import Tables

/// Whose texts come to what: of each mediator, or of each forum.
package struct ProposerCounts: Sendable, Equatable {
  /// Texts and offers made, all runs together.
  package private(set) var texts: [Int]
  /// Agreements reached on one of them.
  package private(set) var agreements: [Int]

  /// Of no runs.
  init(_ count: Int) {
    texts = Array(repeating: 0, count: count)
    agreements = texts
  }
}

extension ProposerCounts: RunFold {
  /// - Parameter run: its texts by proposer, and whose the agreed one is, negative for nobody's.
  package mutating func add(_ run: (texts: UnsafeBufferPointer<Int32>, agreed: Int32)) {
    for index in texts.indices { texts[index] += Int(run.texts[index]) }
    if run.agreed >= 0 { agreements[Int(run.agreed)] += 1 }
  }

  package mutating func merge(_ later: ProposerCounts) {
    texts.add(later.texts)
    agreements.add(later.agreements)
  }

  package func write(to record: inout WordWriter) {
    record.write(counts: texts)
    record.write(counts: agreements)
  }

  package init?(reading words: inout WordReader) {
    guard let texts = words.counts(), let agreements = words.counts(), agreements.count == texts.count
    else { return nil }
    (self.texts, self.agreements) = (texts, agreements)
  }
}
