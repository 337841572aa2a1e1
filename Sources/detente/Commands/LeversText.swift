import Bargaining
import Experiments
import Simulation

/// What would break the deadlock, in about ten lines.
struct LeversText {
  let result: LeverResult
  let width: Int

  /// Levers that are told one by one.
  private static let most = 6

  var text: String {
    var lines = [opening, ""]
    let helpful = result.effects.filter { ($0.gain.interval().lowerBound) > 0 }
    for (index, effect) in helpful.prefix(LeversText.most).enumerated() {
      lines.append(line(index + 1, words(of: effect), effect.lever))
    }
    if helpful.isEmpty {
      lines.append(paragraph("No single lever makes agreement more frequent beyond its interval."))
    } else if helpful.count > LeversText.most {
      let rest = helpful.count - LeversText.most
      let others = rest == 1 ? "One more helps, less than these." : "\(rest) more help, each less than these."
      lines.append(paragraph(others))
    }
    lines += ["", conditions, "", gap, "", set, "", closing]
    return lines.joined(separator: "\n") + "\n"
  }

  private var scenario: Scenario { result.study.scenario }

  private func paragraph(_ text: String) -> String { Prose.wrapped(text, width: width) }

  private func line(_ number: Int, _ text: String, _ lever: Lever) -> String {
    Figures.right("\(number)", 2) + ". " + Prose.wrapped(text, width: width, indent: 4) + "\n    "
      + Prose.wrapped(scenario[lever.parameter].provenance.words, width: width, indent: 4)
  }

  private var opening: String {
    let share = result.baseline
    return paragraph(
      "What would break the deadlock in \(scenario.identifier)? As it is, \(Figures.percent(share.share ?? 0)) of runs agree "
        + "(95% interval \(Figures.percent(share.low)) to \(Figures.percent(share.high)), \(Grouped.digits(share.total)) runs). "
        + "\(Grouped.digits(result.effects.count)) levers were moved one at a time on the same runs:")
  }

  private func words(of effect: LeverEffect) -> String {
    let interval = effect.gain.interval()
    let flip =
      effect.flip.map { "; agreement becomes the likelier end at \(Figures.fixed($0))" }
      ?? ""
    return
      "\(effect.lever.path) at \(Figures.fixed(effect.bestValue)) (of \(Figures.fixed(effect.lever.low)) to \(Figures.fixed(effect.lever.high))): "
      + "\(Figures.percent(effect.bestShare)) agree, \(Figures.signed(effect.gain.difference ?? 0, true)) points "
      + "(\(Figures.signed(interval.lowerBound, true)) to \(Figures.signed(interval.upperBound, true)))\(flip)."
  }

  private var conditions: String {
    let found = result.conditions
    guard let box = found.box, !found.conditions.isEmpty else {
      return paragraph("No conditions set agreements apart from the other runs.")
    }
    let terms = found.conditions.map { condition -> String in
      let path = scenario[condition.parameter].path
      switch (condition.low, condition.high) {
      case (let low?, let high?): return "\(path) from \(Figures.fixed(low)) to \(Figures.fixed(high))"
      case (let low?, nil): return "\(path) above \(Figures.fixed(low))"
      case (nil, let high?): return "\(path) below \(Figures.fixed(high))"
      case (nil, nil): return path
      }
    }
    let inside = WilsonInterval(count: box.interesting, total: box.cases)
    return paragraph(
      "Agreement is most frequent where \(Enumeration.all(terms)): \(Figures.percent(inside.share ?? 0)) of such runs agree "
        + "(\(Figures.percent(inside.low)) to \(Figures.percent(inside.high))), against \(Figures.percent(found.base)) of all; they hold "
        + "\(Figures.percent(box.coverage)) of all agreements. All of these are \(restsOn(found.conditions.map(\.parameter)))."
    )
  }

  private func restsOn(_ parameters: [ParameterID]) -> String {
    let assumed = parameters.count { id in
      if case .sourced = scenario[id].provenance { return false }
      return true
    }
    return assumed == parameters.count ? "assumptions" : assumed == 0 ? "sourced" : "sourced or assumptions"
  }

  private var gap: String {
    let gaps = result.gaps
    guard gaps.unknown < gaps.runs else {
      return paragraph(
        "Whether a zone of agreement exists before the talks begin is too hard to compute in all of \(Grouped.digits(gaps.runs)) runs."
      )
    }
    let open = gaps.open
    var text =
      "A zone of agreement exists before the talks begin in \(Figures.percent(open.share ?? 0)) of runs (\(Figures.percent(open.low)) to \(Figures.percent(open.high)))"
    if gaps.unknown > 0 {
      text +=
        ", without \(Grouped.digits(gaps.unknown)) of \(Grouped.digits(gaps.runs)) in which the gap is too hard to compute"
    }
    text +=
      (open.share ?? 0) >= 0.95
      ? ": what is missing is not inducements but a way to find it." : "; " + transfers
    return paragraph(text)
  }

  /// What would open a zone in more runs, or that nothing would.
  private var transfers: String {
    let gaps = result.gaps
    let buys = [0.5, 0.8, 0.95].compactMap { share in
      gaps.transfer(for: share).map { "\(Figures.fixed($0)) for \(Figures.percent(share))" }
    }
    let parts = zip(scenario.parties, gaps.parts).filter { $0.1 > 0 }
      .map { "\(Figures.fixed($0.1)) to \($0.0.name)" }
    let text =
      buys.isEmpty
      ? "in \(Grouped.digits(gaps.hopeless)) of \(Grouped.digits(gaps.runs)) no transfer in utility opens one, because of red lines"
      : "a transfer in utility opens one, of \(Enumeration.all(buys)) of runs"
    guard !parts.isEmpty else { return text + "." }
    return text + (buys.isEmpty ? "; where one does" : ", where")
      + " it lacks on average \(Enumeration.all(parts))."
  }

  private var set: String {
    let target = Figures.percent(result.study.target)
    if (result.baseline.share ?? 0) >= result.study.target {
      return paragraph("The target of \(target) is reached without moving anything.")
    }
    guard let set = result.set, !set.moves.isEmpty else {
      return paragraph("No set of levers brings agreement nearer to the target of \(target).")
    }
    let moves = set.moves.map { "\($0.lever.path)=\(Figures.fixed($0.value))" }
    let interval = set.interval
    let kept =
      "\(Figures.percent(interval.share ?? 0)) of \(Grouped.digits(set.runs)) fresh runs agree (\(Figures.percent(interval.low)) to \(Figures.percent(interval.high)))"
    let verdict =
      set.reachesTarget
      ? "The smallest set found that reaches \(target): \(Enumeration.all(moves)). \(kept)."
      : "No set of up to \(max(set.moves.count, 3)) levers reaches \(target); the best found is \(Enumeration.all(moves)): \(kept)."
    return paragraph(verdict)
  }

  private var closing: String {
    paragraph(
      "These are answers about the scenario and its assumptions; detente sensitivity ranks the assumptions, detente compare tries a move."
    )
  }
}
