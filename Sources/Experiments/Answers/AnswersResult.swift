import Bargaining
import Simulation
import Tables

/// The answers of a study.
package struct AnswersResult: Sendable {
  package let study: AnswersStudy
  /// The scenario as it is.
  package let distribution: OutcomeDistribution
  /// The texts most often acceptable to all; `nil` where there are too many to look at.
  package internal(set) var formula: FormulaResult?
  /// Party by party, then all at once, by rising readiness.
  package internal(set) var readiness: [Readiness] = []
  package internal(set) var events: [EventEffect] = []
  /// Mediators, then forums.
  package internal(set) var contributions: [Contribution] = []

  package var scenario: Scenario { study.scenario }

  /// What the curve of all parties at once is called.
  package static func everybody(in scenario: Scenario) -> String {
    scenario.parties.count == 2 ? "both" : "all"
  }

  /// `willingness`, `contributions` and `event_effects`, then what `run` says of the same runs:
  /// `endings`, `causes`, `course`, `resumption`, `rounds`, `models`, `tolls`, `shares`,
  /// `computation`; then `formula`, `folder`.
  package func tables() throws(TableError) -> [Table] {
    let ofRuns = try distribution.tables().filter { AnswersResult.ofRuns.contains($0.name) }
    let ofTexts = try formula?.tables().filter { ["formula", "folder"].contains($0.name) } ?? []
    return try [willingnessTable(), contributionsTable(), eventsTable()] + ofRuns + ofTexts
  }

  private static let ofRuns: Set = [
    "endings", "causes", "course", "resumption", "rounds", "models", "tolls", "shares", "computation",
  ]

  private func willingnessTable() throws(TableError) -> Table {
    try Table(
      "willingness",
      columns: [
        .text(
          "party",
          readiness.map {
            $0.party.map { scenario.parties[$0].name } ?? AnswersResult.everybody(in: scenario)
          }),
        .real("value", readiness.map(\.value)), .real("agreement_share", readiness.map(\.agreement.share)),
        .real("low", readiness.map(\.agreement.low)), .real("high", readiness.map(\.agreement.high)),
      ])
  }

  private func contributionsTable() throws(TableError) -> Table {
    try Table(
      "contributions",
      columns: [
        .text("actor", contributions.map { name(of: $0.actor) }),
        .text("kind", contributions.map { if case .forum = $0.actor { "forum" } else { "mediator" } }),
        .real("shapley", contributions.map(\.value.mean)), .real("low", contributions.map(\.value.low)),
        .real("high", contributions.map(\.value.high)),
        .real("text_share", contributions.map(\.texts.share)),
      ])
  }

  private func name(of actor: Contribution.Actor) -> String {
    switch actor {
    case .mediator(let index): scenario.mediators[index].name
    case .forum(let index): scenario.forums[index].name
    }
  }

  private func eventsTable() throws(TableError) -> Table {
    let intervals = events.map { $0.agreement.interval() }
    return try Table(
      "event_effects",
      columns: [
        .text("event", events.map { scenario.events[$0.event].name }),
        .real("without", events.map(\.agreement.firstShare)),
        .real("share", events.map(\.agreement.secondShare)),
        .real("difference", events.map(\.agreement.difference)),
        .real("difference_low", intervals.map(\.lowerBound)),
        .real("difference_high", intervals.map(\.upperBound)),
      ])
  }
}
