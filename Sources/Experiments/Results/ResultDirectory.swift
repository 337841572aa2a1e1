import Foundation
import Tables

/// A directory that holds the tables of one result, and `manifest.json`, which says where they come from.
///
/// The manifest is written last and removed first, so that a directory with a manifest is a complete result.
public struct ResultDirectory: Sendable {
  /// As it was given, without slashes at the end.
  public let path: String

  /// The file that says where a result comes from.
  public static let manifestName = "manifest.json"

  /// Takes a directory for a new result, and makes it if it is not there.
  ///
  /// - Parameters:
  ///   - path: the directory; those above it are made, too.
  ///   - replacing: take the directory even if something is in it. Nothing is removed yet: that is done by
  ///     `clear`, once the new result is there to be written.
  public init(claiming path: String, replacing: Bool) throws(ResultDirectoryFault) {
    self.init(at: path)
    var isDirectory: ObjCBool = false
    if FileManager.default.fileExists(atPath: self.path, isDirectory: &isDirectory) {
      guard isDirectory.boolValue else { throw .notADirectory(self.path) }
      guard replacing || names.isEmpty else { throw .occupied(self.path) }
    } else {
      let code = ResultDirectory.make(self.path)
      guard code == 0 else { throw .cannotCreate(self.path, reason: ResultDirectory.reason(of: code)) }
    }
    guard access(self.path, W_OK) == 0 else {
      throw .cannotCreate(self.path, reason: ResultDirectory.reason(of: errno))
    }
  }

  /// Opens a result that is there already.
  public init(reading path: String) throws(ResultDirectoryFault) {
    self.init(at: path)
    var isDirectory: ObjCBool = false
    guard FileManager.default.fileExists(atPath: self.path, isDirectory: &isDirectory) else {
      throw .missing(self.path)
    }
    guard isDirectory.boolValue else { throw .notADirectory(self.path) }
    guard names.contains(ResultDirectory.manifestName) else { throw .noResult(self.path) }
  }

  private init(at path: String) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
  }

  /// The path of a file in the directory.
  public func path(of name: String) -> String { "\(path)/\(name)" }

  /// The page that a single simulation's result has.
  public static let reportName = "report.html"

  /// Removes the former result, if there is one: its manifest, tables, pictures and report; and what a study that was stopped left. Other files stay.
  ///
  /// - Parameters:
  ///   - keepingSweep: leave the plan and the journals of a sweep, from which the new result comes.
  ///   - keepingStudy: leave the journal of a study, from which the new result comes.
  public func clear(keepingSweep: Bool = false, keepingStudy: Bool = false) {
    if !keepingSweep { clearSweep() }
    if !keepingStudy { try? FileManager.default.removeItem(atPath: path(of: StudyJournal.fileName)) }
    guard names.contains(ResultDirectory.manifestName) else { return }
    // The manifest goes first: without it what is left no longer passes for a result.
    let former = names.filter {
      $0.hasSuffix(".csv") || $0.hasSuffix(".svg") || $0 == ResultDirectory.reportName
    }
    for name in [ResultDirectory.manifestName] + former {
      try? FileManager.default.removeItem(atPath: self.path(of: name))
    }
  }

  /// The plan goes first: journals without one are nobody's.
  private func clearSweep() {
    guard names.contains(SweepPlan.fileName) else { return }
    for name in [SweepPlan.fileName] + names.filter({ $0.hasPrefix("shard-") && $0.hasSuffix(".journal") }) {
      try? FileManager.default.removeItem(atPath: self.path(of: name))
    }
  }

  /// Writes a table as CSV, named after the table.
  public func write(_ table: Table) throws(WriteError) {
    try AtomicFile.write(table.write(.csv), to: path(of: table.name + ".csv"))
  }

  /// Writes a text.
  public func write(_ text: String, named name: String) throws(WriteError) {
    try AtomicFile.write(text, to: path(of: name))
  }

  /// The tables that are there, by name.
  public var tableNames: [String] {
    names.filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }
  }

  /// Reads a table.
  public func table(named name: String) throws(ResultDirectoryFault) -> Table {
    let file = path(of: name + ".csv")
    guard let data = RegularFile.contents(at: file) else { throw .cannotRead(file) }
    do {
      return try Table(csv: Array(data), name: name)
    } catch {
      throw .notATable(file, error)
    }
  }

  /// Visible names in the directory, sorted.
  private var names: [String] {
    let all = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    return all.filter { !$0.hasPrefix(".") }.sorted()
  }

  /// Makes a directory and those above it; returns 0 or the system's error number, which Foundation would not tell.
  private static func make(_ path: String) -> Int32 {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += part
      if mkdir(made, 0o777) != 0, errno != EEXIST { return errno }
      made += "/"
    }
    return 0
  }

  private static func reason(of code: Int32) -> String {
    WriteError(path: "", step: .create, code: code).reason
  }
}
