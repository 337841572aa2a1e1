/// Scenarios to begin with, each with the comments that one needs to make it one's own.
package enum ScenarioTemplate: String, CaseIterable, Sendable {
  case twoParties = "two-parties"
  case mediated
  case wage
  case river

  /// What is in it, in a line without a full stop.
  package var summary: String {
    switch self {
    case .twoParties: "two parties, three issues, nobody mediates: the shortest to read"
    case .mediated:
      "a ceasefire by way of two mediators: shuttle and table, trust, breakdowns, an interaction, a toll"
    case .wage: "a union and a company: a deadline, strikes, a vote at home"
    case .river: "three states and their commission: numeric issues, three parties, what helps and hinders"
    }
  }

  /// The file: JSON with comments, which `detente check` finds nothing to say about.
  package var text: String {
    let bytes =
      switch self {
      case .twoParties: PackageResources.two_parties_jsonc
      case .mediated: PackageResources.mediated_jsonc
      case .wage: PackageResources.wage_jsonc
      case .river: PackageResources.river_jsonc
      }
    // Where the new file will stand there is no schema beside it.
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.contains("\"$schema\"") }.joined(separator: "\n")
  }
}
