import Foundation
import Tables
import Testing

@Suite("JSON text") struct JSONTextTests {
  private let value: JSONValue = [
    "name": "paris", "runs": 10_000, "share": 0.25, "ok": true, "none": nil, "list": [1, 2.5, "x"],
    "empty": [], "nested": ["z": [["a": 1]], "a": [:]],
  ]

  @Test("pretty text keeps key order and puts plain arrays on one line")
  func pretty() {
    #expect(
      JSONText.string(value) == """
        {
          "name": "paris",
          "runs": 10000,
          "share": 0.25,
          "ok": true,
          "none": null,
          "list": [1, 2.5, "x"],
          "empty": [],
          "nested": {
            "z": [
              {
                "a": 1
              }
            ],
            "a": {}
          }
        }

        """)
  }

  @Test("compact text is one line without an end")
  func compact() {
    #expect(
      JSONText.string(value, .compact)
        == #"{"name": "paris", "runs": 10000, "share": 0.25, "ok": true, "none": null, "#
        + #""list": [1, 2.5, "x"], "empty": [], "nested": {"z": [{"a": 1}], "a": {}}}"#)
  }

  @Test("every control character, quote and script survives a round trip through Foundation's parser")
  func strings() throws {
    let text =
      String(String.UnicodeScalarView((0..<0x80).compactMap { Unicode.Scalar($0) }))
      + "é ن 漢 👍🏽 \u{2028}\u{FFFF}"
    let bytes = JSONText.bytes([.string(text)], .compact)
    let parsed = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String]
    #expect(parsed == [text])
    #expect(JSONText.string("\u{1}\u{1F}\n\"\\/", .compact) == #""\u0001\u001f\n\"\\/""#)
  }

  @Test("reals that are not finite are null, seeds beyond Int stay exact")
  func numbers() {
    #expect(JSONText.string([.real(.nan), .real(-.infinity)], .compact) == "[null, null]")
    #expect(JSONText.string(JSONValue(UInt64.max), .compact) == "18446744073709551615")
    #expect(JSONValue(UInt64(7)) == 7)
  }

  @Test("a key set twice keeps its place and its last value")
  func keys() {
    var object: JSONObject = ["a": 1, "b": 2, "a": 3]
    #expect(object.members.map(\.key) == ["a", "b"])
    #expect(object["a"] == 3)
    object["a"] = nil
    object["c"] = .null
    #expect(JSONText.string(.object(object), .compact) == #"{"b": 2, "c": null}"#)
  }
}
