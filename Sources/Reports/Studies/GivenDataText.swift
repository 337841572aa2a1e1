import Bargaining
import Experiments
import Simulation
import Tables

/// Which numbers decide a result, by runs that were there already, for a terminal.
package struct GivenDataSensitivityText: Sendable {
  private let result: GivenDataSensitivity
  private let source: String
  private let top: Int
  private let width: Int
  private let language: MessageWords?

  /// - Parameters:
  ///   - result: what was found.
  ///   - source: the result that the runs are of.
  ///   - top: how many numbers are told.
  ///   - width: of the lines.
  package init(
    _ result: GivenDataSensitivity, of source: String, top: Int, width: Int, in language: MessageWords? = nil
  ) {
    self.result = result
    self.source = source
    self.top = top
    self.width = width
    self.language = language
  }

  /// Every line ended by a newline.
  package var text: String {
    let output = result.output.name(in: result.scenario)
    var text = paragraph(
      "What decides \(output) in \(result.scenario.identifier)? By the \(Numerals.count(result.runs)) runs in \(Label.plain(source)), mean \(Numerals.fixed(result.mean)); nothing was simulated. Shares are of the variance of one run's "
        + "\(output), brought about by a number alone, with 95% intervals; ranks such as 2-4 overlap.")
    let parts = result.parts.map { part -> Message in "\(words(part.name)) \(told(part.share))" }
    text += paragraph(
      "\(all: parts). What numbers do together and what is luck, one run at each point cannot tell apart: detente sensitivity can."
    )
    for finding in result.findings.prefix(top) {
      let parameter = result.scenario[finding.parameter]
      let ranks = finding.ranks
      let rank = ranks.count == 1 ? "\(ranks.lowerBound)" : "\(ranks.lowerBound)-\(ranks.upperBound)"
      text += DisplayWidth.padded(rank, to: 5, flush: .right) + " " + line("\(parameter.path)")
      text += "      " + line("alone \(told(finding.share))")
      text += "      " + line(parameter.provenance.told)
    }
    if result.findings.count > top {
      text +=
        "\n"
        + language.text("and \(Numerals.count(result.findings.count - top)) more; --top prints them") + "\n"
    }
    return text
  }

  private func words(_ part: String) -> Message {
    switch part {
    case "models": "Which model it is makes"
    case "numbers_alone": "numbers, each alone, make"
    default: "what is left is"
    }
  }

  private func told(_ index: SensitivityIndex) -> Message {
    "\(Numerals.fixed(index.estimate)) (\(Numerals.fixed(index.low)) to \(Numerals.fixed(index.high)))"
  }

  private func line(_ text: Message) -> String {
    Prose.wrapped(language.text(text), width: width, indent: 6) + "\n"
  }
  private func paragraph(_ text: Message) -> String {
    Prose.wrapped(language.text(text), width: width) + "\n\n"
  }
}

/// What would break the deadlock, by runs that were there already, for a terminal.
package struct GivenDataLeversText: Sendable {
  private let result: GivenDataLevers
  private let source: String
  private let width: Int
  private let language: MessageWords?

  /// Levers that are told one by one.
  private static let most = 10

  package init(_ result: GivenDataLevers, of source: String, width: Int, in language: MessageWords? = nil) {
    self.result = result
    self.source = source
    self.width = width
    self.language = language
  }

  /// Every line ended by a newline.
  package var text: String {
    var text = paragraph(
      "What would break the deadlock in \(result.scenario.identifier)? Of the \(Numerals.count(result.baseline.total)) runs in \(Label.plain(source)) \(Message.estimate(ShareEstimate(result.baseline))) agree; nothing was simulated. "
        + "Told is how many of those agree in which a number was drawn in its better half, with 95% intervals, at the level of 0.05 when all that was looked at is counted (Holm)."
    )
    let told = result.effects.filter(\.isResolved)
    if told.isEmpty {
      text += paragraph(
        "No half of any number's draws agrees more often beyond what luck among so many does.")
    }
    text += items(told.filter { $0.lever.role != .nature })
    let nature = told.filter { $0.lever.role == .nature }
    if !nature.isEmpty {
      text += language.text("What would have to be true, which nobody can simply do:") + "\n" + items(nature)
    }
    let open = result.unanswered.map(\.path)
    let rest: Message =
      open.isEmpty
      ? "."
      : ": \(Message.counted(open.count, "arrangement")) of forums, such as \(open[0]), in unanswered.csv."
    let caveat: Message =
      "A half of what was drawn is less than an act at its best. These runs cannot tell of values beyond those drawn, nor of several acts together, nor of what was not drawn\(rest) detente levers simulates them."
    return text + Prose.wrapped(language.text(caveat), width: width) + "\n"
  }

  /// The first of some effects, one by one.
  private func items(_ effects: [GivenDataLevers.Effect]) -> String {
    var text = ""
    for effect in effects.prefix(GivenDataLeversText.most) {
      let ranks = effect.ranks
      let rank = ranks.count == 1 ? "\(ranks.lowerBound)" : "\(ranks.lowerBound)-\(ranks.upperBound)"
      let actor = effect.lever.role.actor.map { "\($0): " } ?? ""
      let gains = effect.gainInterval
      text += DisplayWidth.padded(rank, to: 5, flush: .right) + " "
      text += line(
        "\(actor)\(effect.lever.path) from \(Numerals.fixed(effect.values.lowerBound)) to \(Numerals.fixed(effect.values.upperBound)): \(Message.estimate(ShareEstimate(effect.agreed))), "
          + "\(Numerals.points(effect.gain)) points (\(Numerals.points(gains.lowerBound)) to \(Numerals.points(gains.upperBound)))"
      )
    }
    let rest = effects.count - GivenDataLeversText.most
    if rest > 0 { text += language.text("and \(Numerals.count(rest)) more, in levers.csv") + "\n" }
    return text.isEmpty ? text : text + "\n"
  }

  private func line(_ text: Message) -> String {
    Prose.wrapped(language.text(text), width: width, indent: 6) + "\n"
  }
  private func paragraph(_ text: Message) -> String {
    Prose.wrapped(language.text(text), width: width) + "\n\n"
  }
}
