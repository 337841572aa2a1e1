import Tables

/// A file that a result has, as its manifest lists it under `outputs`.
package struct OutputFile: Sendable, Equatable {
  /// In the directory of the result; never a path.
  package let name: String
  package let bytes: Int
  /// 64 lowercase hexadecimal digits.
  package let sha256: String

  package init(name: String, bytes: Int, sha256: String) {
    self.name = name
    self.bytes = bytes
    self.sha256 = sha256
  }

  var json: JSONValue {
    ["name": .string(name), "bytes": .integer(bytes), "sha256": .string(sha256)]
  }

  /// Whether a text may stand as the name of a file of a result: it is in the directory itself and
  /// is not hidden.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty && !text.hasPrefix(".") && !text.utf8.contains(UInt8(ascii: "/")) && !text.utf8.contains(0)
      && text != ResultDirectory.manifestName
  }
}
