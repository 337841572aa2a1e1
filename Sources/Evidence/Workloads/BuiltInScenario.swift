/// The scenario that `detente bench` knows besides its workloads, as part of the program, so that
/// it needs no file.
package enum BuiltInScenario {
  package static let name = "paris"
  /// scenarios/paris-2025.jsonc as it was when the program was built; the package embeds it.
  package static let text = String(decoding: PackageResources.paris_2025_jsonc, as: UTF8.self)
}
