import Tables

/// The last member of a manifest, `"seal"`: the SHA-256 digest of all bytes of the file before the
/// comma that precedes it.
///
/// The manifest lists the digests of the other files, and nothing else would list its own. A seal
/// shows accidents, as a digest does; whoever edits a manifest on purpose can seal it again, and is
/// found by the plan, by the tables, or when they are simulated again.
package enum ManifestSeal {
  /// What a text of a manifest is found to be.
  package enum State: Sendable, Equatable {
    case whole
    /// The last lines are not those of a seal.
    case missing
    /// The digest that stands there, and that of the bytes.
    case broken(stated: String, found: String)
  }

  private static let head = ",\n  \"seal\": \""
  private static let end = "\"\n}\n"
  private static let digits = 64

  /// The bytes of a manifest: a JSON object on several lines, its seal the last member.
  package static func seal(_ object: JSONValue) -> [UInt8] {
    let body = JSONText.bytes(object).dropLast("\n}\n".utf8.count)
    return Array(body) + Array("\(head)\(SHA256.hex(of: Array(body)))\(end)".utf8)
  }

  package static func state(of bytes: [UInt8]) -> State {
    let length = head.utf8.count + digits + end.utf8.count
    guard bytes.count > length else { return .missing }
    let (body, tail) = (bytes.dropLast(length), bytes.suffix(length))
    guard tail.starts(with: head.utf8), tail.suffix(end.utf8.count).elementsEqual(end.utf8) else {
      return .missing
    }
    let stated = String(decoding: tail.dropFirst(head.utf8.count).prefix(digits), as: UTF8.self)
    let found = SHA256.hex(of: Array(body))
    return stated == found ? .whole : .broken(stated: stated, found: found)
  }
}

extension Manifest {
  /// The bytes of `manifest.json`.
  package var bytes: [UInt8] { ManifestSeal.seal(json) }
}
