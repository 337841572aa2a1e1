import Bargaining
import Tables

/// What is agreed: option by option, and as whole packages.
package struct TermCounts: Sendable {
  /// `settlements[k][o]`: agreements that settle issue k at option o.
  package private(set) var settlements: [[Int]]
  /// Agreed outcomes by their rank among all outcomes, those off the agenda included.
  package var packages: HeavyHitters { parts.sum }
  private var parts = PartedSample<HeavyHitters>()
  private let space: OutcomeSpace?

  /// Of no runs.
  ///
  /// - Parameter optionCounts: of every issue.
  init(optionCounts: [Int]) {
    settlements = optionCounts.map { Array(repeating: 0, count: $0) }
    space = OutcomeSpace(optionCounts: optionCounts)
  }
}

extension TermCounts: PartedFold {
  package mutating func add(_ run: RunBlock.Run) {
    guard run.row.ending.isAgreement else { return }
    parts.open.add(run.row.rank)
    guard let space else { return }
    for k in settlements.indices { settlements[k][space.option(of: k, in: run.row.rank)] += 1 }
  }

  package mutating func merge(_ later: TermCounts) {
    for k in settlements.indices { settlements[k].add(later.settlements[k]) }
    parts.merge(later.parts, isWithinPart: parts.open.total > 0)
  }

  package mutating func end(_ part: RunPart) { parts.end(part) }

  package func write(to record: inout WordWriter) {
    record.write(list: settlements) { $0.write(counts: $1) }
    parts.write(to: &record)
  }

  package init?(reading words: inout WordReader) {
    guard let settlements = words.list({ $0.counts() }),
      let parts = PartedSample<HeavyHitters>(reading: &words)
    else {
      return nil
    }
    self.init(optionCounts: settlements.map(\.count))
    (self.settlements, self.parts) = (settlements, parts)
  }
}
