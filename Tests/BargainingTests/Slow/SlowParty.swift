import Bargaining

/// What a party is and remembers in ``SlowTalks``.
struct SlowParty {
  var delay = 0.0
  var discounting = 1.0
  var carrots = 0.0
  var reservation = 0.0
  /// Utility at which the surplus is zero.
  var threshold = 0.0
  /// The same before what it expects of later stages.
  var wholeThreshold = 0.0
  var time = 0.0
  /// Whether it can hold out no longer, and stands at its floor.
  var isSpent = false
  /// What it aimed for when the last active round began.
  var asked = 0.0
  /// This round's draws of its tactic and, of a mixture, of each part.
  var draws: [Double] = []
  /// The aspiration behind its last own offer, and whether somebody offered something since.
  var lastAspiration = Double.infinity
  var hasNews = false
  /// The most that it hopes for, as it was when the round began.
  var hope = Double.infinity
  /// The outcomes that locks and its red lines leave it, in rank order, with their utilities.
  var open: [(outcome: [Int], utility: Double)] = []
  var bestSeen = -Double.infinity
  var lastSeen: [Int]?
  /// Whether some forum that it sits in has mediators.
  var sitsWithMediators = false
  /// Its own last offer, wherever it was made.
  var position: [Int]?
  /// What it saw others offer, when, and what that was worth to it; of mediators' texts the worths
  /// alone.
  var seen: [(from: Int, offer: [Int], time: Double, worth: Double)] = []
  var texts: [Double] = []
  /// Its own distinct proposals where all propose at once, in order.
  var made: [[Int]] = []
  /// What it has to bring home since a deal failed there.
  var homeDemand = -Double.infinity

  /// Utilities no further apart are the same (``Solutions``).
  static let tolerance = 1e-12

  /// One of the outcomes that it could offer now.
  func offer(_ plan: Party, _ world: SlowPreferences) -> (outcome: [Int], utility: Double)? {
    ties(plan, world)?.first
  }

  /// What it could offer now, by its aspiration and its offer rule: outcomes that are worth the
  /// same to it; `nil` if nothing is worth at least its threshold.
  func ties(_ plan: Party, _ world: SlowPreferences) -> [(outcome: [Int], utility: Double)]? {
    guard let most = open.map(\.utility).max(), most >= threshold - Self.tolerance else { return nil }
    let aspiration = aspiration(plan, world)
    let choices = open.filter { $0.utility >= aspiration - Self.tolerance }
    var scores: [Int]?
    if plan.offer == .modelled, !seen.isEmpty {
      let estimate = estimate(plan, world)
      scores = choices.map { choice in
        choice.outcome.indices.reduce(0) { $0 + estimate[$1][choice.outcome[$1]] }
      }
    } else if plan.offer != .lowest, let lastSeen {
      scores = choices.map { choice in
        choice.outcome.indices.reduce(0) {
          $0 + SlowTies.likeness(choice.outcome[$1], lastSeen[$1], on: world.scenario.issues[$1])
        }
      }
    }
    guard let scores else {
      let least = choices.map(\.utility).min() ?? 0
      return choices.filter { $0.utility <= least + Self.tolerance }
    }
    // The greatest score, of equals the greatest own utility.
    let best = zip(choices, scores).filter { $1 == scores.max() }.map(\.0)
    let greatest = best.map(\.utility).max() ?? 0
    // Before mediators, nothing that has been conceded is taken back without need.
    if sitsWithMediators, let kept = choices.first(where: { $0.outcome == position }),
      greatest >= kept.utility - Self.tolerance
    {
      return [kept]
    }
    return best.filter { $0.utility >= greatest - Self.tolerance }
  }

  /// What options seem to bring the others, by its model, in 2^-20.
  func estimate(_ plan: Party, _ world: SlowPreferences) -> [[Int]] {
    plan.opponentModel == .bayesian ? believedValues(world) : modelledValues(world)
  }

  /// The frequency model, in 2^-20: an option's count over the greatest on its issue; an issue's
  /// weight is the share of its most frequent option, over the sum of these.
  private func modelledValues(_ world: SlowPreferences) -> [[Int]] {
    var values = world.scenario.issues.map { $0.options.map { _ in 0 } }
    for other in Set(seen.map(\.from)).sorted() {
      let offers = seen.filter { $0.from == other }.map(\.offer)
      let counts = world.scenario.issues.indices.map { k in
        world.scenario.issues[k].options.indices.map { o in offers.filter { $0[k] == o }.count }
      }
      let tops = counts.map { $0.max() ?? 0 }
      let weights = tops.map { Double($0) / Double(offers.count) }
      let total = weights.reduce(0, +)
      for k in counts.indices {
        for o in counts[k].indices {
          let share = 0x1p20 * weights[k] / total / Double(tops[k]) * Double(counts[k][o])
          values[k][o] += Int(share.rounded())
        }
      }
    }
    return values
  }

  /// `nil` when it takes an outcome, by the definition of its acceptance.
  func refusal(
    of outcome: [Int], _ plan: Party, _ world: SlowPreferences, time: Double
  ) -> Refusal? {
    let utility = world.utility(outcome, to: plan.preferences)
    if world.crosses(outcome, redLinesOf: plan.preferences) { return .redLine }
    if utility < threshold - Self.tolerance { return .belowReservation }
    let delta = world.number(plan.discount)
    let next = offer(plan, world).map { delta * $0.utility + (1 - delta) * threshold }
    return judge(plan.acceptance, utility, next, aspiration(plan, world), world, time)
  }

  private func judge(
    _ rule: Acceptance, _ utility: Double, _ next: Double?, _ aspiration: Double, _ world: SlowPreferences,
    _ time: Double
  ) -> Refusal? {
    switch rule {
    case .next: return utility >= (next ?? .infinity) - Self.tolerance ? nil : .prefersOwnOffer
    case .aspiration: return utility >= aspiration - Self.tolerance ? nil : .belowAspiration
    case .constant(let id): return utility >= world.number(id) ? nil : .belowConstant
    case .time(let id): return time >= world.number(id) ? nil : .tooEarly
    case .any(let parts):
      let reasons = parts.map { judge($0, utility, next, aspiration, world, time) }
      return reasons.contains(nil) ? nil : reasons[0]
    case .all(let parts):
      return parts.lazy.compactMap { judge($0, utility, next, aspiration, world, time) }.first
    }
  }
}
