import Bargaining
import Tables

extension Tactic {
  /// What tactics are called in a scenario file, in the order in which they are told.
  fileprivate enum Key: String, CaseIterable {
    case time
    case titForTat = "tit_for_tat"
    case mix, micro, zeuthen, hardliner, random

    /// The tactic that the word alone says; `nil` where it is the key of numbers.
    var alone: Tactic? {
      switch self {
      case .time, .titForTat, .mix: nil
      case .micro: .micro
      case .zeuthen: .zeuthen
      case .hardliner: .hardliner
      case .random: .random
      }
    }

    static let ofNumbers = allCases.filter { $0.alone == nil }.map(\.rawValue)
    static let words = allCases.filter { $0.alone != nil }.map(\.rawValue)
  }

  /// `nil` for one of the user's own, which no file can name.
  private var key: Key? {
    switch self {
    case .time: .time
    case .titForTat: .titForTat
    case .mix: .mix
    case .micro: .micro
    case .zeuthen: .zeuthen
    case .hardliner: .hardliner
    case .random: .random
    case .custom: nil
    }
  }

  /// What it is called in a scenario file; of the user's own, that.
  var word: String { key?.rawValue ?? "custom" }
}

/// How parties' aspirations move.
extension ScenarioDecoder {

  mutating func decodeTactic(_ party: Fields) -> Tactic {
    let path = party.path("tactic")
    guard let member = required(party, "tactic", hint: "such as {\"time\": {\"beta\": 0.5}}") else {
      return timeTactic(nil, path)
    }
    return tactic(
      member.value, path, what: "the tactic of \(party.what)", anchor: member.keySpan, mark: party.mark)
  }

  /// A tactic wherever it stands; after reporting, one without meaning. Recursion is bounded by the
  /// depth that the parser allows.
  private mutating func tactic(
    _ node: JSONNode, _ path: String, what: Message, anchor: SourceSpan, mark: Mark
  ) -> Tactic {
    let kinds = Tactic.Key.ofNumbers
    if case .string(let name) = node.value {
      if let known = Tactic.Key(rawValue: name)?.alone { return known }
      let hint =
        kinds.contains(name)
        ? "expected {\(Quoting.quoted(name)): …}"
        : BeginnersHint.tactic(name)
          ?? Suggestion.hint(for: name, among: Tactic.Key.words + kinds)
      diagnostics.error(at: node.span, "unknown tactic \(Quoting.quoted(name))", hint: hint)
      return timeTactic(nil, path)
    }
    let errors = diagnostics.errorCount
    guard let fields = fields(node, anchor: anchor, path: path, what: what, keys: kinds, mark: mark) else {
      return timeTactic(nil, path)
    }
    let given = fields.members.filter { kinds.contains($0.key) }
    guard given.count == 1, let member = given.first, let key = Tactic.Key(rawValue: member.key) else {
      if diagnostics.errorCount == errors {
        let words = (kinds + Tactic.Key.words).map(Quoting.quoted).joined(separator: ", ")
        diagnostics.error(
          at: node.span, "\(what) has \(given.count) kinds of tactic", hint: "expected one of \(words)")
      }
      return timeTactic(nil, path)
    }
    switch key {
    case .time: return timeTactic(fields, path)
    case .titForTat: return titForTat(fields, path)
    case .mix: return mixture(member.value, fields)
    // Not among the keys that were looked for.
    case .micro, .zeuthen, .hardliner, .random: return key.alone ?? timeTactic(nil, path)
    }
  }

  /// A tactic by time; from nothing, one whose numbers have no meaning but whose paths are known.
  private mutating func timeTactic(_ tactic: Fields?, _ path: String) -> Tactic {
    let what: Message = "the time tactic"
    let written = tactic.flatMap {
      fields($0, "time", what: what, keys: ["beta", "curve", "start", "tolerance"])
    }
    guard let fields = written else {
      return .time(
        TimeTactic(
          curve: .polynomial, beta: byDefault("\(path).time.beta", 1, in: 0.001...1_000),
          start: byDefault("\(path).time.start", 0, in: 0...1),
          tolerance: byDefault("\(path).time.tolerance", 0, in: 0...1)))
    }
    let beta = number(fields, "beta", in: 0.001...1_000)
    var curve = TimeTactic.Curve.polynomial
    if let member = fields["curve"] {
      let names = TimeTactic.Curve.allCases.map(\.rawValue)
      curve =
        word(member.value, fields.path("curve"), "curve", among: names).flatMap(TimeTactic.Curve.init)
        ?? curve
    } else {
      noteDefault(fields.path("curve"), "\"polynomial\"")
    }
    let isExponential = curve == .exponential
    let start = number(
      fields, "start", in: (isExponential ? 0.001 : 0)...1, default: isExponential ? 0.1 : 0)
    let tolerance = number(fields, "tolerance", in: 0...1, default: 0)
    return .time(TimeTactic(curve: curve, beta: beta, start: start, tolerance: tolerance))
  }

  private mutating func titForTat(_ tactic: Fields, _ path: String) -> Tactic {
    guard
      let fields = fields(
        tactic, "tit_for_tat", what: "the tit-for-tat tactic", keys: ["kind", "window", "step", "direction"])
    else { return timeTactic(nil, path) }
    let window = whole(fields, "window", in: 1...TitForTat.largestWindow, default: 1)
    let kind = required(fields, "kind", hint: "\"relative\", \"absolute\" or \"averaged\"").flatMap {
      word($0.value, fields.path("kind"), "kind", among: ["relative", "absolute", "averaged"])
    }
    if kind == "absolute" {
      let step = number(fields, "step", in: 0...1, default: 0)
      return .titForTat(TitForTatTactic(.absolute(step: step, direction: direction(fields)), window: window))
    }
    for key in ["step", "direction"] where kind != nil {
      guard let member = fields[key] else { continue }
      diagnostics.error(
        at: member.keySpan, "\(Quoting.quoted(key)) belongs to the kind \"absolute\" alone")
    }
    return .titForTat(TitForTatTactic(kind == "averaged" ? .averaged : .relative, window: window))
  }

  private mutating func direction(_ fields: Fields) -> TitForTatTactic.Direction {
    let path = fields.path("direction")
    guard let member = fields["direction"] else {
      noteDefault(path, "\"concede\"")
      return .concede
    }
    let names = TitForTatTactic.Direction.allCases.map(\.rawValue)
    return word(member.value, path, "direction", among: names).flatMap(TitForTatTactic.Direction.init)
      ?? .concede
  }

  /// A list of pairs of a weight and a tactic.
  private mutating func mixture(_ node: JSONNode, _ tactic: Fields) -> Tactic {
    let path = tactic.path("mix")
    let form = "[weight, tactic]"
    guard let pairs = list(node, "\(path)", of: "pairs \(form)") else { return timeTactic(nil, tactic.path) }
    if pairs.isEmpty {
      diagnostics.error(at: node.span, "the mixture is empty", hint: "expected [\(form), …]")
    }
    if pairs.count > 16 {
      diagnostics.error(at: node.span, "a mixture has 1 to 16 parts, not \(pairs.count)")
    }
    var parts: [Tactic.Part] = []
    for (index, pair) in pairs.prefix(16).enumerated() {
      let here = "\(path).\(index)"
      guard let elements = list(pair, "\(here)", of: "a weight and a tactic") else { continue }
      guard elements.count == 2 else {
        diagnostics.error(
          at: pair.span, "a part of a mixture needs a weight and a tactic", hint: "expected \(form)")
        continue
      }
      let weight = number(elements[0], "\(here).0", in: 0...1_000, mark: tactic.mark)
      let part = self.tactic(
        elements[1], "\(here).1", what: "part \(index) of the mixture", anchor: elements[1].span,
        mark: tactic.mark)
      parts.append(Tactic.Part(weight: weight, tactic: part))
    }
    let weights = parts.map { parameters[$0.weight.index].distribution }
    if !parts.isEmpty, weights.allSatisfy({ $0 == .constant(0) }), parts.count == pairs.count {
      diagnostics.error(at: node.span, "all weights of the mixture are 0")
    }
    return parts.isEmpty ? timeTactic(nil, tactic.path) : .mix(parts)
  }
}
