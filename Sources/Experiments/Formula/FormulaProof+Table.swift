import Bargaining
import Simulation
import Tables

extension FormulaProof {
  /// One line of the table `proof`.
  package struct Row: Sendable {
    package let measure: String
    /// Runs that it is counted in.
    package let runs: Int
    /// Without the text and with it; intervals of shares alone.
    package let first: Double?
    package let firstInterval: WilsonInterval?
    package let second: Double?
    package let secondInterval: WilsonInterval?
    package let difference: Double?
    package let interval: ClosedRange<Double>?
    package let models: ModelRange?
  }

  /// What changes, measure by measure as in a comparison; then how the text was received:
  /// `tabled_share`, and of each party `taken_PARTY_share` and `refused_PARTY_WHY_share`, in the
  /// runs with it.
  package var rows: [Row] {
    let runs = comparison.runs
    return comparison.rows.map { row in
      func interval(_ share: Double) -> WilsonInterval? {
        row.isShare ? WilsonInterval(count: Int((share * Double(runs)).rounded()), total: runs) : nil
      }
      return Row(
        measure: row.measure, runs: runs, first: row.first, firstInterval: interval(row.first),
        second: row.second, secondInterval: interval(row.second), difference: row.difference,
        interval: row.interval, models: row.models)
    } + receptionRows
  }

  private var receptionRows: [Row] {
    func row(_ measure: String, _ count: Int) -> Row {
      let share = WilsonInterval(count: count, total: reception.runs)
      return Row(
        measure: "\(measure)_share", runs: reception.runs, first: nil, firstInterval: nil,
        second: share.share,
        secondInterval: share, difference: nil, interval: nil, models: nil)
    }
    let parties = comparison.second.parties.enumerated().flatMap { index, party in
      [row("taken_\(party.name)", reception.taken[index])]
        + Refusal.allCases.compactMap { because in
          reception.refused[index][because].map { row("refused_\(party.name)_\(because.rawValue)", $0) }
        }
    }
    return [row("tabled", reception.tabled)] + parties
  }
}

extension FormulaResult {
  /// The table `proof`: rank (of the text), mediator, round, runs, measure, without, without_low,
  /// without_high, with, with_low, with_high, difference, low, high, then the text, one column per
  /// issue, and where there are models the range of the difference across them, models_low and
  /// models_high. `nil` where nothing was to be proved.
  func proofTable() throws(TableError) -> Table? {
    guard study.proof != nil else { return nil }
    let lines = proofs.flatMap { proof in proof.rows.map { (proof, $0) } }
    let scenario = study.scenario
    let first: [Column] = [
      .integer("rank", lines.map(\.0.text.rank)),
      .text("mediator", lines.map { scenario.mediators[$0.0.mediator].name }),
      .integer("round", lines.map(\.0.round)), .integer("runs", lines.map(\.1.runs)),
      .text("measure", lines.map(\.1.measure)), .real("without", lines.map(\.1.first)),
      .real("without_low", lines.map { $0.1.firstInterval?.low }),
      .real("without_high", lines.map { $0.1.firstInterval?.high }), .real("with", lines.map(\.1.second)),
      .real("with_low", lines.map { $0.1.secondInterval?.low }),
      .real("with_high", lines.map { $0.1.secondInterval?.high }),
      .real("difference", lines.map(\.1.difference)), .real("low", lines.map { $0.1.interval?.lowerBound }),
      .real("high", lines.map { $0.1.interval?.upperBound }),
    ]
    let last: [Column] =
      scenario.models.isEmpty
      ? []
      : [
        .real("models_low", lines.map { $0.1.models?.low }),
        .real("models_high", lines.map { $0.1.models?.high }),
      ]
    return try Table(
      "proof", columns: first + issueColumns(of: lines.map(\.0.text.options), beside: first + last) + last)
  }
}
