/// A JSON value that remembers the order of its keys, for the small documents that the program
/// writes: manifests, `check` and `bench`. The same value gives the same bytes.
///
/// ```swift
/// let value: JSONValue = ["workload": "paris", "threads": 2, "exact": true, "note": nil]
/// ```
package enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  /// For values above `Int.max`, such as seeds; `init(_:)` chooses.
  case unsigned(UInt64)
  /// Spelled as ``ByteBuffer/append(real:)`` does; values that are not finite are written as
  /// `null`.
  case real(Double)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// An integer of any size up to `UInt64.max`.
  package init(_ value: UInt64) { self = Int(exactly: value).map(JSONValue.integer) ?? .unsigned(value) }

  package init(_ value: String?) { self = value.map(JSONValue.string) ?? .null }
  package init(_ value: Int?) { self = value.map(JSONValue.integer) ?? .null }
  package init(_ value: Double?) { self = value.map(JSONValue.real) ?? .null }
}

extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByStringInterpolation,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(nilLiteral: ()) { self = .null }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(integerLiteral value: Int) { self = .integer(value) }
  package init(floatLiteral value: Double) { self = .real(value) }
  package init(stringLiteral value: String) { self = .string(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(JSONObject(elements)) }
}
