import Bargaining
import Randomness
import Tables

/// Numbers, certain and uncertain.
extension ScenarioDecoder {
  /// Largest weight of an issue. There is no limit that a user would meet; this one keeps the sum
  /// of 32 weights finite, so that they can be normalised.
  static let largestWeight = 1e300

  /// A number of an object. With a default it may be left out, else its absence is reported.
  mutating func number(
    _ fields: Fields, _ key: String, in range: ClosedRange<Double>, default standard: Double? = nil
  ) -> ParameterID {
    let path = fields.path(key)
    if let member = fields[key] {
      return number(member.value, path, in: range, mark: fields.mark)
    }
    guard let standard else {
      _ = required(fields, key, hint: "a number \(ScenarioDecoder.words(range))")
      return keepUnreadable(path, range)
    }
    return byDefault(path, standard, in: range)
  }

  /// A number that the format supplies.
  mutating func byDefault(_ path: String, _ value: Double, in range: ClosedRange<Double>) -> ParameterID {
    noteDefault(path, Quoting.decimal(value))
    return keep(
      Parameter(path: path, distribution: .constant(value), range: range, provenance: .byDefault))
  }

  /// A number wherever it stands.
  mutating func number(
    _ node: JSONNode, _ path: String, in range: ClosedRange<Double>, mark: Mark
  ) -> ParameterID {
    // What a patch writes rests on what its model does.
    let ground = patch.flatMap { $0.mark != .none && $0.writes(node.span) ? $0.mark : nil } ?? mark
    guard let (distribution, mark) = distribution(node, path, in: range, mark: ground) else {
      return keepUnreadable(path, range)
    }
    return keep(
      Parameter(
        path: path, distribution: distribution, range: range, provenance: provenance(mark, node.span)))
  }

  /// In place of a number that has been reported: its path stays known, so that nothing is said
  /// twice.
  private mutating func keepUnreadable(_ path: String, _ range: ClosedRange<Double>) -> ParameterID {
    keep(
      Parameter(
        path: path, distribution: .constant(range.lowerBound), range: range, provenance: .unmarked))
  }

  private func provenance(_ mark: Mark, _ span: SourceSpan) -> Parameter.Provenance {
    // A value from outside the files is not what the file's mark speaks of.
    if Int(span.file) >= fileCount { return .assumption("set for this run") }
    switch mark {
    case .none: return .unmarked
    case .sourced(let facts): return .sourced(facts)
    case .assumption(let words): return .assumption(words)
    }
  }

  // MARK: Distributions

  private static let laws = ["uniform", "triangular", "normal", "beta", "choice", "value"]

  /// `nil` after reporting what is wrong.
  private mutating func distribution(
    _ node: JSONNode, _ path: String, in range: ClosedRange<Double>, mark: Mark
  ) -> (Distribution, Mark)? {
    if case .number(let number) = node.value {
      return check(number, node.span, path, range) ? (.constant(number), mark) : nil
    }
    guard case .object(let members) = node.value else {
      wrongType(node, "\(path)", "a number", hint: BeginnersHint.number(node))
      return nil
    }
    let errors = diagnostics.errorCount
    guard
      let fields = fields(
        node, anchor: node.span, path: path, what: "the number \(path)",
        keys: ScenarioDecoder.laws + ["within"], mark: mark)
    else { return nil }
    let laws = members.filter { ScenarioDecoder.laws.contains($0.key) }
    if laws.count > 1 {
      diagnostics.error(
        at: laws[1].keySpan,
        "\(path) is given as \(Quoting.quoted(laws[0].key)) and as \(Quoting.quoted(laws[1].key))",
        hint: "expected one of them")
      return nil
    }
    guard let law = laws.first else {
      // An unknown key has been reported: most likely it is the misspelt law.
      if diagnostics.errorCount == errors {
        diagnostics.error(
          at: node.span, "\(path) must be a number",
          hint: "known: \(ScenarioDecoder.laws.map(Quoting.quoted).joined(separator: ", "))")
      }
      return nil
    }
    if law.key != "normal", let bounds = fields["within"] {
      diagnostics.error(at: bounds.keySpan, "\"within\" belongs to \"normal\" alone")
    }
    guard let distribution = decode(law, fields, path, range) else { return nil }
    return (distribution, fields.mark)
  }

  private mutating func decode(
    _ law: JSONMember, _ fields: Fields, _ path: String, _ range: ClosedRange<Double>
  ) -> Distribution? {
    let node = law.value
    switch law.key {
    case "value":
      guard case .number(let number) = node.value else {
        wrongType(node, "value", "a plain number", hint: BeginnersHint.number(node))
        return nil
      }
      return check(number, node.span, path, range) ? .constant(number) : nil
    case "uniform":
      guard let bounds = numbers(node, "uniform", "[from, to]"),
        ordered(bounds, path, "from", "to"), check(bounds, path, range)
      else { return nil }
      return .uniform(low: bounds[0].value, high: bounds[1].value)
    case "triangular":
      guard let bounds = numbers(node, "triangular", "[from, mode, to]"),
        ordered(bounds, path, "from", "mode", "to"), check(bounds, path, range)
      else { return nil }
      return .triangular(low: bounds[0].value, mode: bounds[1].value, high: bounds[2].value)
    case "normal": return normal(law, fields, path, range)
    case "beta":
      guard let shape = numbers(node, "beta", "[a, b]") else { return nil }
      for number in shape where !Distribution.betaShapes.contains(number.value) {
        diagnostics.error(
          at: number.span,
          "beta needs parameters between 0.000001 and 1000000, not \(Quoting.decimal(number.value))")
        return nil
      }
      guard range.contains(0), range.contains(1) else {
        diagnostics.error(
          at: law.keySpan,
          "\(path) must be \(ScenarioDecoder.words(range)), but a beta distribution reaches from 0 to 1")
        return nil
      }
      return .beta(a: shape[0].value, b: shape[1].value)
    default: return choice(node, path, range)
    }
  }

  private mutating func normal(
    _ law: JSONMember, _ fields: Fields, _ path: String, _ range: ClosedRange<Double>
  ) -> Distribution? {
    let shape = numbers(law.value, "normal", "[mean, standard deviation]")
    guard let within = fields["within"] else {
      diagnostics.error(
        at: law.keySpan, "a normal distribution needs \"within\"",
        hint: "the bounds [from, to] to cut it off at")
      return nil
    }
    guard let bounds = numbers(within.value, "within", "[from, to]"), let shape else { return nil }
    if shape[1].value <= 0 {
      diagnostics.error(
        at: shape[1].span, "the standard deviation must be above 0, not \(Quoting.decimal(shape[1].value))")
      return nil
    }
    guard ordered(bounds, path, "from", "to"), check(bounds, path, range) else { return nil }
    let distribution = Distribution.normal(
      mean: shape[0].value, standardDeviation: shape[1].value, low: bounds[0].value, high: bounds[1].value)
    if distribution.fault() != nil {
      diagnostics.error(
        at: within.value.span, "the bounds are so far from the mean that next to nothing lies between them")
      return nil
    }
    return distribution
  }

  private mutating func choice(
    _ node: JSONNode, _ path: String, _ range: ClosedRange<Double>
  ) -> Distribution? {
    guard let members = entries(node, "choice") else { return nil }
    if members.isEmpty {
      diagnostics.error(at: node.span, "choice offers nothing", hint: "expected {\"value\": probability, …}")
      return nil
    }
    if members.count > Distribution.mostChoices {
      diagnostics.error(
        at: node.span, "a choice has at most \(Distribution.mostChoices) values, not \(members.count)")
      return nil
    }
    var values: [WeightedValue] = []
    var sum = 0.0
    for member in members {
      guard member.key.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }),
        let value = Double(member.key), value.isFinite
      else {
        diagnostics.error(at: member.keySpan, "\(Quoting.quoted(member.key)) is not a number")
        continue
      }
      guard case .number(let probability) = member.value.value else {
        wrongType(
          member.value, "a probability", "a plain number", hint: BeginnersHint.number(member.value))
        continue
      }
      guard (0...1).contains(probability) else {
        diagnostics.error(
          at: member.value.span, "a probability must be between 0 and 1, not \(Quoting.decimal(probability))")
        continue
      }
      if value == 0, JSONParser.isAboveZero(member.key.utf8) {
        diagnostics.warning(at: member.keySpan, JSONParser.underflow(of: member.key))
      }
      guard check(value, member.keySpan, path, range) else { continue }
      sum += probability
      values.append(WeightedValue(value: value, probability: probability))
    }
    guard values.count == members.count else { return nil }
    guard abs(sum - 1) <= 1e-9 else {
      diagnostics.error(
        at: node.span, "the probabilities must sum to 1, not \(Quoting.decimal((sum * 1e9).rounded() / 1e9))")
      return nil
    }
    // Probabilities are added up, so their order must not be that of the file.
    return .choice(values.sorted { $0.value < $1.value })
  }

  // MARK: Parts of distributions

  private struct Plain {
    let value: Double
    let span: SourceSpan
  }

  /// A list of as many plain numbers as `form` has parts.
  private mutating func numbers(_ node: JSONNode, _ what: Message, _ form: String) -> [Plain]? {
    let count = form.split(separator: ",").count
    guard case .array(let elements) = node.value else {
      wrongType(node, what, "a list \(form)")
      return nil
    }
    guard elements.count == count else {
      diagnostics.error(
        at: node.span, "\(what) needs \(count) numbers, not \(elements.count)", hint: "expected \(form)")
      return nil
    }
    var numbers: [Plain] = []
    for element in elements {
      if case .number(let value) = element.value {
        numbers.append(Plain(value: value, span: element.span))
      } else {
        wrongType(
          element, "each part of \(what)", "a plain number", hint: BeginnersHint.number(element))
      }
    }
    return numbers.count == count ? numbers : nil
  }

  /// Reports the first number that is less than the one before it.
  private mutating func ordered(_ numbers: [Plain], _ path: String, _ names: String...) -> Bool {
    for index in numbers.indices.dropFirst() where numbers[index].value < numbers[index - 1].value {
      let (low, high) = (Quoting.decimal(numbers[index - 1].value), Quoting.decimal(numbers[index].value))
      diagnostics.error(
        at: numbers[index].span,
        "the bounds of \(path) are out of order: \(names[index - 1]) is \(low), \(names[index]) is \(high)")
      return false
    }
    return true
  }

  private mutating func check(_ numbers: [Plain], _ path: String, _ range: ClosedRange<Double>) -> Bool {
    for number in numbers where !check(number.value, number.span, path, range) { return false }
    return true
  }

  private mutating func check(
    _ value: Double, _ span: SourceSpan, _ path: String, _ range: ClosedRange<Double>
  ) -> Bool {
    if range.contains(value) { return true }
    // A limit that nobody meets by accident is named to those who do.
    let bounds =
      range.upperBound >= ScenarioDecoder.largestWeight && value > range.upperBound
      ? "at most \(Quoting.decimal(range.upperBound))" : ScenarioDecoder.words(range)
    diagnostics.error(at: span, "\(path) must be \(bounds), not \(Quoting.decimal(value))")
    return false
  }

  /// `between 0 and 1`; `at least 0` where there is no upper limit to speak of.
  static func words(_ range: ClosedRange<Double>) -> Message {
    let low = Quoting.decimal(range.lowerBound)
    return range.upperBound >= largestWeight
      ? "at least \(low)" : "between \(low) and \(Quoting.decimal(range.upperBound))"
  }
}
