import Randomness

/// The random streams of a scenario: one per uncertain number, keyed by its path, so that adding or
/// fixing one number leaves the draws of all others as they were (common random numbers).
///
/// A class, so that parts of a run that hold it are handed on by counting one reference.
final class Dice: Sendable {
  struct Draw {
    let parameter: Int
    let distribution: Distribution
    let stream: StreamID
  }

  /// A number between bounds, each alike; apart from the others because most are, and their draws
  /// need not wait for each other.
  struct UniformDraw: BitwiseCopyable {
    let parameter: Int
    let low: Double
    let high: Double
    let stream: StreamID
  }

  /// The uncertain numbers.
  let uniforms: [UniformDraw]
  let draws: [Draw]
  /// The certain ones.
  let constants: [(parameter: Int, value: Double)]
  /// `texts[m * F + f]`: whether mediator m tables a text in forum f. Forums have streams of their
  /// own, so that one forum more or less leaves what happens in the others as it was.
  let texts: [StreamID]
  /// `takeUps[m * P + i]`: how much trust it takes until party i takes up a text of mediator m.
  let takeUps: [StreamID]
  /// `repeats[i * F + f]`: which earlier offer party i repeats in forum f.
  let repeats: [StreamID]
  /// `ties[i * F + f]`: which of several outcomes worth the same party i offers in forum f.
  let ties: [StreamID]
  /// Per forum: how a single text begins where there is no status quo, how it is changed, and which
  /// of several agreeable proposals is taken.
  let firstTexts: [StreamID]
  let changes: [StreamID]
  let coins: [StreamID]
  /// Per forum: in which order mediators table their texts there.
  let turns: [StreamID]
  /// In which order forums sit, and homes are asked, in a round.
  let sittings = StreamID("forums.order")
  let homes = StreamID("parties.ratification.order")
  /// Where a mediator's first text starts on issues without a status quo, which of several changes
  /// that better a text as much it makes, and which party is named of several as tempted.
  let textStart = StreamID("mediation.text.start")
  let textTies = StreamID("mediation.text.ties")
  let tempted = StreamID("implementation.tempted")
  /// `votes[i * F + f]`: whether party i takes a change for the worse in forum f.
  let votes: [StreamID]
  /// Per party, per tactic (a mixture, then its parts in order): what the tactic leaves to chance.
  let tactics: [[StreamID]]
  /// Per phase: whether it fails.
  let phases: [StreamID]
  let resumption = StreamID("talks.resume")
  let collapse = StreamID("talks.collapse")
  /// A stream of its own: in the round in which talks resume both risks are run.
  let collapseWhileSuspended = StreamID("talks.collapse.suspended.turn")

  /// Whether a deadline is put off.
  let extensions = StreamID("talks.deadline.extension.turn")

  init(_ scenario: Scenario) {
    var uniforms: [UniformDraw] = []
    var draws: [Draw] = []
    var constants: [(parameter: Int, value: Double)] = []
    for (index, parameter) in scenario.parameters.enumerated() {
      let stream = StreamID(parameter.path)
      switch parameter.distribution {
      case .constant(let value): constants.append((index, value))
      case .uniform(let low, let high):
        uniforms.append(UniformDraw(parameter: index, low: low, high: high, stream: stream))
      default:
        draws.append(Draw(parameter: index, distribution: parameter.distribution, stream: stream))
      }
    }
    self.uniforms = uniforms
    self.draws = draws
    self.constants = constants
    let forums = scenario.forums.map { "forums.\($0.name)" }
    texts = scenario.mediators.flatMap { mediator in
      forums.map { StreamID("mediators.\(mediator.name).formulate.\($0)") }
    }
    takeUps = scenario.mediators.flatMap { mediator in
      scenario.parties.map { StreamID("mediators.\(mediator.name).toward.\($0.name).takes_up") }
    }
    repeats = scenario.parties.flatMap { party in
      forums.map { StreamID("parties.\(party.name).tactic.repeat.\($0)") }
    }
    ties = scenario.parties.flatMap { party in
      forums.map { StreamID("parties.\(party.name).ties.\($0)") }
    }
    firstTexts = forums.map { StreamID("\($0).text.start") }
    changes = forums.map { StreamID("\($0).text.change") }
    coins = forums.map { StreamID("\($0).coin") }
    turns = forums.map { StreamID("\($0).turns") }
    votes = scenario.parties.flatMap { party in
      forums.map { StreamID("parties.\(party.name).voter.\($0)") }
    }
    phases = (scenario.implementation?.phases ?? []).map {
      StreamID("implementation.phases.\($0.name).failure")
    }
    tactics = scenario.parties.map { party in
      (0..<party.tactic.count).map { StreamID("parties.\(party.name).tactic.draw").child($0) }
    }
  }
}
