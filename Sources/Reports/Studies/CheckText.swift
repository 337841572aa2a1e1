import Bargaining
import Experiments
import Tables

/// What a scenario without faults is, and whether anything in it could be agreed, for people.
package struct CheckText: Sendable {
  private let path: String
  private let check: ScenarioCheck
  private let inert: InertNumbers?

  /// - Parameters:
  ///   - check: what there is to say.
  ///   - path: the file.
  ///   - inert: the numbers that change no table; `nil` where none were tried.
  package init(_ check: ScenarioCheck, path: String, inert: InertNumbers? = nil) {
    self.check = check
    self.inert = inert
    self.path = path
  }

  /// Every line ended by a newline.
  package var text: String { lines.joined(separator: "\n") + "\n" }

  /// The same with lines of at most so many columns, what goes on indented by four; `nil` breaks
  /// none.
  package func text(width: Int?) -> String {
    guard let width else { return text }
    return lines.map { line in
      let margin = String(line.prefix { $0 == " " })
      let broken = Prose.wrapped(line, width: max(20, width) - margin.count, indent: 2)
      return broken.split(separator: "\n").map { margin + $0 }.joined(separator: "\n") + "\n"
    }.joined()
  }

  private var lines: [String] {
    let scenario = check.reading.scenario
    let size = check.outcomes.map { Numerals.count(Int(clamping: $0)) } ?? "2^63 or more"
    let numbers = ReportContent.Provenance(of: scenario)
    var lines = [
      "\(path): no faults",
      "  \(Numerals.counted(scenario.agenda.count, "issue")) with \(size) outcomes, "
        + "\(Numerals.counted(scenario.parties.count, "party", "parties")), "
        + "\(Numerals.counted(scenario.mediators.count, "mediator")), \(Numerals.counted(scenario.forums.count, "forum")), "
        + "\(Numerals.counted(scenario.rounds, scenario.roundUnit ?? "round"))",
      "  \(Numerals.counted(numbers.total, "number")): \(numbers.sourced) sourced, "
        + Numerals.counted(numbers.assumed + numbers.unmarked, "assumption")
        + (numbers.unmarked > 0 ? " (\(numbers.unmarked) of them not marked)" : "")
        + "; besides \(Numerals.counted(numbers.byDefault, "documented default"))",
    ]
    lines += DefaultWords(check.reading.defaults).lines.map { "  \($0)" }
    if !scenario.models.isEmpty {
      let models = zip(scenario.models, scenario.modelShares).map { "\($0.name) (\(Numerals.percent($1)))" }
      lines.append(
        "  \(Numerals.counted(models.count, "model")), of which each run is played in one: \(Enumeration.all(models))"
      )
      lines.append("  what follows is of the file as it stands; --model NAME checks one")
    }
    if let agenda = words(forStagesOf: scenario) { lines.append("  \(agenda)") }
    lines += check.groups.map { group in
      let names = Enumeration.all(group.parties.map { scenario.parties[$0].name })
      return
        "  \(names): \(words(for: group.zone, isBare: group.isBare)) \(check.isDrawn ? "in this draw" : "at the middle of every distribution")"
    }
    lines += check.texts.map { "  \(words(for: $0, of: scenario))" }
    lines += (SolutionWords(check)?.lines ?? []).map { "  \($0)" }
    let cost = check.size.map { CostWords($0, of: scenario) }
    if let cost, let sentence = cost.sentence {
      lines.append("  \(sentence) (estimated)")
      lines += cost.dear.map { "  dear: \($0)" }
    }
    if let inert { lines += InertWords(inert, of: scenario).lines.map { "  \($0)" } }
    return lines
  }

  private func words(for text: ScenarioCheck.ReadyText, of scenario: Scenario) -> String {
    let name = "text \(text.place + 1) of \(scenario.mediators[text.mediator].name)"
    let when = check.isDrawn ? "in this draw" : "at the middle of every distribution"
    if text.refusers.isEmpty { return "\(name): all whose consent is needed could accept it \(when)" }
    let names = Enumeration.all(text.refusers.map { scenario.parties[$0].name })
    return "\(name): not acceptable to \(names) \(when)"
  }

  /// In which order the issues are settled; `nil` for a package.
  private func words(forStagesOf scenario: Scenario) -> String? {
    let stages = scenario.order.stages(over: scenario.agenda)
    guard !stages.isEmpty else { return nil }
    let names = stages.map { stage in Enumeration.all(stage.map { scenario.issues[$0].name }) }
    return "settled in stages: \(names.joined(separator: ", then ")); "
      + (scenario.order.holds
        ? "what is settled holds if the rest fails" : "nothing is agreed until everything is")
  }

  private func words(for zone: Zone, isBare: Bool) -> String {
    switch zone {
    case .exists where isBare: "a zone of agreement without a surplus for everyone"
    case .exists: "a zone of agreement"
    case .none: "no zone of agreement"
    case .unknown: "too many outcomes to tell whether there is a zone of agreement"
    }
  }
}
