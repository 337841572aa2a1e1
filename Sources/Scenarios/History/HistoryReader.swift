import Bargaining
import Tables

/// Turns the text of a history into observations of a scenario, and notes all that is wrong with
/// it.
struct HistoryReader: FileReading {
  var diagnostics = Diagnostics()
  let scenario: Scenario
  private let source: SourceText
  /// What was read so far, each with its place.
  var entries: [Entry] = []

  struct Entry {
    var observation: Observation
    var span: SourceSpan
  }

  private static let keys = ["$schema", "scenario", "observations", "reliability", "note"]
  private static let facts = ["state", "event", "text", "settled", "agreement"]
  private static let entryKeys =
    ["round", "until", "within"] + facts + ["happened", "reliability", "note", "source"]

  init(_ source: SourceText, of scenario: Scenario) {
    self.source = source
    self.scenario = scenario
  }

  mutating func read() -> History {
    let index = diagnostics.add(source)
    let result = JSONParser.parse(file: index, &diagnostics)
    guard result.isShapeKnown, let root = result.root,
      object(root, "a history", keys: Self.keys) != nil
    else { return History([]) }
    if let name = root["scenario"] { checkScenario(name) }
    let usual = root["reliability"].flatMap { reliability($0) } ?? 1
    guard let observations = root["observations"] else {
      diagnostics.error(
        at: root.span, "a history needs \"observations\"", hint: "a list of what was observed")
      return History([])
    }
    for node in list(observations, "observations", of: "what was observed", canBeEmpty: true) ?? [] {
      if let observation = observation(node, reliability: usual) {
        entries.append(Entry(observation: observation, span: node.span))
      }
    }
    checkTogether()
    return History(entries.map(\.observation))
  }

  /// The scenario must be the one at hand, by its file's name, with or without folder and ending.
  private mutating func checkScenario(_ node: JSONNode) {
    guard let name = text(node, "scenario") else { return }
    let file = name.split(separator: "/").last.map(String.init) ?? name
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    guard file != scenario.identifier, stem != scenario.identifier else { return }
    diagnostics.error(
      at: node.span,
      "the history is one of \(Quoting.quoted(name)), the scenario is \(Quoting.quoted(scenario.identifier))")
  }

  private mutating func reliability(_ node: JSONNode) -> Double? {
    guard let number = number(node, "reliability") else { return nil }
    guard number > 0, number <= 1 else {
      diagnostics.error(
        at: node.span, "reliability must be above 0 and at most 1, not \(Quoting.decimal(number))",
        hint: "the probability of the observation in a run that fits it")
      return nil
    }
    return number
  }

  private mutating func observation(_ node: JSONNode, reliability usual: Double) -> Observation? {
    guard let members = object(node, "an observation", keys: Self.entryKeys) else { return nil }
    let kinds = members.filter { Self.facts.contains($0.key) }
    guard let kind = kinds.first else {
      diagnostics.error(
        at: node.span, "an observation needs \(Enumeration.either(Self.facts.map(Quoting.quoted)))")
      return nil
    }
    if kinds.count > 1 {
      diagnostics.error(
        at: kinds[1].keySpan,
        "\(Quoting.quoted(kind.key)) and \(Quoting.quoted(kinds[1].key)) are two observations",
        hint: "write each by itself")
      return nil
    }
    let trust = node["reliability"].map { reliability($0) } ?? usual
    let when = time(node, kind)
    guard let fact = fact(kind, node), let when, let trust else { return nil }
    return Observation(fact, round: when.round, rounds: when.rounds, reliability: trust)
  }

  /// The rounds of an observation.
  private mutating func time(_ node: JSONNode, _ kind: JSONMember) -> (round: Int, rounds: ClosedRange<Int>)?
  {
    let last = scenario.rounds - 1
    if let round = node["round"], node["until"] != nil {
      diagnostics.error(at: round.span, "\"round\" and \"until\" are two times", hint: "write one of them")
      return nil
    }
    guard let place = node["round"] ?? node["until"] else {
      diagnostics.error(
        at: node.span, "an observation needs \"round\" or \"until\"", hint: "a whole number from 0 to \(last)"
      )
      return nil
    }
    let name = node["round"] == nil ? "until" : "round"
    guard let number = number(place, "\(name)") else { return nil }
    guard let round = Int(exactly: number), round >= 0 else {
      diagnostics.error(at: place.span, "\(name) must be a whole number from 0 to \(last)")
      return nil
    }
    guard round <= last else {
      diagnostics.error(
        at: place.span, "round \(round) is after the last one, \(last)",
        hint: "the scenario has \(scenario.rounds) rounds, counted from 0")
      return nil
    }
    if name == "until" {
      if kind.key == "state" {
        diagnostics.error(
          at: place.span, "the state of the talks is that of a round", hint: "write \"round\"")
        return nil
      }
      if let within = node["within"] {
        diagnostics.error(at: within.span, "\"within\" goes with \"round\", not with \"until\"")
        return nil
      }
      return (round, 0...round)
    }
    guard let within = node["within"] else {
      return (round, kind.key == "settled" ? 0...round : round...round)
    }
    guard ["event", "text", "agreement"].contains(kind.key) else {
      diagnostics.error(
        at: within.span,
        "\"within\" goes with an event, a text or an agreement, not with \(Quoting.quoted(kind.key))")
      return nil
    }
    guard let width = whole(within, "within", in: 0...last) else { return nil }
    return (round, max(0, round - width)...min(last, round + width))
  }

  private mutating func fact(_ kind: JSONMember, _ node: JSONNode) -> Observation.Fact? {
    if let happened = node["happened"], kind.key != "event" {
      diagnostics.error(at: happened.span, "\"happened\" goes with an event")
    }
    switch kind.key {
    case "state": return state(kind.value)
    case "event":
      guard let event = name(kind.value, "event", among: scenario.events.map(\.name)) else { return nil }
      guard let happened = node["happened"] else { return .event(event, happened: true) }
      return flag(happened, "happened").map { .event(event, happened: $0) }
    case "text": return text(kind.value).map { .text($0) }
    case "settled": return settled(kind.value)
    default: return flag(kind.value, "agreement").map { .agreement($0) }
    }
  }

  private mutating func state(_ node: JSONNode) -> Observation.Fact? {
    let words = ["active", "suspended"]
    guard let word = text(node, "state") else { return nil }
    guard words.contains(word) else {
      diagnostics.error(
        at: node.span, "unknown state \(Quoting.quoted(word))", hint: Suggestion.hint(for: word, among: words)
      )
      return nil
    }
    return .state(isSuspended: word == "suspended")
  }

  private mutating func settled(_ node: JSONNode) -> Observation.Fact? {
    guard let members = object(node, "settled") else { return nil }
    guard members.count == 1, let member = members.first else {
      diagnostics.error(
        at: node.span, "settled must name one issue and its option", hint: "write one observation per issue")
      return nil
    }
    return option(member).map { .settled(issue: $0.issue, option: $0.option) }
  }

  // MARK: Names

  /// An issue of the agenda and its option.
  mutating func option(_ member: JSONMember) -> (issue: Int, option: Int)? {
    let issues = scenario.agenda.map { scenario.issues[$0].name }
    guard let issue = scenario.agenda.first(where: { scenario.issues[$0].name == member.key }) else {
      let isOff = scenario.issues.contains { $0.name == member.key }
      diagnostics.error(
        at: member.keySpan,
        isOff
          ? "\(Quoting.quoted(member.key)) is not on the agenda"
          : "unknown issue \(Quoting.quoted(member.key))",
        hint: Suggestion.hint(for: member.key, among: issues))
      return nil
    }
    let options = scenario.issues[issue].options.map(\.name)
    let word: String
    // An option that is a number may be written as one, as in a scenario.
    if case .number(let number) = member.value.value {
      word = Quoting.decimal(number)
    } else if let text = text(member.value, "\(member.key)") {
      word = text
    } else {
      return nil
    }
    guard let option = options.firstIndex(of: word) else {
      diagnostics.error(
        at: member.value.span, "unknown option \(Quoting.quoted(word)) of \(Quoting.quoted(member.key))",
        hint: Suggestion.hint(for: word, among: options))
      return nil
    }
    return (issue, option)
  }

  mutating func name(_ node: JSONNode, _ kind: Message, among names: [String]) -> Int? {
    guard let name = text(node, kind) else { return nil }
    if let index = names.firstIndex(of: name) { return index }
    diagnostics.error(
      at: node.span, "unknown \(kind) \(Quoting.quoted(name))",
      hint: names.isEmpty
        ? "the scenario has no \(words: "\(kind)s")" : Suggestion.hint(for: name, among: names))
    return nil
  }

  private mutating func flag(_ node: JSONNode, _ what: Message) -> Bool? {
    if case .bool(let flag) = node.value { return flag }
    wrongType(node, what, "true or false")
    return nil
  }
}
