import Bargaining

/// Whether red lines leave anything to agree on.
package enum RedLines {
  /// Choices tried before giving up on a proof.
  static let patience = 200_000

  /// Whether in every outcome at least one of the conditions holds.
  ///
  /// Searches for an outcome in which none holds, by breaking one condition after the other: a
  /// condition is broken by keeping some issue out of one clause's options. The question is that of
  /// tautology, so no method is fast in every case; if the search takes too long the answer is
  /// `false`, as nothing has been shown.
  ///
  /// - Parameter domains: the options of each issue that can occur.
  package static func forbidEverything(_ conditions: [Condition], in domains: [[Int]]) -> Bool {
    guard !conditions.isEmpty, domains.allSatisfy({ !$0.isEmpty }) else { return false }
    var search = Search(conditions: conditions.sorted { $0.clauses.count < $1.clauses.count })
    return !search.canBreak(from: 0, domains) && search.steps < patience
  }

  private struct Search {
    let conditions: [Condition]
    var steps = 0

    /// Whether the conditions from `index` on can all be broken within the domains.
    mutating func canBreak(from index: Int, _ domains: [[Int]]) -> Bool {
      guard index < conditions.count else { return true }
      for clause in conditions[index].clauses {
        steps += 1
        if steps >= patience { return true }
        let left = domains[clause.issue].filter { !clause.options.contains($0) }
        if left.isEmpty { continue }
        if left.count == domains[clause.issue].count {
          // Broken already: no other way of breaking it leaves more room.
          return canBreak(from: index + 1, domains)
        }
        var narrowed = domains
        narrowed[clause.issue] = left
        if canBreak(from: index + 1, narrowed) { return true }
      }
      return false
    }
  }
}
