import Bargaining
import Results
import Scenarios
import Tables

/// A result on the disk that another study starts from: its manifest, the scenario that it is of,
/// and its tables, which must be those that the manifest lists.
package struct StoredResult: Sendable {
  /// The directory, as it was given.
  package let path: String
  package let manifest: StoredManifest
  /// SHA-256 of `manifest.json`, in hexadecimal.
  package let digest: String
  package let reading: ScenarioReading
  private let directory: ResultDirectory

  package var scenario: Scenario { reading.scenario }

  /// - Throws: `StoredResultFault` where there is no result, its manifest is damaged, or its
  ///   scenario cannot be read again.
  ///
  /// - Parameters:
  ///   - path: the directory.
  ///   - tables: those that it must have.
  ///   - isOurs: it must be of this very program, whose runs are the same.
  package init(
    reading path: String, with tables: [String], ofThisProgram isOurs: Bool = false
  ) throws(StoredResultFault) {
    let (directory, bytes) = try StoredResult.manifest(in: path)
    self.directory = directory
    self.path = path
    guard let manifest = StoredManifest(bytes) else { throw .damagedManifest(path) }
    if case .broken = ManifestSeal.state(of: bytes) { throw .damagedManifest(path) }
    self.manifest = manifest
    digest = SHA256.hex(of: bytes)
    if isOurs, manifest.version != Release.identity {
      throw .otherProgram(path, version: manifest.version, manifest.command, line: manifest.commandLine)
    }
    for table in tables where !manifest.has(table) {
      throw .noTable(path, table: table, manifest.command, line: manifest.commandLine)
    }
    guard let document = manifest.documents.first else { throw .noScenario(path) }
    reading = try StoredResult.reading(of: document, manifest, in: path)
  }

  private static func reading(
    of document: ScenarioDocument, _ manifest: StoredManifest, in path: String
  ) throws(StoredResultFault) -> ScenarioReading {
    do {
      return try document.decode(settings: manifest.settings)
    } catch {
      throw .scenario(path, error)
    }
  }

  static func manifest(
    in path: String
  ) throws(StoredResultFault) -> (ResultDirectory, [UInt8]) {
    let directory: ResultDirectory
    do {
      directory = try ResultDirectory(reading: path)
    } catch {
      throw .directory(error)
    }
    do {
      let file = directory.path(of: ResultDirectory.manifestName)
      return (directory, try FileSystem.current.bytes(of: file) ?? [])
    } catch {
      throw .directory(.cannotRead(path, reason: error.reason))
    }
  }

  /// The path of a table that is as the manifest lists it.
  package func file(of name: String) throws(StoredResultFault) -> String {
    try StoredResult.file(of: name, in: directory, path, manifest)
  }

  /// A table, whole in memory.
  package func table(_ name: String) throws(StoredResultFault) -> Table {
    try StoredResult.table(name, in: directory, path, manifest)
  }

  private static func file(
    of name: String, in directory: ResultDirectory, _ path: String, _ manifest: StoredManifest
  ) throws(StoredResultFault) -> String {
    let file = "\(name).csv"
    guard let listed = manifest.outputs?.first(where: { $0.name == file }) else {
      throw .noTable(path, table: name, manifest.command, line: manifest.commandLine)
    }
    let place = directory.path(of: file)
    let found: String?
    do {
      found = try FileSystem.current.digest(of: place)
    } catch {
      throw .directory(.cannotRead(place, reason: error.reason))
    }
    guard found == listed.sha256 else { throw .changed(place) }
    return place
  }

  static func table(
    _ name: String, in directory: ResultDirectory, _ path: String, _ manifest: StoredManifest
  ) throws(StoredResultFault) -> Table {
    _ = try file(of: name, in: directory, path, manifest)
    do {
      return try directory.table(named: name)
    } catch {
      throw .directory(error)
    }
  }
}

extension StoredManifest {
  /// Whether it lists a table.
  package func has(_ table: String) -> Bool { outputs?.contains { $0.name == "\(table).csv" } ?? false }

  /// The values that were set in place of those of the files, by path.
  package var settings: [ScenarioSetting] {
    self.set.sorted { $0.key < $1.key }.map {
      ScenarioSetting(path: $0.key, value: $0.value, origin: "the result's --set")
    }
  }
}

/// Why a study cannot start from a result.
package enum StoredResultFault: Error, Sendable, CustomStringConvertible, Told {
  case directory(ResultDirectoryFault)
  case damagedManifest(String)
  case noScenario(String)
  case scenario(String, ScenarioFault)
  case noTable(String, table: String, _ command: String, line: [String])
  case otherProgram(String, version: String, _ command: String, line: [String])
  /// A file is not the one that the manifest lists.
  case changed(String)

  /// What to tell the user, without a capital and without a full stop.
  package var description: String { told.description }

  /// The same in any language.
  package var told: Message {
    switch self {
    case .directory(let fault): "\(fault)"
    case .damagedManifest(let path):
      "\(path)/\(ResultDirectory.manifestName) is damaged or not of this program"
    case .noScenario(let path): "\(path)/\(ResultDirectory.manifestName) has no scenario in it"
    case .scenario(let path, let fault):
      "the scenario in \(path)/\(ResultDirectory.manifestName) cannot be read: \(fault.diagnostics.list(limit: 1).first?.told ?? "")"
    case .otherProgram(let path, let version, _, _):
      "\(path) was made by \(version), and this is \(Release.identity), whose runs may be others"
    case .noTable(let path, let table, let command, _):
      "\(path) has no table \(table): it is a result of \("\"\(command)\"")"
    case .changed(let path): "\(path) is not as its manifest lists it: it was changed, or cut short"
    }
  }
}
