import Bargaining
import Experiments
import Simulation
import Tables

/// What would break the deadlock, sentence by sentence.
package struct LeverWords: Sendable {
  private let result: LeverResult
  private let language: String

  /// - Parameter language: of the labels.
  package init(_ result: LeverResult, language: String = "en") {
    self.result = result
    self.language = language
  }

  private var scenario: Scenario { result.study.scenario }

  /// The acts that help, however many were tried, the best first.
  package var helpful: [LeverEffect] {
    result.effects.filter { $0.isResolved && $0.lever.role != .nature }
  }

  /// The same of what nobody can do.
  package var helpfulNature: [LeverEffect] {
    result.effects.filter { $0.isResolved && $0.lever.role == .nature }
  }

  /// What was asked, and what is as it is.
  package var opening: Message {
    let share = result.baseline
    return
      "What would break the deadlock in \(scenario.identifier)? As it is, \(told(share, result.baselineRange)) of \(Message.counted(share.total, "run")) agree. "
      + "\(Numerals.count(result.effects.count)) levers were moved one at a time on the same runs; 95% intervals in brackets. Told are those that help at the level of 0.05 when all that was tried is counted (Holm); "
      + "ranks such as 2-4 overlap. What somebody can do:"
  }

  /// That nothing helps, or that more helps than the first so many; `nil` when all that helps was
  /// told.
  package func rest(after told: Int) -> Message? {
    let rest = helpful.count - told
    if helpful.isEmpty {
      return "No single act makes agreement more frequent beyond what luck among so many does."
    }
    guard rest > 0 else { return nil }
    return rest == 1 ? "One more helps, less than these." : "\(rest) more help, each less than these."
  }

  /// What the number of a lever rests on; `nil` for an arrangement.
  package func ground(of effect: LeverEffect) -> Message? {
    effect.lever.parameter.map { scenario[$0].provenance.told }
  }

  /// The rank of a lever, such as `3` or `2-4`.
  package func rank(of effect: LeverEffect) -> String {
    let ranks = effect.ranks
    return ranks.count == 1 ? "\(ranks.lowerBound)" : "\(ranks.lowerBound)-\(ranks.upperBound)"
  }

  /// What it does to each toll, beyond its interval; `nil` where the scenario has none.
  package func tolls(of effect: LeverEffect) -> Message? {
    guard !effect.tolls.isEmpty else { return nil }
    let labels = ScenarioLabels(scenario, language: language)
    let told = effect.tolls.indices.compactMap { toll -> Message? in
      guard let difference = effect.tolls[toll].difference, let interval = effect.tolls[toll].interval()
      else {
        return nil
      }
      let (name, amount) = (labels.toll(toll).lowercased(), labels.amount(abs(difference), of: toll))
      if interval.lowerBound > 0 { return "raises \(name) by \(amount)" }
      return interval.upperBound < 0 ? "lowers \(name) by \(amount)" : "does not clearly move \(name)"
    }
    return told.isEmpty ? nil : "It \(all: told)."
  }

  /// Heads what nobody can do; `nil` where nothing of it helps.
  package var nature: Message? {
    helpfulNature.isEmpty ? nil : "What would have to be true, which nobody can simply do:"
  }

  /// Who can do it, and what is done.
  private func subject(of effect: LeverEffect) -> Message {
    let (lever, value) = (effect.lever, Numerals.fixed(effect.bestValue))
    let actor = lever.role.actor.map { "\($0): " } ?? ""
    switch lever.subject {
    case .number:
      return
        "\(actor)\(lever.path) at \(value) (of \(Numerals.fixed(lever.low)) to \(Numerals.fixed(lever.high)))"
    case .rhythm(let forum):
      let rounds = Int(effect.bestValue)
      return
        "\(actor)\(scenario.forums[forum].name) sits \(words: rounds == 1 ? "in every round" : "in one round of \(Numerals.count(rounds))") (it is one of \(Numerals.count(scenario.forums[forum].every)))"
    case .seat(let mediator, let forum):
      let (name, place) = (scenario.mediators[mediator].name, scenario.forums[forum].name)
      return effect.bestValue > 0 ? "\(name) joins \(place)" : "\(name) leaves \(place)"
    }
  }

  private func told(_ share: WilsonInterval, _ models: ModelRange? = nil) -> Message {
    .estimate(ShareEstimate(share, models: models))
  }

  /// What a lever gains at its best value.
  package func words(of effect: LeverEffect) -> Message {
    let interval = effect.gain.interval()
    let flip: Message =
      effect.flip.map { "; agreement becomes the likelier end at \(Numerals.fixed($0))" }
      ?? ""
    let across: Message =
      effect.gainRange.map {
        "; across \(Message.counted($0.models, "model")) \(Numerals.points($0.low)) to \(Numerals.points($0.high))"
      } ?? ""
    return
      "\(subject(of: effect)): "
      + "\(told(effect.bestAgreements, effect.bestRange)) agree, \(Numerals.points(from: result.baseline.share ?? 0, to: effect.bestShare)) points "
      + "(\(Numerals.points(interval.lowerBound)) to \(Numerals.points(interval.upperBound))\(across))\(flip)."
  }

  /// Under which conditions agreement is frequent.
  package var conditions: Message {
    let found = result.conditions
    guard let box = found.box, !found.conditions.isEmpty else {
      return "No conditions set agreements apart from the other runs."
    }
    let terms = found.conditions.map { condition -> Message in
      let path = scenario[condition.parameter].path
      switch (condition.low, condition.high) {
      case (let low?, let high?): return "\(path) is from \(Numerals.fixed(low)) to \(Numerals.fixed(high))"
      case (let low?, nil): return "\(path) is above \(Numerals.fixed(low))"
      case (nil, let high?): return "\(path) is below \(Numerals.fixed(high))"
      case (nil, nil): return "\(path)"
      }
    }
    let inside = WilsonInterval(count: box.interesting, total: box.cases)
    return
      "Agreement is most frequent where \(all: terms): \(told(inside, found.boxModels)) of such runs agree, "
      + "against \(told(found.agreements, found.models)) of all \(Numerals.count(found.agreements.total)) that were looked at; they hold "
      + "\(Numerals.percent(box.coverage)) of all agreements. All of these are \(restsOn(found.conditions.map(\.parameter)))."
  }

  private func restsOn(_ parameters: [ParameterID]) -> Message {
    let assumed = parameters.count { id in
      if case .sourced = scenario[id].provenance { return false }
      return true
    }
    return assumed == parameters.count ? "assumptions" : assumed == 0 ? "sourced" : "sourced or assumptions"
  }

  /// What a zone of agreement lacks.
  package var gap: Message {
    let gaps = result.gaps
    guard gaps.unknown < gaps.runs else {
      return
        "Whether a zone of agreement exists before the talks begin is too hard to compute in all of \(Numerals.count(gaps.runs)) runs."
    }
    let open = gaps.open
    let unknown: Message =
      gaps.unknown > 0
      ? ", without \(Numerals.count(gaps.unknown)) of \(Numerals.count(gaps.runs)) in which the gap is too hard to compute"
      : ""
    let lacking: Message =
      (open.share ?? 0) >= 0.95
      ? ": what is missing is not inducements but a way to find it." : "; \(transfers)"
    return
      "A zone of agreement exists before the talks begin in \(told(open, gaps.openModels)) of runs\(unknown)\(lacking)"
  }

  /// What would open a zone in more runs, or that nothing would.
  private var transfers: Message {
    let gaps = result.gaps
    let buys = [0.5, 0.8, 0.95].compactMap { share -> Message? in
      gaps.transfer(for: share).map { "\(Numerals.fixed($0)) for \(Numerals.percent(share))" }
    }
    let parts = zip(scenario.parties, gaps.parts).filter { $0.1 > 0 }
      .map { party, part -> Message in "\(Numerals.fixed(part)) to \(party.name)" }
    let text: Message =
      buys.isEmpty
      ? "in \(Numerals.count(gaps.hopeless)) of \(Numerals.count(gaps.runs)) no transfer in utility opens one, because of red lines"
      : "a transfer in utility opens one, of \(all: buys) of runs"
    guard !parts.isEmpty else { return "\(text)." }
    return buys.isEmpty
      ? "\(text); where one does it lacks on average \(all: parts)."
      : "\(text), where it lacks on average \(all: parts)."
  }

  /// The smallest set of levers that reaches the target.
  package var set: Message {
    let target = Numerals.percent(result.study.target)
    let asItIs = result.conditions.agreements
    if (asItIs.share ?? 0) >= result.study.target {
      return
        "The target of \(target) is reached without moving anything: \(told(asItIs, result.conditions.models)) of \(Message.counted(asItIs.total, "run")) agree."
    }
    guard let set = result.set, !set.moves.isEmpty else {
      return "No set of acts brings agreement nearer to the target of \(target)."
    }
    let moves = set.moves.map { "\($0.lever.path)=\(Numerals.fixed($0.value))" }
    let what: Message = set.moves.contains { $0.lever.role == .nature } ? "levers" : "acts"
    let kept: Message = "\(told(set.interval, set.models)) of \(Numerals.count(set.runs)) fresh runs agree"
    let verdict: Message =
      set.reachesTarget
      ? "The smallest set found that reaches \(target): \(all: moves). \(kept)."
      : "No set of up to \(max(set.moves.count, 3)) \(what) reaches \(target); the best found is \(all: moves): \(kept)."
    return verdict
  }

  /// What all of it is.
  package var closing: Message {
    "These are answers about the scenario and its assumptions; detente sensitivity ranks the assumptions, detente compare tries a move."
  }
}
