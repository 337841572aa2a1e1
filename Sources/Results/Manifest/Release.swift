/// Which program made a result: what manifests, plans and journals carry and trust, and `--version`
/// prints.
///
/// Builds of one identity give the same bytes for the same manifest. `Tests/EndToEnd/renew-golden`
/// raises the revision here when a byte of a result has changed, and a test fails until that is
/// done.
package enum Release {
  /// Semantic version 2.0.
  package static let version = "0.1.0"
  /// Raised by one whenever a byte of a result changes.
  package static let revision = 13
  /// The first digits of the SHA-256 of the results that belong to the revision: lines of
  /// development that raise the same number differ here.
  package static let results = "6241a95f"
  /// Version, revision and results, such as `0.1.0+r2.4f3a9c1b`.
  package static let identity = "\(version)+r\(revision).\(results)"
}
