import Bargaining
import Randomness

/// A number of the scenario that somebody could move, and how far.
package struct Lever: Sendable, Equatable {
  package let parameter: ParameterID
  package let path: String
  /// From the least to the greatest value that is tried; the least is below the greatest.
  package let low: Double
  package let high: Double

  package init(parameter: ParameterID, path: String, low: Double, high: Double) {
    self.parameter = parameter
    self.path = path
    self.low = low
    self.high = high
  }

  /// The numbers that can be acted upon unless a user says otherwise: what mediators do and bring
  /// to bear, how monitoring and guarantees are provided for, how willing parties are and what no
  /// agreement costs them, what homes ask for, how often events happen, how talks resume.
  ///
  /// What parties and mediators prefer (weights, values, interactions) is not among them:
  /// preferences are what talks take as given. Numbers without a distribution have no range and are
  /// left out; so are those that never vary within it.
  package static func actionable(in scenario: Scenario) -> [Lever] {
    scenario.parameters.indices.compactMap { index in
      let parameter = scenario.parameters[index]
      guard isActionable(parameter.path), case .constant = parameter.distribution else {
        return isActionable(parameter.path) ? Lever(index, of: scenario) : nil
      }
      return nil
    }
  }

  /// A number with a distribution, from its least to its greatest value; `nil` for a certain one.
  package init?(_ index: Int, of scenario: Scenario) {
    let parameter = scenario.parameters[index]
    let support = parameter.distribution.support
    guard support.lowerBound < support.upperBound, support.lowerBound.isFinite, support.upperBound.isFinite
    else { return nil }
    self.init(
      parameter: ParameterID(index), path: parameter.path, low: support.lowerBound, high: support.upperBound)
  }

  private static func isActionable(_ path: String) -> Bool {
    let parts = path.split(separator: ".")
    guard let room = parts.first, !parts.contains("preferences"), !parts.contains("interactions"),
      !parts.contains("adjust")
    else { return false }
    switch room {
    case "mediators", "events", "implementation", "talks": return true
    case "parties":
      let names: Set<Substring> = [
        "willingness", "cost_of_delay", "reservation", "minimum", "quota", "loss_of_trust", "discount",
      ]
      return parts.last.map(names.contains) ?? false
    default: return false
    }
  }

  /// So many values from low to high, both included.
  func values(_ count: Int) -> [Double] {
    (0..<count).map { $0 == count - 1 ? high : low + (high - low) * Double($0) / Double(count - 1) }
  }
}
