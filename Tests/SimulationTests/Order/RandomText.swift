import Randomness

/// Small random scenarios as files would write them, with every part of the format that may be
/// listed in one order or another.
struct RandomText {
  private var dice: RandomStream
  private(set) var issues: [(name: String, options: [String], isNumeric: Bool, hasStatusQuo: Bool)] = []
  private(set) var parties: [String] = []
  private(set) var mediators: [String] = []
  private var tolled: [String] = []

  /// Scenario number `number` of the seed.
  static func make(_ number: Int, seed: UInt64) -> OrderedJSON {
    var maker = RandomText(dice: RandomStream(seed: seed, run: UInt32(number), stream: StreamID("text")))
    return maker.scenario()
  }

  private init(dice: RandomStream) { self.dice = dice }

  private mutating func scenario() -> OrderedJSON {
    var scenario: OrderedJSON = ["rounds": .number(Double(pick(3...14)))]
    scenario["issues"] = .object(
      ["water", "land", "guard", "aid"].prefix(pick(2...4)).map { OrderedJSON.Member($0, issue($0)) })
    parties = Array(["south", "north", "east"].prefix(pick(2...3)))
    mediators = Array(["uncle", "envoy", "bank"].prefix(pick(0...3)))
    if issues.count > 2, happens(0.3) { scenario["agenda"] = agenda() }
    let isStaged = scenario["agenda"]?["order"] != nil
    scenario["parties"] = .object(
      parties.enumerated().map { OrderedJSON.Member($1, party(hasVeto: $0 == 0 || happens(0.8))) })
    if happens(0.5) { scenario["ties"] = word(["nearest", "random", "best_for_others"]) }
    scenario["mediators"] = .object(mediators.map { OrderedJSON.Member($0, mediator()) })
    scenario["mediation"] = mediation(of: scenario["mediators"]?.members ?? [])
    if happens(0.8) {
      scenario["forums"] = .object(
        ["square", "castle", "bridge"].prefix(pick(1...3)).map { OrderedJSON.Member($0, forum()) })
    }
    scenario["talks"] = hazards(of: [
      "start": word(["active", "active", "suspended"]), "suspend_after": .number(Double(pick(2...5))),
      "resume": ["base": amount(0.2...1), "mediation": amount(0...1), "pain": amount(0...2)],
      "collapse": ["active": amount(0...0.03), "suspended": amount(0...0.05)],
    ])
    addEnds(to: &scenario)
    let tolls = tolls()
    tolled = tolls.members.map(\.key)
    scenario["tolls"] = tolls
    scenario["events"] = .object(
      ["storm", "election", "attack"].prefix(pick(0...3)).map { OrderedJSON.Member($0, event()) })
    if happens(0.3) { scenario["models"] = models() }
    if !isStaged, happens(0.6) { scenario["implementation"] = implementation() }
    addTexts(to: &scenario)
    return scenario
  }

  // MARK: Dice

  mutating func pick(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(dice.below(UInt64(range.count)))
  }
  mutating func happens(_ chance: Double) -> Bool { dice.uniform() < chance }
  mutating func one<Element>(of list: [Element]) -> Element { list[pick(0...list.count - 1)] }
  mutating func word(_ words: [String]) -> OrderedJSON { .text(one(of: words)) }
  private mutating func real(_ range: ClosedRange<Double>) -> Double {
    let value = range.lowerBound + (range.upperBound - range.lowerBound) * dice.uniform()
    return min(max((value * 100).rounded() / 100, range.lowerBound), range.upperBound)
  }

  /// A number of two decimals, so that ties are not rare; half of the time uncertain.
  mutating func amount(_ range: ClosedRange<Double>) -> OrderedJSON {
    let (a, b) = (real(range), real(range))
    switch pick(0...5) {
    case 0, 1: return a == b ? .number(a) : ["uniform": [.number(min(a, b)), .number(max(a, b))]]
    case 2 where a != b: return ["choice": .object([.init("\(a)", 0.3), .init("\(b)", 0.7)])]
    default: return .number(a)
    }
  }

  // MARK: Parts

  private mutating func issue(_ name: String) -> OrderedJSON {
    let isNumeric = happens(0.4)
    let words = isNumeric ? ["0", "1", "4", "9"] : ["none", "some", "most", "all"]
    let options = Array(words.prefix(pick(2...4)))
    var issue: OrderedJSON = [:]
    if happens(0.5) {
      issue["options"] = .list(options.map { isNumeric ? .number(Double($0) ?? 0) : .text($0) })
    } else {
      issue["options"] = .object(options.map { .init($0, .object([.init("en", .text("Option \($0)"))])) })
    }
    func option(_ place: Int) -> OrderedJSON {
      isNumeric ? .number(Double(options[place]) ?? 0) : .text(options[place])
    }
    if happens(0.6) { issue["status_quo"] = option(pick(0...options.count - 1)) }
    issues.append((name, options, isNumeric, issue["status_quo"] != nil))
    if happens(0.3) {
      issue["tentative"] = ["option": option(pick(0...options.count - 1)), "firmness": amount(0...1)]
      if happens(0.6) {
        issue["tentative"]?["reopening"] = happens(0.5) ? "never" : ["cost": amount(0...3)]
      }
    }
    return issue
  }

  /// All issues, so that none needs a status quo, in stages where nothing holds until all is
  /// agreed.
  private mutating func agenda() -> OrderedJSON {
    let names = issues.map(\.name)
    let all: OrderedJSON = .list(names.map { .text($0) })
    if happens(0.5) { return ["issues": all, "order": "issue_by_issue"] }
    return ["issues": all, "order": "interim", "holds": false, "first": [.text(one(of: names))]]
  }

  private mutating func preferences(isWhole: Bool) -> OrderedJSON {
    var members: [OrderedJSON.Member] = []
    for issue in issues where isWhole || happens(0.7) {
      var preference: OrderedJSON = ["weight": amount(0.1...1)]
      if issue.isNumeric, happens(0.6) {
        preference["shape"] = happens(0.3) ? ["peak": amount(0...1)] : word(["increasing", "decreasing"])
      } else {
        // Mediators are often indifferent between some options, or all.
        let isFlat = !isWhole && happens(0.2)
        preference["values"] = .object(
          issue.options.map {
            .init($0, isFlat ? 0.5 : happens(0.3) ? .number(Double(pick(0...2)) / 2) : amount(0...1))
          })
      }
      members.append(.init(issue.name, preference))
    }
    return .object(members)
  }

  mutating func condition(of count: Int) -> OrderedJSON {
    var members: [OrderedJSON.Member] = []
    for issue in issues where members.count < count && (happens(0.5) || issues.count <= count) {
      let chosen = issue.options.filter { _ in happens(0.4) }
      let options = chosen.isEmpty ? [issue.options[0]] : chosen
      members.append(
        .init(
          issue.name, .list(options.map { issue.isNumeric ? .number(Double($0) ?? 0) : .text($0) })))
    }
    if members.count < count {
      for issue in issues where members.count < count && !members.contains(where: { $0.key == issue.name }) {
        let first = issue.options[0]
        members.append(.init(issue.name, issue.isNumeric ? .number(Double(first) ?? 0) : .text(first)))
      }
    }
    return .object(members)
  }

  private mutating func interactions() -> OrderedJSON {
    .list((0..<pick(0...2)).map { _ in ["when": condition(of: 2), "add": amount(-0.2...0.2)] })
  }

  private mutating func party(hasVeto: Bool) -> OrderedJSON {
    var party: OrderedJSON = [
      "preferences": preferences(isWhole: true), "interactions": interactions(),
      "reservation": amount(0.1...0.6), "cost_of_delay": amount(0...0.02), "tactic": tactic(),
      "willingness": amount(0.6...1), "offer": word(["lowest", "closest", "modelled"]),
      "opponent_model": word(["frequency", "bayesian"]),
      "acceptance": happens(0.7) ? "next" : happens(0.5) ? "aspiration" : ["constant": 0.6],
    ]
    if happens(0.3) { party["discount"] = amount(0.95...1) }
    if happens(0.4) { party["overstatement"] = amount(0...1) }
    if !hasVeto { party["veto"] = false }
    if hasVeto, happens(0.4) { party["ratification"] = ratification() }
    if happens(0.2) { party["voter"] = ["annealer": ["temperature": amount(0...0.3)]] }
    return party
  }

  private mutating func tactic() -> OrderedJSON {
    switch pick(0...8) {
    case 0: return "micro"
    case 1: return "zeuthen"
    case 2: return "random"
    case 3: return ["tit_for_tat": ["kind": "relative", "window": 1]]
    case 4: return ["mix": [[0.6, ["time": ["beta": amount(0.3...2)]]], [0.4, "random"]]]
    default: return ["time": ["beta": amount(0.3...2)]]
    }
  }

  private mutating func ratification() -> OrderedJSON {
    let factions = ["hawks", "doves", "army"].prefix(pick(1...3)).map { name in
      var faction: OrderedJSON = ["weight": amount(0.1...1), "minimum": amount(0...0.6)]
      if happens(0.4) { faction["bears"] = amount(0...1) }
      if happens(0.4) { faction["carrot_share"] = amount(0...1) }
      if happens(0.5) {
        faction["adjust"] = .object([
          .init(
            issues[0].name,
            ["weight": amount(0.5...2), "values": .object([.init(issues[0].options[0], 0.1)])])
        ])
      }
      return OrderedJSON.Member(name, faction)
    }
    var ratification: OrderedJSON = [
      "quota": amount(0.3...1), "factions": .object(factions), "trust_loss": amount(0...0.3),
      "learning": amount(0...1), "failures": .number(Double(pick(1...3))),
    ]
    if happens(0.4) { ratification["foresight"] = amount(0...1) }
    return ratification
  }

  private mutating func mediator() -> OrderedJSON {
    [
      "preferences": preferences(isWhole: false), "interactions": interactions(),
      "facilitate": amount(0...0.6),
      "formulate": amount(0.3...1), "manipulate": amount(0...1), "own_interest": amount(0...1),
      "estimates": word(["told", "told", "frequency", "bayesian"]),
      "toward": .object(
        parties.map {
          .init(
            $0,
            [
              "trust": amount(0.3...1), "bias": amount(-0.3...0.3), "carrot": amount(0...0.1),
              "stick": amount(0...0.1), "gain": amount(0...0.3), "loss": amount(0...0.5),
            ])
        }),
    ]
  }

  private mutating func forum() -> OrderedJSON {
    var members = parties
    if happens(0.5) { members.reverse() }
    if members.count > 2, happens(0.3) { members.removeLast() }
    let present = mediators.filter { _ in happens(0.8) }
    let protocols = ["alternating", "simultaneous", "ultimatum"]
    let name = one(of: present.isEmpty ? protocols : protocols + ["shuttle", "shuttle", "single_text"])
    var forum: OrderedJSON = [
      "members": .list(members.map { .text($0) }), "mediators": .list(present.map { .text($0) }),
      "protocol": .text(name), "every": .number(Double(pick(1...2))),
    ]
    if name == "single_text" {
      forum["proposals"] = .number(Double(pick(1...6)))
      // Annealers must know how many there will be where there is no deadline.
      forum["sittings"] = .number(Double(pick(2...9)))
    }
    if happens(0.3) { forum["turns"] = word(["listed", "drawn"]) }
    return forum
  }

  private mutating func event() -> OrderedJSON {
    let targets =
      parties.flatMap { ["parties.\($0).reservation", "parties.\($0).willingness"] }
      + mediators.map { "mediators.\($0).formulate" } + tolled.map { "tolls.\($0).per_round" }
      + mediators.map { "mediators.\($0).toward.\(parties[0]).trust" } + ["talks.collapse.active"]
    var event: OrderedJSON = [
      "rate": amount(0...0.5),
      "effects": .list(
        (0..<pick(1...3)).map { _ in
          var effect: OrderedJSON = ["on": word(targets), "add": amount(-0.1...0.1)]
          if happens(0.5) { effect["for"] = .number(Double(pick(1...4))) }
          return effect
        }),
    ]
    if happens(0.3) { event["progress_rate"] = amount(0...0.5) }
    if happens(0.5) { event["shock"] = amount(0...1) }
    return event
  }

  private mutating func models() -> OrderedJSON {
    .object(
      ["trusting", "base", "hasty"].prefix(pick(2...3)).map { name in
        let party = one(of: parties)
        return .init(
          name,
          [
            "weight": .number(Double(pick(1...9)) / 10),
            "patch": ["parties": .object([.init(party, ["willingness": .number(real(0.5...1))])])],
          ])
      })
  }
}
