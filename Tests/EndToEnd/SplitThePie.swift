import Bargaining
import Scenarios
import Simulation

func splitThePie() throws -> OutcomeDistribution {
  var pie = try Scenario(
    "split-the-pie", rounds: 20, issues: [Issue("share", from: 0, through: 100, unit: "%")])
  try pie.addParty("first", stakes: ["share": .increasing], reservation: .uniform(low: 0.3, high: 0.7))
  try pie.addParty("second", stakes: ["share": .decreasing], reservation: .uniform(low: 0.3, high: 0.7))
  return try Ensemble(pie, plan: SimulationPlan(runs: 10_000, seed: 1)).run()
}
