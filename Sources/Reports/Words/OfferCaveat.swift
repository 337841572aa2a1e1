import Bargaining
import Scenarios
import Simulation
import Tables

/// A word on agreements that leave much on the table because parties choose their offers by the
/// default, which looks at what an outcome is worth to themselves alone.
package enum OfferCaveat {
  /// From this mean distance to the Pareto frontier on, in utility, it is worth a word.
  package static let distance = 0.05
  /// Of fewer agreements than this nothing is said.
  private static let least = 30

  /// The warning, without a full stop; `nil` where there is nothing to warn of.
  package static func sentence(_ distribution: OutcomeDistribution, of reading: ScenarioReading) -> Message? {
    let scenario = reading.scenario
    let defaults = Set(reading.defaults.map(\.path))
    let parties = scenario.parties.filter { defaults.contains("parties.\($0.name).offer") }.map(\.name)
    guard !parties.isEmpty, scenario.agenda.count > 1, distribution.efficiency.measured >= least,
      let mean = distribution.efficiency[.paretoDistance].moments.mean, mean > distance
    else { return nil }
    return "agreements lie \(Numerals.trimmed(mean, 3)) from the Pareto frontier on average, in utility; "
      + "\(all: parties) \(words: parties.count == 1 ? "makes" : "make") the default offers, \"lowest\", "
      + "which look at no one else's interests: \"closest\" and \"modelled\" do"
  }
}
