import Tables

/// How many runs were played in a model, and how many of them ended in an agreement.
package struct ModelAgreements: Sendable, Equatable {
  package private(set) var runs = 0
  package private(set) var agreements = 0

  package init() {}

  /// `nil` without runs.
  package var share: Double? { runs > 0 ? Double(agreements) / Double(runs) : nil }

  mutating func add(isAgreement: Bool) {
    runs += 1
    if isAgreement { agreements += 1 }
  }

  mutating func merge(_ later: ModelAgreements) {
    runs += later.runs
    agreements += later.agreements
  }
}

extension ModelAgreements: StudyRecord {
  package func write(to record: inout WordWriter) {
    record.write(runs)
    record.write(agreements)
  }

  package init?(reading words: inout WordReader) {
    guard let runs = words.count(), let agreements = words.count(), agreements <= runs else { return nil }
    (self.runs, self.agreements) = (runs, agreements)
  }
}

extension ModelRange {
  /// Of the share of runs in which something holds, each with the model that it is played in.
  ///
  /// - Parameter models: how many there are; without any, and without runs, `nil`.
  package init?(of runs: some Sequence<(model: Int?, holds: Bool)>, models: Int) {
    var counts = Array(repeating: ModelAgreements(), count: models)
    for run in runs {
      if let model = run.model { counts[model].add(isAgreement: run.holds) }
    }
    self.init(counts.map(\.share))
  }
}
