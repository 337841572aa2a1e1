/// One of several accounts of the same talks, each whole: other tactics, another rule of trust,
/// another reading of what a party wants.
///
/// Which account is right is not known, and no number of one account says how far off the others
/// are. So each run is played in one of them, drawn by its weight, and a result tells the range
/// across them beside the interval of the sampling (Draper 1995,
/// doi:10.1111/j.2517-6161.1995.tb02015.x; Chatfield 1995, doi:10.2307/2983440).
package struct ScenarioModel: Sendable, Equatable {
  /// The machine name: the key in the scenario file.
  package var name: String
  /// What people call it, in one or several languages; `nil` for the machine name.
  package var label: LocalizedText?
  /// How often it is drawn beside the others, >= 0; only the proportions of weights count.
  package var weight: Double
  /// The talks by this account. It has no models of its own, and names and orders what tables have
  /// rows and columns for as the scenario does that it belongs to.
  package var scenario: Scenario

  package init(name: String, label: LocalizedText? = nil, weight: Double, scenario: Scenario) {
    self.name = name
    self.label = label
    self.weight = weight
    self.scenario = scenario
  }
}

extension Scenario {
  /// What runs are played in: its models, or the scenario itself where it has none. Beside models
  /// the scenario itself is never played.
  package var alternatives: [Scenario] { models.isEmpty ? [self] : models.map(\.scenario) }

  /// Per model the probability that a run is played in it, rounded to 12 decimals, so that weights
  /// that are all multiplied by the same number say the same.
  package var modelShares: [Double] {
    let total = models.reduce(0) { $0 + $1.weight }
    return models.map { ($0.weight / total * 1e12).rounded() / 1e12 }
  }

  /// Per number of the scenario, where it is kept in one of its ``alternatives``; `nil` where the
  /// alternative has no number of that path.
  package func places(in alternative: Scenario) -> [ParameterID?] {
    if alternative.parameters.count == parameters.count,
      zip(alternative.parameters, parameters).allSatisfy({ $0.path == $1.path })
    {
      return parameters.indices.map { ParameterID($0) }
    }
    let places = Dictionary(
      alternative.parameters.indices.map { (alternative.parameters[$0].path, ParameterID($0)) },
      uniquingKeysWith: { first, _ in first })
    return parameters.map { places[$0.path] }
  }

  /// Whether a number is left to chance in some of what is played.
  package func isUncertain(_ id: ParameterID) -> Bool {
    func isOpen(_ parameter: Parameter) -> Bool {
      if case .constant = parameter.distribution { false } else { true }
    }
    if models.isEmpty { return isOpen(self[id]) }
    let path = self[id].path
    return models.contains { model in
      model.scenario.parameters.contains { $0.path == path && isOpen($0) }
    }
  }
}
