import Foundation

/// The files of a result, without what differs from one execution to the next: wall times and the
/// seal over them. What is kept of work under way is no result.
struct ResultSnapshot: Equatable {
  private(set) var files: [String: Data] = [:]

  init(of directory: String) throws {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []).filter {
      !$0.hasPrefix(".")
    }
    for name in names
    where !name.hasSuffix(".journal") && !(name == "plan.json" && !names.contains("manifest.json")) {
      let bytes = try Data(contentsOf: URL(filePath: "\(directory)/\(name)"))
      files[name] =
        switch name {
        case "manifest.json": try Self.withoutTimes(bytes)
        case "timing.csv": Data()
        default: bytes
        }
    }
  }

  private static func withoutTimes(_ bytes: Data) throws -> Data {
    guard var object = try JSONSerialization.jsonObject(with: bytes) as? [String: Any] else { return bytes }
    for key in ["started", "finished", "seconds", "seal"] { object[key] = nil }
    if let outputs = object["outputs"] as? [[String: Any]] {
      object["outputs"] = outputs.filter { output in
        let name = output["name"] as? String ?? ""
        return name != "timing.csv" && !name.hasSuffix(".journal")
      }
    }
    return try JSONSerialization.data(withJSONObject: object, options: .sortedKeys)
  }
}
