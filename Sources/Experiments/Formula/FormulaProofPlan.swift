import Bargaining
import Simulation

/// Which texts are tried by tabling them, who tables them from which round on, and in how many
/// runs.
package struct FormulaProofPlan: Sendable {
  /// So many of the texts that are most often acceptable, at least 1.
  package let texts: Int
  /// Who tables them; `nil` for everybody who could, each by itself.
  package let mediator: Int?
  /// From which round on; `nil` for the first in which a forum of the mediator sits.
  package let round: Int?
  package let runs: Int
  /// Another than that of the draws by which the texts were chosen.
  package let seed: UInt64
  package let threads: Int

  package static let runs = 10_000
  package static let texts = 1

  /// - Parameter seed: that of the draws; that of the runs is derived from it, by adding the golden
  ///   ratio of 2^64.
  package init(
    texts: Int = Self.texts, mediator: Int? = nil, round: Int? = nil, runs: Int = Self.runs, seed: UInt64,
    threads: Int
  ) {
    self.texts = max(1, texts)
    self.mediator = mediator
    self.round = round
    self.runs = runs
    self.seed = seed &+ 0x9E37_79B9_7F4A_7C15
    self.threads = threads
  }

  /// Who tables the texts: of the mediators that are asked for, those who sit with all parties
  /// whose consent is needed, else those who sit with any of them.
  ///
  /// - Returns: each with the first round in which it could table one; none where nobody could.
  package func authors(in scenario: Scenario) -> [(mediator: Int, round: Int)] {
    let vetoes = Set(scenario.parties.indices.filter { scenario.parties[$0].hasVeto })
    func rounds(_ isPlace: (Forum) -> Bool) -> [(mediator: Int, round: Int)] {
      scenario.mediators.indices.compactMap { index in
        if let mediator, mediator != index { return nil }
        let places = scenario.forums.filter { $0.mediators.contains(index) && isPlace($0) }
        let from = min(round ?? 0, scenario.rounds)
        let first = (from..<scenario.rounds).first { now in places.contains { $0.sits(in: now) } }
        return first.map { (index, $0) }
      }
    }
    let whole = rounds { vetoes.isSubset(of: $0.members) }
    return whole.isEmpty ? rounds { !vetoes.isDisjoint(with: $0.members) } : whole
  }
}

extension Scenario {
  /// The same, and in every model, with one text more that a mediator has ready: it comes before
  /// those that it has already.
  package func tabling(_ options: [Int], by mediator: Int, from round: Int) -> Scenario {
    var scenario = self
    let it = mediators[mediator]
    scenario.parameters.append(
      Parameter(
        path: "mediators.\(it.name).texts.\(it.texts.count).at", distribution: .constant(Double(round)),
        range: 0...1_000_000, provenance: .assumption("to be tried")))
    let number = ParameterID(scenario.parameters.count - 1)
    scenario.mediators[mediator].texts.insert(PreparedText(options: options, round: number), at: 0)
    for index in models.indices {
      scenario.models[index].scenario = models[index].scenario.tabling(options, by: mediator, from: round)
    }
    return scenario
  }
}
