import Bargaining
import Scenarios
import Tables

/// What a result forecasts, as its tables `endings`, `settlements` and `rounds` have it: enough to
/// be scored, and small enough to be kept in the manifest of the scores.
package struct ForecastRecord: Sendable, Equatable {
  /// One answer to a question: in how many runs it came true, and its share.
  package struct Answer: Sendable, Equatable {
    package let name: String
    package let count: Int
    package let share: Double
  }

  /// An issue of the agenda; the shares of its options are among the agreements, and 0 where there
  /// was none.
  package struct Issue: Sendable, Equatable {
    package let name: String
    package let options: [Answer]
    /// The option that holds when the scenario begins, tentatively settled or as the status quo;
    /// `nil` where there is none.
    package let initial: Int?
    /// The status quo, which a full agreement leaves.
    package let statusQuo: Int?
  }

  /// The directory, as it was given.
  package let result: String
  /// SHA-256 of its manifest.
  package let digest: String
  /// The program that made it.
  package let program: String
  package let scenario: String
  package let runs: Int
  /// By `Ending.allCases`.
  package let endings: [Answer]
  /// By round, the share of all runs that have agreed by its end.
  package let agreed: [Double]
  /// By round, the runs that agreed in it.
  package let agreements: [Int]
  package let issues: [Issue]
  /// What the talks, issues and options are called, by keys like paths of the scenario file.
  package let labels: [String: LocalizedText]

  /// The window.
  package var rounds: Int { agreed.count }
  /// Runs that ended in an agreement.
  package var agreementCount: Int {
    zip(Ending.allCases, endings).reduce(0) { $0 + ($1.0.isAgreement ? $1.1.count : 0) }
  }
  package var agreementShare: Double {
    zip(Ending.allCases, endings).reduce(0) { $0 + ($1.0.isAgreement ? $1.1.share : 0) }
  }
}

extension ForecastRecord {
  /// What a result forecasts.
  ///
  /// - Throws: `ForecastFault` where it has no such tables, or they are not those of its scenario.
  package init(_ result: StoredResult) throws(ForecastFault) {
    let (endings, rounds, settlements): (Table, Table, Table)
    do {
      endings = try result.table("endings")
      rounds = try result.table("rounds")
      settlements = try result.table("settlements")
    } catch {
      throw .result(error)
    }
    self.result = result.path
    digest = result.digest
    program = result.manifest.version
    scenario = result.scenario.identifier
    runs = result.manifest.runs
    guard runs > 0 else { throw .noRuns(result.path) }

    let shares = endings.answers(Ending.allCases.map(\.name), from: 0)
    guard let shares, endings.rowCount == Ending.allCases.count else {
      throw .otherRows(result.path, "endings")
    }
    self.endings = shares

    guard let inRound = rounds["agreements"]?.wholeNumbers, inRound.count == result.scenario.rounds else {
      throw .otherRows(result.path, "rounds")
    }
    agreements = inRound
    var sum = 0
    agreed = inRound.map { count in
      sum += count
      return Double(sum) / Double(result.manifest.runs)
    }

    var row = 0
    var issues: [Issue] = []
    for k in result.scenario.agenda {
      let issue = result.scenario.issues[k]
      guard let options = settlements.answers(issue.options.map(\.name), from: row) else {
        throw .otherRows(result.path, "settlements")
      }
      row += options.count
      issues.append(
        Issue(
          name: issue.name, options: options, initial: issue.tentative?.option ?? issue.statusQuo,
          statusQuo: issue.statusQuo))
    }
    guard row == settlements.rowCount else { throw .otherRows(result.path, "settlements") }
    self.issues = issues
    labels = ForecastRecord.labels(of: result.scenario)
  }
}

/// Why a result cannot be scored.
package enum ForecastFault: Error, Sendable, CustomStringConvertible, Told {
  case result(StoredResultFault)
  case noRuns(String)
  case otherRows(String, String)

  /// What to tell the user, without a capital and without a full stop.
  package var description: String { told.description }

  /// The same in any language.
  package var told: Message {
    switch self {
    case .result(let fault): "\(fault)"
    case .noRuns(let path): "\(path) has no runs: it forecasts nothing"
    case .otherRows(let path, let table):
      "the table \(table) of \(path) does not have the rows of its scenario"
    }
  }
}

extension Table {
  /// The counts and shares of rows that follow one another, one for each name; `nil` where there
  /// are fewer. A share that is missing is 0: one of nothing.
  fileprivate func answers(_ names: [String], from first: Int) -> [ForecastRecord.Answer]? {
    guard let counts = self["count"]?.wholeNumbers, let shares = self["share"]?.numbers,
      first + names.count <= rowCount
    else { return nil }
    return names.indices.map {
      ForecastRecord.Answer(name: names[$0], count: counts[first + $0], share: shares[first + $0])
    }
  }
}

extension Column {
  /// Its cells as whole numbers; `nil` where one is none.
  fileprivate var wholeNumbers: [Int]? {
    guard case .integer(let cells) = cells else { return nil }
    let known = cells.compactMap(\.self)
    return known.count == cells.count ? known : nil
  }

  /// Its cells as numbers, 0 where one is missing.
  fileprivate var numbers: [Double]? {
    switch cells {
    case .real(let cells): cells.map { $0 ?? 0 }
    case .integer(let cells): cells.map { Double($0 ?? 0) }
    case .text(let cells): cells.allSatisfy { $0 == nil } ? cells.map { _ in 0 } : nil
    }
  }
}
