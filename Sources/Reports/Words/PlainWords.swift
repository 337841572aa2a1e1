import Simulation
import Tables

/// The sentences that the text summary and the page have in common.
package struct PlainWords: Sendable {
  private let content: ReportContent

  package init(_ content: ReportContent) {
    self.content = content
  }

  /// `10,000 runs of 60 days, seed 1`; says so when fewer were done than planned.
  package var whatWasDone: String {
    let runs =
      content.runs < content.plannedRuns
      ? "\(Numerals.count(content.runs)) of \(Numerals.counted(content.plannedRuns, "run"))"
      : Numerals.counted(content.runs, "run")
    return "\(runs) of \(Numerals.counted(content.rounds, content.roundUnit)), seed \(content.seed)"
  }

  /// How many runs agree at all, with the range across models; `nil` without models.
  package var agreement: String? {
    guard let agreement = content.agreement, let models = agreement.models else { return nil }
    return "Agreement, full or partial: \(Numerals.percent(agreement.share)), "
      + "sampling \(Numerals.interval(agreement)); \(Numerals.range(models))."
  }

  /// The endings that no run had, as a sentence; `nil` when every one occurred.
  package var neverSeen: Message? {
    let labels = content.endings.filter { $0.share.count == 0 }.map { Label.plain($0.label).lowercased() }
    guard content.runs > 0, !labels.isEmpty else { return nil }
    return "No run ended otherwise (\(each: labels.map { "\($0)" }))."
  }

  /// How much of all agreement the first of the listed packages make up: `48.1%`.
  package func together(_ count: Int) -> String {
    Numerals.percent(min(1, content.packages.prefix(count).reduce(0) { $0 + $1.share.share }))
  }

  /// Of the runs that failed, how many had nothing to find and how many missed what there was;
  /// `nil` when unknown.
  package var missedZones: String? {
    let failed = content.zones.filter { !$0.agreed }
    let total = failed.reduce(0) { $0 + $1.share.count }
    guard total > 0 else { return nil }
    let missed = failed.reduce(0) { $1.exists ? $0 + $1.share.count : $0 }
    let examined = content.zones.reduce(0) { $0 + $1.share.count } < content.runs
    let subject =
      "\(Numerals.counted(total, "run")) without agreement" + (examined ? " that were examined" : "")
    let share = ShareEstimate(WilsonInterval(count: missed, total: total, worth: content.worth))
    return "Of the \(subject), \(Numerals.count(missed)) "
      + "(\(Numerals.percent(share.share)), 95% interval \(Numerals.interval(share))"
      + (content.ranges.missedZones.map { "; \(Numerals.range($0))" } ?? "") + ")"
      + " had a zone of agreement and missed it"
      + (missed == total
        ? "." : "; in the other \(Numerals.count(total - missed)) no deal was good enough for all.")
      + (bareZones(of: missed, failed.reduce(0) { $0 + $1.bare }) ?? "")
  }

  /// How many zones were zones in name; `nil` when none was.
  private func bareZones(of missed: Int, _ bare: Int) -> String? {
    guard bare > 0 else { return nil }
    return bare == missed
      ? " No zone left a surplus for everyone: at best somebody got just what no agreement is worth."
      : " Of these zones, \(Numerals.count(bare)) left no surplus for everyone: at best somebody got just what no agreement is worth."
  }

  /// How many agreements no mediator wrote; `nil` when there are none, or no mediators.
  package var ownOffers: String? {
    let brokered = content.mediators.reduce(0) { $0 + $1.agreed.count }
    guard !content.mediators.isEmpty, brokered < content.agreements else { return nil }
    let share = ShareEstimate(
      WilsonInterval(
        count: content.agreements - brokered, total: content.agreements, worth: content.worth),
      models: content.ranges.ownOffers)
    return "\(Numerals.estimate(share)) of the agreements were struck on an offer of the parties' own."
  }

  /// How good the agreements are on average; `nil` when none was measured.
  package var efficiency: String? {
    guard let efficiency = content.efficiency else { return nil }
    let averages = AgreementMeasure.allCases.compactMap { measure in
      efficiency.measures[measure].flatMap { MeasureWords(measure).average($0) }
    }
    let efficient = efficiency.efficient.map {
      "\(Numerals.estimate($0)) of the agreements are Pareto-efficient."
    }
    return (averages + [efficient].compactMap(\.self)).joined(separator: " ")
  }

  /// How many agreements were carried out to the end, and why the others broke; `nil` when none had
  /// phases.
  package var durability: String? {
    guard let durability = content.durability, durability.agreements > 0 else { return nil }
    let kept =
      "\(Numerals.estimate(durability.kept)) of \(Numerals.counted(durability.agreements, "agreement")) "
      + "with phases \(durability.agreements == 1 ? "was" : "were") carried out to the end."
    let causes = durability.causes.map { "\(Numerals.count($0.count)) \($0.words)" }
    let broken = durability.agreements - durability.kept.count
    return broken == 0
      ? kept : kept + " \(Numerals.count(broken)) broke: " + causes.joined(separator: "; ") + "."
  }

  /// What the numbers rest on: `212 numbers: 31 sourced, 181 assumptions.`
  package var provenance: String { Self.provenance(content.provenance) }

  static func provenance(_ ground: ReportContent.Provenance) -> String {
    let assumed = ground.assumed + ground.unmarked
    let unmarked =
      ground.unmarked > 0 ? " (\(Numerals.count(ground.unmarked)) of them not marked as such)" : ""
    let defaults =
      ground.byDefault > 0 ? ", besides \(Numerals.counted(ground.byDefault, "documented default"))" : ""
    return "\(Numerals.counted(ground.total, "number")): \(Numerals.count(ground.sourced)) sourced, "
      + "\(Numerals.counted(assumed, "assumption"))\(unmarked)\(defaults)."
  }

  /// The reminder that stands under every result.
  package static let caution = "This is a picture of the assumptions, not a prediction."
}
