import Bargaining
import Tables

/// What the talks had settled for the time being.
extension ScenarioDecoder {
  mutating func decodeTentative(_ parent: Fields, _ table: OptionTable?) -> Tentative? {
    let what: Message = "the tentative settlement of \(parent.what)"
    guard let fields = fields(parent, "tentative", what: what, keys: ["option", "firmness", "reopening"])
    else {
      return nil
    }
    let member = required(fields, "option")
    let settled = member.flatMap { option($0.value, table, fields.path("option")) }
    let firmness = number(fields, "firmness", in: 0...1)
    return Tentative(option: settled ?? 0, firmness: firmness, reopening: decodeReopening(fields))
  }

  private mutating func decodeReopening(_ tentative: Fields) -> Tentative.Reopening {
    let path = tentative.path("reopening")
    guard let member = tentative["reopening"] else {
      return .cost(byDefault("\(path).cost", Tentative.standardCost, in: Tentative.costs))
    }
    if case .object = member.value.value {
      let fields = fields(tentative, "reopening", what: "\(path)", keys: ["cost"])
      return .cost(number(fields ?? absent("reopening", in: tentative), "cost", in: Tentative.costs))
    }
    guard case .string(let word) = member.value.value else {
      wrongType(member.value, "\(path)", "\"never\" or {\"cost\": number}")
      return .never
    }
    if word != "never" {
      diagnostics.error(
        at: member.value.span, "unknown reopening \(Quoting.quoted(word))",
        hint: word == "cost"
          ? "expected {\"cost\": number}" : Suggestion.hint(for: word, among: ["never", "cost"]))
    }
    return .never
  }
}
