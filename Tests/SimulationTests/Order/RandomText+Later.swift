/// What a scenario may have beside its talks: limits of time, tolls, memory of trust, groups of
/// mediators.
extension RandomText {
  /// A deadline, horizons, both, or neither.
  mutating func addEnds(to scenario: inout OrderedJSON) {
    let kind = pick(0...3)
    if kind % 2 == 1 {
      scenario["talks"]?["deadline"] = [
        "round": happens(0.5) ? .number(Double(pick(2...16))) : ["uniform": [2, 16]],
        "extension": amount(0...1), "by": .number(Double(pick(1...4))),
      ]
    }
    guard kind > 1 else { return }
    for party in parties where kind == 2 || happens(0.6) {
      scenario["parties"]?[party]?["horizon"] = ["uniform": [2, 20]]
    }
  }

  /// Up to two texts that a mediator has ready, each of which moves something.
  mutating func addTexts(to scenario: inout OrderedJSON) {
    for mediator in mediators where happens(0.4) {
      var texts: [OrderedJSON] = []
      for _ in 0..<pick(1...2) {
        var outcome: OrderedJSON = [:]
        var moves = false
        for issue in issues {
          let options = issue.options.map {
            issue.isNumeric ? OrderedJSON.number(Double($0) ?? 0) : .text($0)
          }
          let now = scenario["issues"]?[issue.name]?["status_quo"]
          let option = one(of: options)
          if now == nil || option != now { moves = true }
          if now == nil || happens(0.7) || option != now { outcome[issue.name] = option }
        }
        guard moves else { continue }
        var text: OrderedJSON = ["outcome": outcome]
        text["at"] = happens(0.3) ? word(["active", "suspended"]) : amount(0...6)
        if case .text? = text["at"] {} else if happens(0.2) { text["when"] = "suspended" }
        texts.append(text)
      }
      scenario["mediators"]?[mediator]?["texts"] = .list(texts)
    }
  }

  /// Tolls while the talks are in a state, or while something holds that is in force.
  mutating func tolls() -> OrderedJSON {
    let settled = issues.filter(\.hasStatusQuo)
    return .object(
      ["homeless", "days", "prisoners"].prefix(pick(0...3)).map { name in
        var circumstance = word(["active", "suspended", "agreed", "ended"])
        if !settled.isEmpty, happens(0.6) {
          let issue = one(of: settled)
          let options = issue.options.filter { _ in happens(0.5) }
          circumstance = .object([
            .init(
              issue.name,
              .list(
                (options.isEmpty ? [issue.options[0]] : options).map {
                  issue.isNumeric ? .number(Double($0) ?? 0) : .text($0)
                }))
          ])
        }
        return .init(name, ["per_round": amount(0...9), "while": circumstance])
      })
  }

  /// How far all mediators know, are believed and coordinate.
  mutating func mediation(of mediators: [OrderedJSON.Member]) -> OrderedJSON {
    var mediation: OrderedJSON = ["noise": amount(0...0.5), "incoherence": amount(0...1)]
    if happens(0.5) { mediation["floor"] = amount(0...1) }
    if happens(0.5) { mediation["allegiance"] = amount(0...1) }
    if happens(0.5) { mediation["suspicion"] = amount(0...1) }
    // What one learns from offers cannot be pooled.
    let told = mediators.filter { $0.value["estimates"] == "told" }.map(\.key)
    if told.count > 1, happens(0.7) {
      let group = told.count > 2 && happens(0.5) ? Array(told.dropFirst()) : told
      mediation["joint"] = [.list(group.map { .text($0) })]
    }
    return mediation
  }

  /// The terms of a hazard, and what events and trust do to it.
  mutating func hazards(of talks: OrderedJSON) -> OrderedJSON {
    var talks = talks
    for (key, terms) in [
      ("resume", ["distance", "shock", "trust"]), ("collapse", ["distance", "pain", "shock", "trust"]),
    ] {
      for term in terms where happens(0.4) { talks[key]?[term] = amount(-2...2) }
    }
    if happens(0.5) { talks["shock_half_life"] = amount(1...9) }
    return talks
  }

  /// Phases with conditions of their own, and what a deal itself provides.
  mutating func implementation() -> OrderedJSON {
    let phases = ["second", "first", "last"].prefix(pick(1...3)).map { name in
      let settled = issues.filter { _ in happens(0.6) }
      var phase: OrderedJSON = settled.isEmpty ? [:] : ["issues": .list(settled.map { .text($0.name) })]
      if happens(0.4) { phase["when"] = condition(of: 1) }
      if happens(0.4) { phase["monitoring"] = amount(0...1) }
      if happens(0.4) { phase["guarantee"] = amount(0...1) }
      return OrderedJSON.Member(name, phase)
    }
    return [
      "phases": .object(phases), "leverage_fade": amount(0...0.5),
      "failure": [
        "base": -2, "temptation": 4, "continuation": 4, "monitoring": amount(0...2),
        "guarantee": amount(0...2),
      ],
      "provisions": .list(
        (0..<pick(0...3)).map { _ in
          ["when": condition(of: 1), "monitoring": amount(-0.5...0.5), "guarantee": amount(-0.5...0.5)]
        }),
    ]
  }
}
