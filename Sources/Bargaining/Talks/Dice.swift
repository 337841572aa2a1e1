import Randomness

/// The random streams of a scenario: one per uncertain number, keyed by its path, so that adding or fixing one number leaves
/// the draws of all others as they were (common random numbers).
struct Dice {
  struct Draw {
    let parameter: Int
    let distribution: Distribution
    let stream: StreamID
  }

  /// The uncertain numbers.
  let draws: [Draw]
  /// The certain ones.
  let constants: [(parameter: Int, value: Double)]
  /// Per issue, per event, per mediator: which stream decides.
  let tentatives: [StreamID]
  let events: [StreamID]
  let texts: [StreamID]
  /// Per party: which earlier offer is repeated.
  let repeats: [StreamID]
  /// Per mediator, per party: whether a text is taken up; errors of estimates.
  let trust: [[StreamID]]
  let estimates: [[StreamID]]
  let resumption = StreamID("talks.resume")
  let collapse = StreamID("talks.collapse")
  /// A stream of its own: in the round in which talks resume both risks are run.
  let collapseWhileSuspended = StreamID("talks.collapse.suspended.turn")

  init(_ scenario: Scenario) {
    var draws: [Draw] = []
    var constants: [(parameter: Int, value: Double)] = []
    for (index, parameter) in scenario.parameters.enumerated() {
      if case .constant(let value) = parameter.distribution {
        constants.append((index, value))
      } else {
        draws.append(
          Draw(parameter: index, distribution: parameter.distribution, stream: StreamID(parameter.path)))
      }
    }
    self.draws = draws
    self.constants = constants
    tentatives = scenario.issues.map { StreamID("issues.\($0.name).tentative") }
    events = scenario.events.map { StreamID("events.\($0.name)") }
    texts = scenario.mediators.map { StreamID("mediators.\($0.name).formulate.turn") }
    repeats = scenario.parties.map { StreamID("parties.\($0.name).tactic.repeat") }
    trust = scenario.mediators.map { mediator in
      scenario.parties.map { StreamID("mediators.\(mediator.name).toward.\($0.name).trust.turn") }
    }
    estimates = scenario.mediators.map { mediator in
      scenario.parties.map { StreamID("mediators.\(mediator.name).toward.\($0.name).estimate") }
    }
  }
}
