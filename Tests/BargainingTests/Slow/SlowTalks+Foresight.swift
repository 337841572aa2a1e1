import Bargaining

/// What a party foresees of its home, from the words of ``Ratification/foresight``.
extension SlowTalks {
  /// What a faction asks for now.
  func minimum(_ faction: Faction, of i: Int) -> Double {
    let fall = drawn[whole.parties[i].reservation.index] - parties[i].reservation
    return world.number(faction.minimum) - world.number(faction.bears) * fall
      - world.number(faction.carrotShare) * parties[i].carrots
  }

  func isForeseen(by i: Int) -> Bool {
    guard whole.parties[i].hasVeto, let ratification = whole.parties[i].ratification else { return false }
    return world.number(ratification.foresight) > 0
  }

  /// Per faction of a party: how well it is foreseen after the deals that it has refused.
  private func foresight(_ f: Int, of i: Int) -> Double {
    guard let ratification = whole.parties[i].ratification else { return 0 }
    let blind = 1 - world.number(ratification.foresight)
    return 1 - (0...refusals[i][f]).reduce(1.0) { product, _ in product * blind }
  }

  /// Per faction: what it is expected to lack of an outcome.
  private func expectedLacks(_ outcome: [Int], _ i: Int) -> [Double] {
    let plan = whole.parties[i]
    let gain = world.utility(outcome, to: plan.preferences) - parties[i].threshold
    return (plan.ratification?.factions ?? []).enumerated().map { f, faction in
      let own = utility(outcome, to: faction, of: plan.preferences) - minimum(faction, of: i)
      let phi = foresight(f, of: i)
      return max(0, -(phi * own + (1 - phi) * gain))
    }
  }

  /// The share of those who lack no more than that.
  private func share(_ lacks: [Double], upTo more: Double, _ ratification: Ratification) -> Double {
    let weights = ratification.factions.map { world.number($0.weight) }
    let won = zip(lacks, weights).reduce(0) { $1.0 <= more + SlowParty.tolerance ? $0 + $1.1 : $0 }
    return won / weights.reduce(0, +)
  }

  func wouldFailAtHome(_ outcome: [Int], for i: Int) -> Bool {
    guard isForeseen(by: i), stages.isEmpty || stage + 1 == stages.count,
      let ratification = whole.parties[i].ratification
    else { return false }
    let quota = world.number(ratification.quota) - SlowParty.tolerance
    return share(expectedLacks(outcome, i), upTo: 0, ratification) < quota
  }

  /// Why a party does not take an outcome, its home included.
  func refusal(of outcome: [Int], by i: Int) -> Refusal? {
    let because = parties[i].refusal(of: outcome, scenario.parties[i], world, time: time(of: i))
    if because == .redLine || because == .belowReservation { return because }
    return wouldFailAtHome(outcome, for: i) ? .wouldFailAtHome : because
  }

  /// A text fails for the sake of a home.
  mutating func explain(_ text: [Int], by i: Int) { note(expectedLacks(text, i), of: i, to: text) }

  /// Mediators are told of the objection of the faction that would carry the outcome at the least
  /// cost.
  mutating func note(_ lacks: [Double], of i: Int, to outcome: [Int]) {
    let plan = whole.parties[i]
    guard let ratification = plan.ratification else { return }
    let quota = world.number(ratification.quota) - SlowParty.tolerance
    guard let lacking = lacks.sorted().first(where: { share(lacks, upTo: $0, ratification) >= quota }),
      let f = lacks.firstIndex(of: lacking)
    else { return }
    let faction = ratification.factions[f]
    // What each option of each issue brings the faction, all else being as in the outcome and
    // combinations left out.
    var alone = plan.preferences
    alone.interactions = []
    var additive = faction
    additive.interactions = []
    let worths = whole.issues.indices.map { k in
      whole.issues[k].options.indices.map { option in
        var other = outcome
        other[k] = option
        return utility(other, to: additive, of: alone)
      }
    }
    let losses = worths.indices.map { k in
      locks[k] != nil ? 0 : (worths[k].max() ?? 0) - worths[k][outcome[k]]
    }
    guard let most = losses.max(), most > SlowParty.tolerance, let k = losses.firstIndex(of: most) else {
      return
    }
    objected[i] = k
    for option in worths[k].indices where worths[k][option] <= worths[k][outcome[k]] + SlowParty.tolerance {
      penalties[i][k][option] += foresight(f, of: i) * lacking
    }
  }

  /// What a party told mediators to be lacking of an outcome.
  func penalty(_ outcome: [Int], of i: Int) -> Double {
    outcome.indices.reduce(0) { $0 + penalties[i][$1][outcome[$1]] }
  }

  /// What a party offers in place of what its home would turn down: of the amendments of one issue
  /// that ask for no less than its aspiration and would pass, one of those worth least to itself,
  /// those of the issue objected to last first; else of two issues. `nil` when there is none.
  func brought(_ offer: [Int], of i: Int, in f: Int) throws -> [Int]? {
    guard wouldFailAtHome(offer, for: i) else { return offer }
    let best = parties[i].open.map(\.utility).max() ?? 0
    let aim = min(parties[i].aspiration(scenario.parties[i], world), best)
    let level = max(aim, parties[i].threshold) - SlowParty.tolerance
    func amendments(_ count: Int, _ issue: Int? = nil) -> [(outcome: [Int], utility: Double)] {
      parties[i].open.filter { open in
        let changed = offer.indices.filter { open.outcome[$0] != offer[$0] }
        return changed.count == count && (issue == nil || changed == [issue]) && open.utility >= level
          && !wouldFailAtHome(open.outcome, for: i)
      }
    }
    var choices = objected[i].map { amendments(1, $0) } ?? []
    if choices.isEmpty { choices = amendments(1) }
    if choices.isEmpty { choices = amendments(2) }
    let least = choices.map(\.utility).min() ?? 0
    choices.removeAll { $0.utility > least + SlowParty.tolerance }
    if let last = forums[f].offers[i], choices.contains(where: { $0.outcome == last }) { return last }
    // Of equals the draw decides: whichever is heard.
    let heard = acts.dropFirst(next).first { $0.kind == .offer && $0.actor == .party(i) && $0.round == round }
    return choices.first { $0.outcome == heard?.options }?.outcome ?? choices.first?.outcome
  }
}
