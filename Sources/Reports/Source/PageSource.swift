import Bargaining
import Experiments
import Results
import Scenarios
import Tables

/// What a page and its pictures are made of: what a result directory holds, and nothing else. The
/// same directory gives the same page, whether it is just being written or is years old.
package struct PageSource: Sendable {
  package let manifest: StoredManifest
  /// The scenarios that were simulated, with the values that were set; none of a command that takes
  /// results.
  package let readings: [ScenarioReading]
  /// That numbers on the page and in its pictures are written with; Latin ones unless the command
  /// line asks for others.
  package var digits: Digits
  private let tables: [String: Table]

  /// Tables that no page is made of: records of single runs, and times, which differ from one
  /// execution to the next.
  private static let records: Set<String> = ["runs", "draws", "timing"]

  /// Of a result that is about to be written.
  ///
  /// - Throws: `PageFault`.
  package init(_ manifest: Manifest, _ tables: [Table]) throws(PageFault) {
    guard let stored = StoredManifest(manifest.bytes) else { throw .manifest }
    try self.init(stored, tables)
  }

  /// Of a result that has just been made again from its manifest.
  package init(_ manifest: StoredManifest, _ tables: [Table]) throws(PageFault) {
    var read: [String: Table] = [:]
    for table in tables where !Self.records.contains(table.name) {
      // As it will be read from the disk: kinds of columns come from what stands in them.
      do throws(TableError) {
        read[table.name] = try Table(csv: table.write(.csv), name: table.name)
      } catch {
        throw .table(table.name, "\(error)")
      }
    }
    try self.init(manifest, read: read)
  }

  /// Of a result on the disk.
  package init(reading path: String) throws(PageFault) {
    let result: StoredTables
    do {
      result = try StoredTables(reading: path)
      var read: [String: Table] = [:]
      for name in result.names where !Self.records.contains(name) { read[name] = try result.table(name) }
      try self.init(result.manifest, read: read)
    } catch let fault as StoredResultFault {
      throw .result(fault)
    } catch let fault as PageFault {
      throw fault
    } catch {
      throw .table(path, "\(error)")
    }
  }

  private init(_ manifest: StoredManifest, read tables: [String: Table]) throws(PageFault) {
    self.manifest = manifest
    self.tables = tables
    digits = Self.value(of: ["--digits"], in: manifest).flatMap(Digits.init(rawValue:)) ?? .latin
    do throws(ScenarioFault) {
      readings = try PageSource.readings(of: manifest)
    } catch {
      throw .scenario(error.diagnostics.list(limit: 1).map(\.message).joined())
    }
  }

  /// What was set holds for the second scenario of a comparison, and the model for both.
  private static func readings(
    of manifest: StoredManifest
  ) throws(ScenarioFault) -> [ScenarioReading] {
    guard manifest.command != "score" else { return [] }
    let settings = manifest.statedSettings
    var readings: [ScenarioReading] = []
    for (place, document) in manifest.scenarioDocuments.enumerated() {
      let isBase = manifest.command == "compare" && place == 0
      readings.append(
        try document.decode(
          settings: isBase ? settings.filter { $0.path == ModelChoice.path } : settings))
    }
    return readings
  }

  /// A table by its name; `nil` where the result has none.
  package subscript(name: String) -> Table? { tables[name] }

  /// What was set, here or when the runs were made that this result takes, by path.
  var settings: [ScenarioSetting] { manifest.statedSettings }

  /// The names of all tables, sorted.
  package var tableNames: [String] { tables.keys.sorted() }

  /// The scenario that the result is called after; `nil` of scores.
  package var scenario: Scenario? { readings.first?.scenario }

  /// The language that the command line asks for; `nil` where it leaves it open.
  package var language: TellingLanguage? {
    Self.value(of: ["--language", "--lang"], in: manifest).flatMap(TellingLanguage.init(rawValue:))
  }

  /// What follows the first of these names that the command line has.
  private static func value(of names: [String], in manifest: StoredManifest) -> String? {
    let words = manifest.commandLine
    for name in names {
      if let place = words.lastIndex(of: name), place + 1 < words.count { return words[place + 1] }
      if let word = words.last(where: { $0.hasPrefix("\(name)=") }) {
        return String(word.dropFirst(name.count + 1))
      }
    }
    return nil
  }
}

extension StoredManifest {
  /// The scenarios among the files: a history follows the scenario of `given`.
  fileprivate var scenarioDocuments: [ScenarioDocument] {
    command == "given" ? Array(documents.prefix(1)) : documents
  }

  /// What was set, here or when the runs were made that this result takes.
  fileprivate var statedSettings: [ScenarioSetting] {
    guard case .object(let set)? = design?["set"] else { return settings }
    return settings
      + set.members.compactMap { member in
        member.value.text.map { ScenarioSetting(path: member.key, value: $0, origin: "the result's --set") }
      }
  }
}

/// Why no page can be made.
package enum PageFault: Error, Sendable, CustomStringConvertible, Told {
  case manifest
  case result(StoredResultFault)
  /// The scenario in the manifest cannot be read.
  case scenario(String)
  case table(String, String)

  /// What to tell the user, without a capital and without a full stop.
  package var description: String { told.description }

  /// The same in any language.
  package var told: Message {
    switch self {
    case .manifest: "the manifest cannot be read again"
    case .result(let fault): "\(fault)"
    case .scenario(let reason): "the scenario in the manifest cannot be read: \(reason)"
    case .table(let name, let reason): "the table \(name) cannot be read: \(reason)"
    }
  }
}
