import Scenarios
import Tables

/// A value of a JSON text as a `ScenarioSetting` takes it and a table shows it.
enum SettingText {
  /// Words without quotes where they cannot be taken for something else, everything else as JSON on
  /// one line.
  static func spelt(_ value: JSONNode.Value) -> String {
    if case .string(let text) = value, let first = text.unicodeScalars.first, first.properties.isAlphabetic,
      !["true", "false", "null"].contains(text), !text.contains(where: \.isNewline)
    {
      return text
    }
    return JSONText.string(json(value), .compact)
  }

  private static func json(_ value: JSONNode.Value) -> JSONValue {
    switch value {
    case .null, .faulty: .null
    case .bool(let flag): .bool(flag)
    case .number(let number):
      number.magnitude < 0x1p53 ? Int(exactly: number).map { .integer($0) } ?? .real(number) : .real(number)
    case .string(let text): .string(text)
    case .array(let elements): .array(elements.map { json($0.value) })
    case .object(let members): .object(JSONObject(members.map { ($0.key, json($0.value.value)) }))
    }
  }
}
