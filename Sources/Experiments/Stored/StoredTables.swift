import Results
import Tables

/// A result of any command on the disk: its manifest and its tables, which must be those that the
/// manifest lists.
package struct StoredTables: Sendable {
  /// The directory, as it was given.
  package let path: String
  package let manifest: StoredManifest
  private let directory: ResultDirectory

  /// - Throws: `StoredResultFault` where there is no result, or its manifest is damaged.
  package init(reading path: String) throws(StoredResultFault) {
    let (directory, bytes) = try StoredResult.manifest(in: path)
    self.directory = directory
    self.path = path
    guard let manifest = StoredManifest(bytes) else { throw .damagedManifest(path) }
    if case .broken = ManifestSeal.state(of: bytes) { throw .damagedManifest(path) }
    self.manifest = manifest
  }

  /// The names of the tables that the manifest lists, in its order.
  package var names: [String] {
    (manifest.outputs ?? []).map(\.name).filter { $0.hasSuffix(".csv") }.map { String($0.dropLast(4)) }
  }

  /// A table, whole in memory.
  package func table(_ name: String) throws(StoredResultFault) -> Table {
    try StoredResult.table(name, in: directory, path, manifest)
  }
}
