import Bargaining

/// What mediators know and how they are trusted, from the words of ``Mediation`` and
/// ``Mediator/Relation``.
extension SlowTalks {
  /// What an agreement must bring a party, as it tells a mediator.
  func told(by i: Int, to mediator: Mediator) -> Double {
    let threshold = parties[i].threshold
    let best = parties[i].open.map(\.utility).max()
    guard let overstatement = scenario.parties[i].overstatement, let best else { return threshold }
    let distrust = 1 - world.number(mediator.toward[i].trust)
    return threshold + world.number(overstatement) * distrust * max(0, best - threshold)
  }
}
