import Bargaining
import Randomness

/// Small random scenarios with everything in them that the model has: red lines, interactions,
/// locks, anchors, vetoes, forums, mediators, events, suspension. Mediators see without noise, so
/// that nothing is hidden from ``SlowTalks``.
struct RandomScenario {
  private var dice: RandomStream
  private var list = ParameterList()
  private var issues: [Issue] = []
  private var mostInteractions = 2

  /// Scenario number `number` of the seed.
  static func make(_ number: Int, seed: UInt64) -> Scenario {
    var maker = RandomScenario(
      dice: RandomStream(seed: seed, run: UInt32(number), stream: StreamID("scenario")))
    return maker.scenario(number).withDoubts(number, seed: seed)
  }

  /// One with up to six parties, many interactions, and mediators that table a text every time.
  static func withVoices(_ number: Int, seed: UInt64) -> Scenario {
    var maker = RandomScenario(
      dice: RandomStream(seed: seed, run: UInt32(number), stream: StreamID("voices")))
    maker.mostInteractions = 5
    var scenario = maker.scenario(number, parties: 2...6, mediators: 1...2)
    for mediator in scenario.mediators {
      scenario.parameters[mediator.formulate.index].distribution = .constant(1)
    }
    return scenario.withDoubts(number, seed: seed)
  }

  private init(dice: RandomStream) { self.dice = dice }

  private mutating func scenario(
    _ number: Int, parties partyCounts: ClosedRange<Int> = 2...3,
    mediators mediatorCounts: ClosedRange<Int> = 0...2
  ) -> Scenario {
    issues = (0..<pick(2...4)).map { issue($0) }
    let parties = (0..<pick(partyCounts)).map { party($0) }
    let mediators = (0..<pick(mediatorCounts)).map { mediator($0, parties: parties.count) }
    let forums = (0..<pick(1...2)).map { forum($0, parties: parties, mediators: mediators.count) }
    let mediation = Mediation(noise: list.add("noise", 0), incoherence: amount("incoherence", 0...1))
    let talks = talks()
    let events = (0..<pick(0...3)).map { event($0) }
    return Scenario(
      identifier: "random", name: LocalizedText("random"), rounds: pick(1...12), issues: issues,
      parties: parties, mediators: mediators, mediation: mediation, forums: forums, talks: talks,
      events: events, parameters: list.parameters)
  }

  // MARK: Dice

  private mutating func pick(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(dice.below(UInt64(range.count)))
  }
  private mutating func happens(_ chance: Double) -> Bool { dice.uniform() < chance }
  private mutating func real(_ range: ClosedRange<Double>) -> Double {
    range.lowerBound + (range.upperBound - range.lowerBound) * dice.uniform()
  }

  /// A number somewhere in a range, half of the time uncertain.
  private mutating func amount(
    _ path: String, _ range: ClosedRange<Double>, clampedTo clamp: ClosedRange<Double>? = nil
  ) -> ParameterID {
    let (a, b) = (real(range), real(range))
    let distribution =
      happens(0.5) ? Distribution.constant(a) : .uniform(low: min(a, b), high: max(a, b))
    return list.add(path, distribution, in: clamp ?? range)
  }

  private mutating func condition(atLeast least: Int) -> Condition {
    var chosen: [Int] = []
    while chosen.count < min(least + pick(0...1), issues.count) {
      let k = pick(0...issues.count - 1)
      if !chosen.contains(k) { chosen.append(k) }
    }
    return Condition(
      chosen.sorted().map { k in
        let count = issues[k].options.count
        return Condition.Clause(
          issue: k, options: OptionSelection([pick(0...count - 1), pick(0...count - 1)]))
      })
  }

  // MARK: Parts

  private mutating func issue(_ k: Int) -> Issue {
    let count = pick(2...4)
    let isNumeric = happens(0.4)
    var issue = Issue(
      name: "i\(k)",
      options: (0..<count).map { IssueOption(name: "o\($0)", value: isNumeric ? Double($0 * $0) : nil) })
    if happens(0.6) { issue.statusQuo = pick(0...count - 1) }
    if happens(0.4) {
      let path = "issues.i\(k).tentative"
      issue.tentative =
        happens(0.5)
        ? Tentative(
          option: pick(0...count - 1), firmness: list.add("\(path).firmness", chanceOfHolding()),
          reopening: .never)
        : Tentative(
          option: pick(0...count - 1), firmness: amount("\(path).firmness", 0...1),
          reopening: .cost(amount("\(path).reopening.cost", 0...3)))
    }
    if k > 1, issue.statusQuo != nil, happens(0.2) { issue.isOnAgenda = false }
    return issue
  }

  /// Certain, impossible, or anything between that is not known either.
  private mutating func chanceOfHolding() -> Distribution {
    switch pick(0...3) {
    case 0: .constant(0)
    case 1: .constant(1)
    default: .uniform(low: 0, high: 1)
    }
  }

  private mutating func preferences(_ path: String, redLines most: Int) -> Preferences {
    let entries: [IssuePreference?] = issues.enumerated().map { k, issue in
      let weight = amount("\(path).i\(k).weight", 0...1)
      let valuation: Valuation =
        switch issue.isNumeric ? pick(0...4) : 4 {
        case 0: .increasing
        case 1: .decreasing
        case 2: .peak(amount("\(path).i\(k).peak", 0...1))
        case 3: .threshold(amount("\(path).i\(k).threshold", 0...2))
        default: .listed(issue.options.indices.map { amount("\(path).i\(k).\($0)", 0...1) })
        }
      return IssuePreference(weight: weight, valuation: valuation)
    }
    let interactions = (0..<pick(0...mostInteractions)).map { j in
      Interaction(condition: condition(atLeast: 2), bonus: amount("\(path).interactions.\(j)", -0.3...0.3))
    }
    return Preferences(
      issues: entries, interactions: interactions,
      redLines: (0..<pick(0...most)).map { _ in condition(atLeast: 1) })
  }

  private mutating func acceptance(_ path: String, depth: Int = 0) -> Acceptance {
    switch pick(0...(depth < 2 ? 6 : 4)) {
    case 0, 1: .next
    case 2: .aspiration
    case 3: .constant(amount("\(path).constant\(depth)", 0...1))
    case 4: .time(amount("\(path).time\(depth)", 0...1))
    case 5: .any([acceptance("\(path).a", depth: depth + 1), acceptance("\(path).b", depth: depth + 1)])
    default: .all([acceptance("\(path).a", depth: depth + 1), acceptance("\(path).b", depth: depth + 1)])
    }
  }

  private mutating func party(_ i: Int) -> Party {
    let path = "parties.p\(i)"
    return Party(
      name: "p\(i)", preferences: preferences("\(path).preferences", redLines: 2),
      reservation: amount("\(path).reservation", happens(0.1) ? 0.8...1.3 : 0...0.7, clampedTo: -10...10),
      costOfDelay: amount("\(path).cost_of_delay", 0...0.03, clampedTo: 0...1),
      discount: happens(0.6)
        ? list.add("\(path).discount", .constant(1), in: 0.000_001...1) : amount("\(path).discount", 0.9...1),
      tactic: tactic("\(path).tactic"),
      willingness: happens(0.4)
        ? list.add("\(path).willingness", .constant(1), in: 0...1) : amount("\(path).willingness", 0...1),
      offer: OfferRule.allCases[pick(0...2)], opponentModel: happens(0.5) ? .frequency : .bayesian,
      acceptance: acceptance("\(path).acceptance"),
      hasVeto: i == 0 || happens(0.75))
  }

  /// One that ``SlowParty`` can follow: what MiCRO, Zeuthen and random do is tested elsewhere.
  private mutating func tactic(_ path: String) -> Tactic {
    switch pick(0...9) {
    case 0...4: return timeTactic(path)
    case 5, 6: return .titForTat(titForTat(path))
    case 7: return .hardliner
    default:
      let parts = [timeTactic("\(path).0"), .titForTat(titForTat("\(path).1")), .hardliner]
      return .mix(
        parts.prefix(pick(1...3)).enumerated().map {
          Tactic.Part(weight: amount("\(path).weight\($0.offset)", 0.1...1), tactic: $0.element)
        })
    }
  }

  private mutating func timeTactic(_ path: String) -> Tactic {
    let curve = happens(0.5) ? TimeTactic.Curve.polynomial : .exponential
    return .time(
      TimeTactic(
        curve: curve, beta: amount("\(path).beta", 0.2...3, clampedTo: 0.001...1_000),
        start: amount("\(path).start", 0.001...0.3),
        tolerance: happens(0.7)
          ? list.add("\(path).tolerance", .constant(0), in: 0...1) : amount("\(path).tolerance", 0...0.1)))
  }

  private mutating func titForTat(_ path: String) -> TitForTatTactic {
    let direction = happens(0.7) ? TitForTatTactic.Direction.concede : .demand
    let imitation: TitForTatTactic.Imitation =
      switch pick(0...3) {
      case 0: .relative
      case 1: .averaged
      default: .absolute(step: amount("\(path).step", 0...0.2), direction: direction)
      }
    return TitForTatTactic(imitation, window: pick(1...3))
  }

  private mutating func mediator(_ m: Int, parties: Int) -> Mediator {
    let path = "mediators.m\(m)"
    return Mediator(
      name: "m\(m)", preferences: preferences("\(path).preferences", redLines: 1),
      facilitate: amount("\(path).facilitate", 0...1),
      formulate: happens(0.5)
        ? list.add("\(path).formulate", .constant(1), in: 0...1) : amount("\(path).formulate", 0...1),
      manipulate: happens(0.3)
        ? list.add("\(path).manipulate", .constant(0), in: 0...1) : amount("\(path).manipulate", 0...1),
      ownInterest: happens(0.5)
        ? list.add("\(path).own_interest", .constant(0), in: 0...10) : amount("\(path).own_interest", 0...2),
      toward: (0..<parties).map { i in
        let path = "\(path).toward.p\(i)"
        return Mediator.Relation(
          trust: happens(0.4)
            ? list.add("\(path).trust", .constant(1), in: 0...1) : amount("\(path).trust", 0...1),
          bias: amount("\(path).bias", -1...1),
          carrot: happens(0.5)
            ? list.add("\(path).carrot", .constant(0), in: 0...10) : amount("\(path).carrot", 0...0.2),
          stick: happens(0.5)
            ? list.add("\(path).stick", .constant(0), in: 0...10) : amount("\(path).stick", 0...0.2))
      })
  }

  private mutating func forum(_ f: Int, parties: [Party], mediators: Int) -> Forum {
    var members = Array(parties.indices)
    if happens(0.5) { members.reverse() }
    if parties.count >= 3, happens(0.5) { members.remove(at: pick(0...2)) }
    let present = (0..<mediators).filter { _ in happens(0.8) }
    return Forum(
      name: "f\(f)", members: members, mediators: happens(0.5) ? present : present.reversed(),
      turns: happens(0.3) ? .listed : .drawn,
      rules: !present.isEmpty && happens(0.3) ? .shuttle : .alternating, every: pick(1...3),
      first: pick(0...2))
  }

  private mutating func talks() -> Talks {
    Talks(
      startSuspended: happens(0.2),
      resume: Talks.Resumption(
        base: amount("resume.base", 0...1), mediation: amount("resume.mediation", 0...1),
        pain: amount("resume.pain", 0...5)),
      suspendAfter: happens(0.6) ? pick(1...3) : nil, progress: amount("progress", 0...0.05),
      collapseWhileActive: amount("collapse.active", 0...0.05),
      collapseWhileSuspended: amount("collapse.suspended", 0...0.1))
  }

  /// Effects on any numbers but those that are read before the first round.
  private mutating func event(_ e: Int) -> Event {
    let targets = list.parameters.indices.filter {
      !list.parameters[$0].path.contains("firmness") && !list.parameters[$0].path.contains("noise")
        && !list.parameters[$0].path.contains("events")
    }
    let effects = (0..<pick(1...3)).map { j in
      let change =
        happens(0.6)
        ? Event.Effect.Change.add(amount("events.e\(e).\(j)", -0.3...0.3))
        : .multiply(amount("events.e\(e).\(j)", 0...2))
      return Event.Effect(
        target: ParameterID(targets[pick(0...targets.count - 1)]), change: change,
        rounds: happens(0.5) ? pick(1...4) : nil)
    }
    return Event(
      name: "e\(e)", rate: amount("events.e\(e).rate", 0...0.5), once: happens(0.3), effects: effects)
  }
}
