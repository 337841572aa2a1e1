import Foundation
import Tables

/// What a directory holds, and what of it is this program's.
struct Holdings: Sendable {
  /// Visible names, sorted.
  let names: [String]
  /// `nil` when there is no manifest, or one that is not this program's.
  let manifest: ManifestRecord?
  /// A plan and journals of this program: known by what they hold, since journals grow.
  let work: Set<String>
  private let directory: String
  private let files: FileSystem

  init(in directory: String, _ files: FileSystem) throws(SystemError) {
    names = try files.names(in: directory).filter { !$0.hasPrefix(".") }
    manifest =
      names.contains(ResultDirectory.manifestName)
      ? try files.bytes(of: "\(directory)/\(ResultDirectory.manifestName)").flatMap { ManifestRecord($0) }
      : nil
    var work: Set<String> = []
    for name in names where ResultNames.isWork(name) {
      if try Holdings.isOurs("\(directory)/\(name)", name, files) { work.insert(name) }
    }
    self.work = work
    self.directory = directory
    self.files = files
  }

  /// Files that a result would overwrite, in a directory in which nothing is this program's; else
  /// none.
  var inTheWay: [String] {
    manifest != nil || !work.isEmpty ? [] : names.filter(ResultNames.isKnown)
  }

  /// Whether a file is as this program wrote it, by the manifest's word or by what it holds.
  func isUnchanged(_ name: String) throws(SystemError) -> Bool {
    if name == ResultDirectory.manifestName { return manifest?.outputs != nil }
    guard let output = manifest?.outputs?.first(where: { $0.name == name }), !ResultNames.isJournal(name)
    else { return work.contains(name) }
    let path = "\(directory)/\(name)"
    guard let status = try files.status(of: path, followingLinks: false), status.kind == .file,
      status.size == output.bytes
    else { return false }
    return try files.digest(of: path) == output.sha256
  }

  /// Files of the former result, changed or not.
  var former: [String] {
    let listed = manifest?.outputs?.map(\.name)
    let ours =
      listed.map(Set.init) ?? (manifest == nil ? [] : Set(names.filter(ResultNames.isOfOldResult)))
    return names.filter {
      ours.contains($0) || work.contains($0) || $0 == ResultDirectory.manifestName && manifest != nil
    }
  }

  /// Whether a file that has to make room was this program's once.
  func wasOurs(_ name: String) -> Bool {
    name == ResultDirectory.manifestName
      ? manifest != nil : manifest?.outputs?.contains { $0.name == name } ?? false
  }

  private static func isOurs(
    _ path: String, _ name: String, _ files: FileSystem
  ) throws(SystemError) -> Bool {
    guard try files.status(of: path, followingLinks: false)?.kind == .file else { return false }
    if ResultNames.isJournal(name) { return try Journal.isJournal(path, files) }
    guard let bytes = try files.bytes(of: path),
      let object = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    else { return false }
    if name == ResultDirectory.studyPlanName {
      return object["schema"] as? String == ResultDirectory.studyPlanSchema && object["shards"] is Int
    }
    return object["version"] is String && object["scenarios"] is [Any] && object["design"] is [Any]
      && object["shards"] is Int
  }
}
