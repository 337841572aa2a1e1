import Foundation
import Tables

/// What the `manifest.json` of a result says of the result's files.
package struct ManifestRecord: Sendable, Equatable {
  /// Version of the program that wrote it.
  package let version: String
  package let command: String
  /// Every file that the program wrote into the directory besides the manifest, by name; `nil` in
  /// manifests of version 0.1.0, which did not list them.
  package let outputs: [OutputFile]?

  /// - Parameter bytes: the file. `nil` when they are not a manifest of this program: many a
  ///   project has a `manifest.json` of its own.
  package init?(_ bytes: [UInt8]) {
    guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any],
      let version = object["version"] as? String, let command = object["command"] as? String,
      object["command_line"] is [Any], object["files"] is [Any], object["seed"] != nil
    else { return nil }
    self.version = version
    self.command = command
    guard let listed = object["outputs"] else {
      outputs = nil
      return
    }
    guard let list = listed as? [[String: Any]] else { return nil }
    var outputs: [OutputFile] = []
    for file in list {
      guard let name = file["name"] as? String, OutputFile.isName(name), let bytes = file["bytes"] as? Int,
        let digest = file["sha256"] as? String
      else { return nil }
      outputs.append(OutputFile(name: name, bytes: bytes, sha256: digest))
    }
    self.outputs = outputs
  }
}
