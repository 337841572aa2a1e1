import Results
import Tables

/// A result that is checked: its directory, and its manifest as it was when the check began.
///
/// What can be known without simulating is checked here; whoever knows the commands adds what they
/// make when they are done again.
package struct ResultVerification: Sendable {
  package let path: String
  package let manifest: StoredManifest?
  let bytes: [UInt8]

  /// Opens a result. An exchange that a killed command had decided on is carried out first.
  ///
  /// - Throws: `ResultDirectoryFault` when there is no directory, or no manifest in it;
  ///   ``VerificationRefusal`` when the manifest is not this program's.
  package init(of path: String) throws {
    self.path = try ResultDirectory(reading: path).path
    do {
      bytes = try FileSystem.current.bytes(of: "\(self.path)/\(ResultDirectory.manifestName)") ?? []
    } catch {
      throw ResultDirectoryFault.cannotRead(
        "\(self.path)/\(ResultDirectory.manifestName)", reason: error.reason)
    }
    manifest = StoredManifest(bytes)
    // With a seal it was a manifest once, whatever has become of it.
    if manifest == nil, ManifestSeal.state(of: bytes) == .missing, !ResultVerification.isLikeOurs(bytes) {
      throw VerificationRefusal.foreignManifest(self.path)
    }
  }

  /// Whether the result is of another version of this program, whose tables may be others.
  package var isOfOtherVersion: Bool { manifest.map { $0.version != ResultVerification.version } ?? false }

  /// What manifests of this program state as its version.
  package static var version: String { Release.identity }

  /// Whether the manifest is still the one with which the check began: a result that was replaced
  /// meanwhile is of two halves.
  ///
  /// - Throws: `ResultDirectoryFault.replaced`.
  package func checkNotReplaced() throws(ResultDirectoryFault) {
    do {
      if try FileSystem.current.bytes(of: "\(path)/\(ResultDirectory.manifestName)") == bytes { return }
    } catch {
      throw .cannotRead(path, reason: error.reason)
    }
    throw .replaced(path)
  }

  /// A damaged manifest still has most of its members.
  private static func isLikeOurs(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    let members = ["command_line", "files", "outputs", "runs_planned", "seal"]
    return members.count { text.contains("\"\($0)\":") } >= members.count - 1
  }
}

/// Why something is no result that could be checked.
package enum VerificationRefusal: Error, Sendable, Equatable, CustomStringConvertible, Told {
  case foreignManifest(String)

  /// What to tell the user, without a capital and without a full stop.
  package var description: String { told.description }

  /// The same in any language.
  package var told: Message {
    switch self {
    case .foreignManifest(let path):
      "\(path)/\(ResultDirectory.manifestName) is not a manifest of this program"
    }
  }
}
