import Tables

/// Everything that the quick part of the evidence checks, and what it leaves out.
package enum EvidenceSuite {
  /// The checks in the order in which they are told.
  package static var checks: [EvidenceCheck] {
    docking + solutions + tactics + equilibria + information + conflict + course + directions + patterns
      + repetition
  }

  /// Published or closed-form results of the literature that nothing here can be compared with, and
  /// why.
  package struct Omission: Sendable {
    package let id: String
    package let source: String
    package let reason: String
  }

  package static let omissions: [Omission] = [
    Omission(
      id: "kydd_bias", source: "Kydd 2003, doi:10.1111/1540-5907.00042",
      reason:
        "a mediator whose word about a party's resolve is believed or not by its bias; mediators here table texts, "
        + "help and press, and send no such messages"),
    Omission(
      id: "baron_ferejohn", source: "Baron & Ferejohn 1989, doi:10.2307/1961664",
      reason:
        "a legislature in which the proposer is drawn by lot and a majority decides; here every party with a veto "
        + "must agree and turns are taken in order"),
    Omission(
      id: "ktab_vprob", source: "KTAB, kmodel.h",
      reason: "victory probabilities of a vote between coalitions; there is no such vote here"),
    Omission(
      id: "pce_emission", source: "KTAB on data of Bueno de Mesquita",
      reason: "a probabilistic Condorcet election; there is none here"),
    Omission(
      id: "csis", source: "CSIS peace agreement simulator",
      reason: "the results are published, the scores of its clauses are not"),
    Omission(
      id: "england_zimbabwe", source: "GENIUS, domain England–Zimbabwe",
      reason:
        "the profiles that come with GENIUS 10.4 differ from those behind the collected figures in the fifth decimal"
    ),
  ]

  /// The columns of ``table(_:)``.
  package static let columns = ["check", "what", "source", "expected", "got", "agrees"]

  /// Findings as a table: check, what, source, expected, got, agrees (`yes`, `no`, `not shown`).
  package static func table(_ findings: [EvidenceFinding]) throws(TableError) -> Table {
    var builder = try TableBuilder("evidence", columns.map { Column($0, .text) })
    for finding in findings {
      let check = finding.check
      try builder.append([
        .text(check.id), .text(check.claim), .text(check.source), .text(finding.expectedText),
        .text(finding.gotText), .text(finding.verdict.rawValue),
      ])
    }
    return builder.table
  }
}
