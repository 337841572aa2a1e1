import Bargaining

/// Texts that mediators have ready, from the words of ``PreparedText``.
extension SlowTalks {
  /// The place of the first text of a mediator that is due, can be tabled and has not been.
  func readyText(of m: Int) -> Int? {
    whole.mediators[m].texts.indices.first { place in
      let text = whole.mediators[m].texts[place]
      if mediation.done.contains([m, place]) { return false }
      if let number = text.round, Double(round) < world.number(number) { return false }
      guard hasCome(text.occasion) else { return false }
      let isSettledOtherwise = bound.indices.contains { bound[$0] != nil && bound[$0] != text.options[$0] }
      let moves = bound.indices.contains {
        locks[$0] == nil && whole.issues[$0].statusQuo != text.options[$0]
      }
      return moves && !isSettledOtherwise
    }
  }

  private func hasCome(_ occasion: PreparedText.Occasion) -> Bool {
    switch occasion {
    case .any: true
    case .resumption: counts.resumptions > 0
    case .inForce(let condition):
      condition.clauses.allSatisfy { clause in
        let option = interim.map { Int($0.options[clause.issue]) } ?? whole.issues[clause.issue].statusQuo
        return option.map { clause.options.contains($0) } ?? false
      }
    }
  }

  /// It must come now, as it is but for what is locked; whether it does, which only another of the
  /// group may have kept it from.
  mutating func hearReady(_ place: Int, of m: Int, _ authors: [Int], in f: Int) throws -> Bool {
    if authors.count > 1 {
      if mediation.lastRounds[authors + [f]] == round { return false }
      mediation.lastRounds[authors + [f]] = round
    }
    mediation.done.insert([m, place])
    let options = whole.mediators[m].texts[place].options
    try expect(.text, .mediator(m), in: f, options.indices.map { locks[$0] ?? options[$0] })
    guard acts[next - 1].isPrepared else {
      throw Mismatch(text: "round \(round): a text of \(m) that was ready is told as a draft")
    }
    return true
  }
}
