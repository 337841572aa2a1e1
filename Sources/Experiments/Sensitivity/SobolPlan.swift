/// How many runs of which kind Sobol' indices are estimated from.
struct SobolPlan: Sendable {
  /// For how many numbers there are totals, where they have to be singled out.
  static let few = 8
  /// How many numbers nothing is singled out of: all have totals.
  static let mostOfAll = 12
  /// Of the screening that singles out half of them.
  static let trajectories = 10

  let inputs: Int
  /// Independent randomisations of the design.
  let replicates: Int
  /// Points of each, for the first indices; and how many of these are done again for each total.
  let perReplicate: Int
  let again: Int
  /// Runs at each point of the screening.
  let screeningRuns: Int

  init(samples: Int, inputs: Int, runs: Int) {
    self.inputs = inputs
    replicates = max(2, min(16, samples / 4))
    perReplicate = max(2, (samples + replicates - 1) / replicates)
    again = max(1, perReplicate / 4)
    screeningRuns = min(runs, 8)
  }

  /// Whether there are so few numbers that nothing need be singled out.
  var isAboutAll: Bool { inputs <= SobolPlan.mostOfAll }
  /// For how many numbers there are totals here.
  var totals: Int { isAboutAll ? inputs : SobolPlan.few }
  var points: Int { replicates * perReplicate }
  /// Runs of the screening.
  var screening: Int { isAboutAll ? 0 : SobolPlan.trajectories * (inputs + 1) * screeningRuns }
  var runsPlanned: Int { screening + 2 * points + 2 * totals * replicates * again }
}
