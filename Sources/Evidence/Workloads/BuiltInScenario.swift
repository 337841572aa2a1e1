/// The scenario that `detente bench` knows besides its workloads, as part of the program, so that
/// it needs no file.
package enum BuiltInScenario {
  package static let name = "paris"
  /// scenarios/paris-2025.jsonc as it was when the program was built; the package embeds it.
  package static let text = String(decoding: PackageResources.paris_2025_jsonc, as: UTF8.self)
  /// The SHA-256 of the file as it was frozen, so that it can be scored by what happened since: no
  /// number of it has been changed in the light of that.
  package static let frozenDigest = "4e3a385c6f251539d096cef5f98320e345219a1559085c075d29f7248d73a51d"
  /// The day on which it was frozen.
  package static let frozenOn = "2026-11-30"
}
