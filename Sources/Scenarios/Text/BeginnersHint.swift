import Tables

/// What is meant by spellings that people bring along from elsewhere: percentages, decimal commas,
/// comparisons in quotes, and the field's other names for what this format has.
enum BeginnersHint {
  /// For a value in place of a number: `"45%"`, `"0,7"`, `"0.7"`, `[0.2, 0.5]`; empty when nothing
  /// is known of it.
  static func number(_ node: JSONNode) -> Message {
    switch node.value {
    case .string(let text): number(text)
    case .array(let elements): list(elements)
    default: ""
    }
  }

  private static func number(_ text: String) -> Message {
    var digits = text.filter { $0 != " " }
    let isPercent = digits.hasSuffix("%")
    if isPercent { digits.removeLast() }
    if digits.firstIndex(of: ",") == digits.lastIndex(of: ","), !digits.contains(".") {
      digits = String(digits.map { $0 == "," ? "." : $0 })
    }
    guard digits.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let number = Double(digits),
      number.isFinite
    else { return "" }
    // Divided as a decimal is: 7% is 0.07, not 0.07000000000000001.
    let meant = isPercent ? Double("\(digits)e-2") ?? number / 100 : number
    return "did you mean \(Quoting.decimal(meant))?"
  }

  /// Two or three numbers that may have been meant as the bounds of a distribution.
  private static func list(_ elements: [JSONNode]) -> Message {
    let numbers = elements.compactMap { element -> Double? in
      if case .number(let number) = element.value { number } else { nil }
    }
    guard numbers.count == elements.count, numbers == numbers.sorted() else { return "" }
    let law = [2: "uniform", 3: "triangular"][numbers.count]
    let words = numbers.map(Quoting.decimal).joined(separator: ", ")
    return law.map { "did you mean \("{\"\($0)\": [\(words)]}")?" } ?? ""
  }

  /// For a comparison in place of an option: `"<2"`, `">= 5"`; `nil` when it is none.
  static func comparison(_ text: String) -> Message? {
    let text = text.filter { $0 != " " }
    let signs: [(String, String, isStrict: Bool)] = [
      ("<=", "at_most", false), ("≤", "at_most", false), (">=", "at_least", false), ("≥", "at_least", false),
      ("<", "at_most", true), (">", "at_least", true),
    ]
    guard let (sign, key, isStrict) = signs.first(where: { text.hasPrefix($0.0) }),
      let number = Double(text.dropFirst(sign.count)), number.isFinite
    else {
      guard text.hasPrefix("!="), text.count > 2 else { return nil }
      return "did you mean \("{\"not\": \(Quoting.quoted(String(text.dropFirst(2))))}")?"
    }
    let word = Quoting.decimal(number)
    return isStrict
      ? "write \("{\"\(key)\": NUMBER}"); \(word) itself would count"
      : "did you mean \("{\"\(key)\": \(word)}")?"
  }

  /// For a list in place of values by option.
  static func values(_ node: JSONNode, options: [String]) -> Message {
    guard case .array(let elements) = node.value, !options.isEmpty else { return "" }
    let shown = options.prefix(4).enumerated().map { index, option in
      var value = "…"
      if index < elements.count, case .number(let number) = elements[index].value {
        value = Quoting.decimal(number)
      }
      return "\(Quoting.quoted(option)): \(value)"
    }
    return "expected \("{\(shown.joined(separator: ", "))\(options.count > 4 ? ", …" : "")}")"
  }

  /// For a tactic that literature names by its shape (Faratin, Sierra, Jennings 1998).
  static func tactic(_ name: String) -> Message? {
    switch name.lowercased() {
    case "boulware", "boulwarist": "did you mean {\"time\": {\"beta\": 0.2}}? a beta below 1 holds out"
    case "conceder", "concession": "did you mean {\"time\": {\"beta\": 3}}? a beta above 1 gives in early"
    case "linear": "did you mean {\"time\": {\"beta\": 1}}?"
    case "titfortat", "tit-for-tat", "tft": "expected {\"tit_for_tat\": {\"kind\": \"relative\"}}"
    default: nil
    }
  }

  /// What this format calls a key, where it is not near in letters.
  private static let keys: [String: [String]] = [
    "batna": ["reservation"], "reservation_value": ["reservation"], "reserve": ["reservation"],
    "disagreement": ["reservation"], "outside_option": ["reservation"], "walk_away": ["reservation"],
    "pert": ["triangular"], "gaussian": ["normal"], "constant": ["value"], "discrete": ["choice"],
    "utilities": ["preferences"], "utility": ["preferences"], "players": ["parties"], "agents": ["parties"],
    "actors": ["parties"], "topics": ["issues"], "items": ["issues"], "choices": ["options"],
    "strategy": ["tactic"], "deadline": ["rounds", "horizon"], "turns": ["rounds"], "boulware": ["time"],
    "conceder": ["time"], "linear": ["time"], "importance": ["weight"], "default": ["status_quo"],
    "probability": ["rate"],
  ]

  /// The hint for an unknown key: the key that is meant, if that can be guessed, and always those
  /// that are known.
  static func key(_ typed: String, among known: [String]) -> Message {
    let names = known.map(Quoting.quoted).joined(separator: ", ")
    let other = keys[typed.lowercased()]?.first(where: known.contains)
    guard let meant = other ?? Suggestion.nearest(to: typed, among: known) else {
      return known.isEmpty ? "" : "known: \(names)"
    }
    return "did you mean \(Quoting.quoted(meant))? known: \(names)"
  }
}
