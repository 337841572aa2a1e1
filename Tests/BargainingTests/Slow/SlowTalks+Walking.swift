import Bargaining

/// Tactics that walk through outcomes, in forums where all propose at once: MiCRO, random and
/// Zeuthen's, from their definitions.
extension SlowTalks {
  /// What a member proposes, and what that is worth to it now; `nil` for nothing.
  func proposal(of i: Int, _ f: Int) throws -> (outcome: [Int], utility: Double)? {
    if parties[i].isSpent { return offer(of: i, in: f) }
    return switch scenario.parties[i].tactic {
    case .micro: try microProposal(of: i, f)
    case .random: try randomProposal(of: i)
    case .zeuthen: zeuthenProposal(of: i, f)
    default: offer(of: i, in: f)
    }
  }

  private func valued(_ outcome: [Int], to i: Int) -> (outcome: [Int], utility: Double) {
    (outcome, world.utility(outcome, to: scenario.parties[i].preferences))
  }

  /// The outcome of the transcript's next offers that is this party's, where chance decides.
  private func heard(of i: Int) -> [Int]? {
    acts.dropFirst(next).first { $0.round == round && $0.kind == .offer && $0.actor == .party(i) }?.options
  }

  /// de Jonge 2022: a new offer only to one who has made at least as many distinct ones; else an
  /// earlier one, at random.
  private func microProposal(of i: Int, _ f: Int) throws -> (outcome: [Int], utility: Double)? {
    let party = parties[i]
    let received = scenario.parties.indices.filter { $0 != i }.map { other in
      Set(party.seen.filter { $0.from == other }.map(\.offer)).count
    }
    if party.made.count <= received.min() ?? 0 || party.made.isEmpty {
      let rest = party.open.filter { choice in !party.made.contains(choice.outcome) }
      if let most = rest.map(\.utility).max(), most >= party.threshold - SlowParty.tolerance {
        return choose(rest.filter { $0.utility >= most - SlowParty.tolerance }, by: i, in: f)
      }
    }
    guard let last = party.made.last, valued(last, to: i).utility >= party.threshold - SlowParty.tolerance
    else { return nil }
    guard let repeated = heard(of: i) else { return valued(last, to: i) }
    guard party.made.contains(repeated) else {
      throw Mismatch(text: "round \(round): party \(i) may only repeat one of \(party.made), not \(repeated)")
    }
    return valued(repeated, to: i)
  }

  /// Any outcome at its floor or above.
  private func randomProposal(of i: Int) throws -> (outcome: [Int], utility: Double)? {
    let party = parties[i]
    guard let range = party.range(scenario.parties[i], world),
      range.best >= party.threshold - SlowParty.tolerance
    else { return nil }
    let choices = party.open.filter { $0.utility >= range.floor - SlowParty.tolerance }
    guard let heard = heard(of: i), choices.contains(where: { $0.outcome == heard }) else {
      throw Mismatch(text: "round \(round): party \(i) proposes something below its floor \(range.floor)")
    }
    return valued(heard, to: i)
  }

  /// Rosenschein & Zlotkin 1994, for any number: whose product of surpluses is the least concedes
  /// past the least of the others, to what it likes best there; who cannot takes over the proposal
  /// of greatest product.
  private func zeuthenProposal(of i: Int, _ f: Int) -> (outcome: [Int], utility: Double)? {
    let voters = [i] + scenario.forums[f].members.filter { $0 != i && scenario.parties[$0].hasVeto }
    func product(_ outcome: [Int]) -> Double? {
      voters.allSatisfy { isAcceptable(outcome, to: $0) }
        ? voters.reduce(1) { $0 * max(0, valued(outcome, to: $1).utility - parties[$1].threshold) } : nil
    }
    /// What it likes best among the outcomes all could live with whose product exceeds a bound.
    func favourite(above bound: Double) -> (outcome: [Int], utility: Double)? {
      var choices = world.outcomes(locks: locks).compactMap { outcome in
        product(outcome).flatMap { $0 > bound ? (valued(outcome, to: i), $0) : nil }
      }
      guard let most = choices.map(\.0.utility).max() else { return nil }
      choices.removeAll { $0.0.utility < most - SlowParty.tolerance }
      let greatest = choices.map(\.1).max() ?? 0
      return choose(choices.filter { $0.1 >= greatest - 1e-12 }.map(\.0), by: i, in: f)
    }
    let last = forums[f].offers
    guard let own = last[i], let mine = product(own) else { return favourite(above: -1) }
    let others = scenario.forums[f].members.filter { $0 != i }.compactMap { last[$0] }
    let products = others.map { product($0) ?? 0 }
    guard let least = products.min(), let most = products.max(), mine <= least else {
      return valued(own, to: i)
    }
    if let next = favourite(above: least) { return next }
    let leader = zip(others, products).first { $0.1 == most }?.0 ?? own
    return valued(product(leader) == nil ? own : leader, to: i)
  }

  /// Every member's proposal is on the table.
  mutating func note(_ outcome: [Int], of i: Int, _ f: Int) {
    forums[f].offers[i] = outcome
    if !parties[i].made.contains(outcome) { parties[i].made.append(outcome) }
  }
}
