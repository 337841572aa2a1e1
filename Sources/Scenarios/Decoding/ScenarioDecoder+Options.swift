import Bargaining
import Tables

/// The options of an issue: listed, labelled, or a range of numbers.
extension ScenarioDecoder {
  private static let count = 2...255
  /// Numbers of options lie within this distance of 0, so that the distance of two is a number,
  /// too.
  private static let farthest = 1e300

  /// The options, or `nil` after reporting.
  mutating func decodeOptions(_ fields: Fields, unit: inout LocalizedText?) -> [IssueOption]? {
    switch (fields["options"], fields["range"]) {
    case (let listed?, nil): return listedOptions(listed.value, fields)
    case (nil, let range?): return rangeOptions(range, fields, unit: &unit)
    case (nil, nil):
      diagnostics.error(at: fields.anchor, "\(fields.what) needs \"options\" or \"range\"")
      return nil
    case (_?, let range?):
      diagnostics.error(
        at: range.keySpan, "\(fields.what) has both \"options\" and \"range\"", hint: "expected one of them")
      return nil
    }
  }

  private mutating func listedOptions(_ node: JSONNode, _ fields: Fields) -> [IssueOption]? {
    let errors = diagnostics.errorCount
    var options: [IssueOption] = []
    let count: Int
    switch node.value {
    case .array(let elements):
      count = elements.count
      for element in elements.prefix(256) {
        switch element.value {
        case .string(let name):
          if checkOptionName(name, element.span, taken: options) { options.append(IssueOption(name: name)) }
        case .number(let number):
          let name = Quoting.decimal(number)
          if checkOptionName(name, element.span, taken: options, isNumber: true) {
            options.append(IssueOption(name: name, value: number))
          }
        default: wrongType(element, "an option", "a name or a number")
        }
      }
      let numeric = options.count { $0.value != nil }
      if numeric != 0, numeric != options.count {
        diagnostics.error(
          at: node.span, "the options of \(fields.what) are partly names and partly numbers",
          hint: "write all of them as names, in quotes, or all as numbers")
      }
    case .object(let members):
      count = members.count
      // Keys are texts; if all of them are numbers, numbers are meant.
      let isNumeric = members.allSatisfy { member in
        Double(member.key).map { Quoting.decimal($0) == member.key } ?? false
      }
      for member in members.prefix(256) {
        let label = label(member.value, fields.path("options.\(Quoting.visible(member.key))"))
        guard checkOptionName(member.key, member.keySpan, taken: options, isNumber: isNumeric) else {
          continue
        }
        options.append(
          IssueOption(name: member.key, label: label, value: isNumeric ? Double(member.key) : nil))
      }
    default:
      wrongType(
        node, "\(fields.path("options"))", "a list of names or numbers, or an object from names to labels")
      return nil
    }
    checkOptionCount(count, node.span, fields)
    return diagnostics.errorCount == errors ? options : nil
  }

  private mutating func checkOptionName(
    _ name: String, _ span: SourceSpan, taken: [IssueOption], isNumber: Bool = false
  ) -> Bool {
    if taken.contains(where: { $0.name == name }) {
      diagnostics.error(at: span, "option \(Quoting.quoted(name)) is listed twice")
      return false
    }
    if isNumber {
      guard let number = Double(name), number.magnitude > ScenarioDecoder.farthest else { return true }
      reportTooFar(number, "an option", span)
      return false
    }
    if !isShortEnough(name, span, of: "an option") { return false }
    if ScenarioDecoder.isName(name) {
      warnOfOddName(name, span, of: "an option")
      return true
    }
    diagnostics.error(
      at: span, "\(Quoting.quoted(name)) cannot be the name of an option",
      hint: "a name has lower-case letters, digits, _ and -, and begins with a letter or a digit")
    return false
  }

  private mutating func reportTooFar(_ number: Double, _ what: Message, _ span: SourceSpan) {
    let farthest = Quoting.decimal(ScenarioDecoder.farthest)
    diagnostics.error(
      at: span, "\(what) must be between -\(farthest) and \(farthest), not \(Quoting.decimal(number))")
  }

  private mutating func checkOptionCount(_ count: Int, _ span: SourceSpan, _ fields: Fields) {
    if ScenarioDecoder.count.contains(count) { return }
    diagnostics.error(at: span, "\(fields.what) must have 2 to 255 options, not \(count)")
  }

  // MARK: Ranges

  private mutating func rangeOptions(
    _ member: JSONMember, _ parent: Fields, unit: inout LocalizedText?
  ) -> [IssueOption]? {
    guard
      let fields = fields(
        parent, "range", what: "the range of \(parent.what)", keys: ["from", "to", "step", "unit"])
    else { return nil }
    unit = self.unit(fields)
    let bounds = ["from", "to", "step"].map { plainNumber(fields, $0) }
    guard let from = bounds[0], let to = bounds[1], let step = bounds[2] else { return nil }
    guard from < to else {
      diagnostics.error(
        at: member.value.span,
        "the range from \(Quoting.decimal(from)) to \(Quoting.decimal(to)) is empty",
        hint: "expected from < to")
      return nil
    }
    guard step > 0 else {
      diagnostics.error(
        at: fields["step"]?.value.span ?? member.value.span,
        "\(fields.path("step")) must be above 0, not \(Quoting.decimal(step))")
      return nil
    }
    let steps = ((to - from) / step + 1e-9).rounded(.down)
    guard steps >= 1, steps <= 254 else {
      let count: Message = steps < 1e9 ? "\(Quoting.decimal(steps + 1))" : "more than 255"
      diagnostics.error(at: member.value.span, "\(parent.what) must have 2 to 255 options, not \(count)")
      return nil
    }
    let numbers = DecimalSteps.numbers(from: from, step: step, count: Int(steps) + 1)
    let names = numbers.map(Quoting.decimal)
    guard Set(names).count == names.count else {
      diagnostics.error(at: member.value.span, "the step is too small to tell the numbers apart")
      return nil
    }
    if let last = numbers.last, abs(last - to) > 1e-6 * step {
      diagnostics.warning(
        at: fields["to"]?.value.span ?? member.value.span,
        "no step leads to \(Quoting.decimal(to)); the last option is \(Quoting.decimal(last))")
    }
    return zip(names, numbers).map { IssueOption(name: $0, value: $1) }
  }

  private mutating func plainNumber(_ fields: Fields, _ key: String) -> Double? {
    guard let member = required(fields, key, hint: "a plain number") else { return nil }
    guard case .number(let number) = member.value.value else {
      wrongType(
        member.value, "\(fields.path(key))", "a plain number", hint: BeginnersHint.number(member.value))
      return nil
    }
    guard number.magnitude <= ScenarioDecoder.farthest else {
      reportTooFar(number, "\(fields.path(key))", member.value.span)
      return nil
    }
    return number
  }
}

/// Evenly spaced numbers as a person would write them.
package enum DecimalSteps {
  /// The numbers `from + i * step`, each the double nearest to the decimal meant: 0.1 in steps of
  /// 0.1 leads to 0.3 and not to 0.30000000000000004.
  package static func numbers(from: Double, step: Double, count: Int) -> [Double] {
    var scale = 1.0
    for _ in 0...12 {
      let (first, stride) = ((from * scale).rounded(), (step * scale).rounded())
      // Products and sums of whole numbers below 2^53 are exact, so one correctly rounded division
      // remains.
      let isExact = first / scale == from && stride / scale == step && abs(first) + abs(stride) * 255 < 0x1p53
      if isExact { return (0..<count).map { (first + Double($0) * stride) / scale } }
      scale *= 10
    }
    return (0..<count).map { from + Double($0) * step }
  }
}
