import Bargaining
import Experiments
import Tables

/// What a scenario without faults is, and whether anything in it could be agreed, for people.
package struct CheckText: Sendable {
  private let path: String
  private let check: ScenarioCheck
  private let inert: InertNumbers?
  private let language: MessageWords?

  /// - Parameters:
  ///   - check: what there is to say.
  ///   - path: the file.
  ///   - inert: the numbers that change no table; `nil` where none were tried.
  package init(
    _ check: ScenarioCheck, path: String, inert: InertNumbers? = nil, in language: MessageWords? = nil
  ) {
    self.check = check
    self.inert = inert
    self.language = language
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

  private var lines: [String] { told.map { language.text($0) } }

  private var told: [Message] {
    let scenario = check.reading.scenario
    let size: Message = check.outcomes.map { "\(Numerals.count(Int(clamping: $0)))" } ?? "2^63 or more"
    let numbers = ReportContent.Provenance(of: scenario)
    let unmarked: Message = numbers.unmarked > 0 ? " (\(numbers.unmarked) of them not marked)" : ""
    var lines: [Message] = [
      "\(path): no faults",
      "  \(Message.counted(scenario.agenda.count, "issue")) with \(size) outcomes, "
        + "\(Message.counted(scenario.parties.count, "party", "parties")), "
        + "\(Message.counted(scenario.mediators.count, "mediator")), \(Message.counted(scenario.forums.count, "forum")), "
        + "\(Message.counted(scenario.rounds, scenario.roundUnit ?? "round"))",
      "  \(Message.counted(numbers.total, "number")): \(numbers.sourced) sourced, "
        + "\(Message.counted(numbers.assumed + numbers.unmarked, "assumption"))\(unmarked)"
        + "; besides \(Message.counted(numbers.byDefault, "documented default"))",
    ]
    lines += DefaultWords(check.reading.defaults).lines.map { "  \($0)" as Message }
    if !scenario.models.isEmpty {
      let models = zip(scenario.models, scenario.modelShares).map { "\($0.name) (\(Numerals.percent($1)))" }
      lines.append(
        "  \(Message.counted(models.count, "model")), of which each run is played in one: \(all: models)"
      )
      lines.append("  what follows is of the file as it stands; --model NAME checks one")
    }
    if let agenda = words(forStagesOf: scenario) { lines.append("  \(agenda)") }
    lines += check.groups.map { group in
      let names = group.parties.map { scenario.parties[$0].name }
      return "  \(all: names): \(words(for: group.zone, isBare: group.isBare)) \(when)"
    }
    lines += check.texts.map { "  \(words(for: $0, of: scenario))" as Message }
    lines += (SolutionWords(check, language: language?.language ?? "en")?.lines ?? []).map {
      "  \($0)" as Message
    }
    let cost = check.size.map { CostWords($0, of: scenario) }
    if let cost, let sentence = cost.sentence {
      lines.append("  \(sentence) (estimated)")
      lines += cost.dear.map { "  dear: \($0)" as Message }
    }
    if let inert { lines += InertWords(inert, of: scenario).lines.map { "  \($0)" as Message } }
    return lines
  }

  /// What was looked at.
  private var when: Message { check.isDrawn ? "in this draw" : "at the middle of every distribution" }

  private func words(for text: ScenarioCheck.ReadyText, of scenario: Scenario) -> Message {
    let name: Message = "text \(text.place + 1) of \(scenario.mediators[text.mediator].name)"
    if text.refusers.isEmpty { return "\(name): all whose consent is needed could accept it \(when)" }
    let names = text.refusers.map { scenario.parties[$0].name }
    return "\(name): not acceptable to \(all: names) \(when)"
  }

  /// In which order the issues are settled; `nil` for a package.
  private func words(forStagesOf scenario: Scenario) -> Message? {
    let stages = scenario.order.stages(over: scenario.agenda)
    guard !stages.isEmpty else { return nil }
    let names = stages.map { stage -> Message in "\(all: stage.map { scenario.issues[$0].name })" }
    let then: Message =
      scenario.order.holds
      ? "what is settled holds if the rest fails" : "nothing is agreed until everything is"
    let order = names.dropFirst().reduce("\(names[0])" as Message) { "\($0), then \($1)" }
    return "settled in stages: \(order); \(then)"
  }

  private func words(for zone: Zone, isBare: Bool) -> Message {
    switch zone {
    case .exists where isBare: "a zone of agreement without a surplus for everyone"
    case .exists: "a zone of agreement"
    case .none: "no zone of agreement"
    case .unknown: "too many outcomes to tell whether there is a zone of agreement"
    }
  }
}
