import Bargaining
import Simulation

/// Conditions on the uncertain numbers under which agreement is likely, found by patient rule
/// induction among simulated runs (Bryant & Lempert 2010, doi:10.1016/j.techfore.2009.08.002).
package struct AgreementConditions: Sendable {
  /// The numbers that conditions speak of, as in the box's limits.
  package let inputs: [ParameterID]
  /// The box; `nil` when all runs or none agree, so that there is nothing to tell apart.
  package let box: PrimBox?
  /// The runs of the scenario as it is that agree, among all that were looked at.
  package let agreements: WilsonInterval
  /// The same across models; `nil` without any.
  package let models: ModelRange?
  /// The share of runs in the box that agree, across models; `nil` without any and without a box.
  package let boxModels: ModelRange?
  /// The density that the box was asked to reach: halfway between the base and certainty.
  package let density: Double

  /// - Parameters:
  ///   - scenario: whose runs.
  ///   - inputs: the numbers that conditions may speak of.
  ///   - agreed: whether each of the runs 0, 1, … of the seed agrees.
  ///   - models: the range of their share.
  ///   - seed: of the runs.
  ///   - shouldStop: asked now and then; once it says yes, what comes out means nothing.
  package init(
    _ scenario: Scenario, inputs: [ParameterID], agreed: [Bool], models: ModelRange? = nil, seed: UInt64,
    shouldStop: () -> Bool
  ) throws(DiscoveryFault) {
    self.inputs = inputs
    self.models = models
    agreements = WilsonInterval(count: agreed.count { $0 }, total: agreed.count)
    let base = agreements.share ?? 0
    density = (1 + base) / 2
    guard !inputs.isEmpty, agreed.contains(true), agreed.contains(false) else {
      (box, boxModels) = (nil, nil)
      return
    }
    let draws = RunDraws(scenario, seed: seed)
    let values = inputs.map { id in
      DiscoveryInput(
        name: scenario[id].path,
        values: .numeric(agreed.indices.map { draws.value(of: id, in: UInt32(truncatingIfNeeded: $0)) }))
    }
    let prim = try Prim(inputs: values, isInteresting: agreed)
    let trajectory = prim.trajectory(shouldStop: shouldStop)
    // Half of a box's steps may restrict numbers that do nothing: those go.
    let box = prim.pruned(
      trajectory.boxes[trajectory.choice(density: density)], level: 0.05, shouldStop: shouldStop)
    let model = ModelDraw(scenario)
    let inside = agreed.indices.filter { run in
      zip(box.limits, values).allSatisfy { $0.holds($1.values, run) }
    }
    boxModels = ModelRange(
      of: inside.map { (model.model(of: UInt32(truncatingIfNeeded: $0), seed: seed), agreed[$0]) },
      models: scenario.models.count)
    self.box = box
  }

  /// The share of all runs that agree.
  package var base: Double { agreements.share ?? 0 }

  /// One condition of the box: a number, between two values; `nil` where the box does not restrict
  /// that side.
  package struct Condition: Sendable {
    package let parameter: ParameterID
    package let low: Double?
    package let high: Double?
    /// The quasi-p-value of the side that does less.
    package let quasiP: Double
  }

  /// The box's conditions, input by input.
  package var conditions: [Condition] {
    guard let box else { return [] }
    return inputs.indices.compactMap { index in
      let sides = box.restrictions.filter { $0.input == index }
      guard !sides.isEmpty, case .interval(let low, let high) = box.limits[index] else { return nil }
      return Condition(
        parameter: inputs[index], low: sides.contains { $0.side == .low } ? low : nil,
        high: sides.contains { $0.side == .high } ? high : nil, quasiP: sides.map(\.quasiP).max() ?? 1)
    }
  }
}
