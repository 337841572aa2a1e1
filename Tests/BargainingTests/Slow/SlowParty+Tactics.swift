import Bargaining
import Foundation

extension SlowParty {
  /// What it aims for now, by its tactic, with the floor as the model states it.
  func aspiration(_ plan: Party, _ world: SlowPreferences) -> Double {
    guard let range = range(plan, world) else { return 0 }
    if isSpent { return range.floor }
    guard case .time = plan.tactic else { return level(plan.tactic, 0, range.best, range.floor, world) }
    return level(plan.tactic, 0, max(range.floor, min(range.best, hope)), range.floor, world)
  }

  /// The best that it could have and the least that it is willing to go down to.
  func range(_ plan: Party, _ world: SlowPreferences) -> (best: Double, floor: Double)? {
    guard let best = open.map(\.utility).max(), let worst = open.map(\.utility).min() else { return nil }
    let least = max(worst, threshold)
    return (best, least + (1 - world.number(plan.willingness)) * (best - least))
  }

  /// It makes the offer that it would make now.
  mutating func noteOffer(_ plan: Party, _ world: SlowPreferences) {
    lastAspiration = aspiration(plan, world)
    hasNews = false
  }

  private func level(
    _ tactic: Tactic, _ place: Int, _ best: Double, _ floor: Double, _ world: SlowPreferences
  ) -> Double {
    var level = best
    switch tactic {
    case .time(let time):
      let conceded = time.curve.concession(
        at: self.time, beta: world.number(time.beta), start: world.number(time.start))
      level = floor + (best - floor) * (1 - conceded) - world.number(time.tolerance)
    case .titForTat(let imitation):
      let last = min(lastAspiration, best)
      level = imitate(imitation, place, last, hasNews: hasNews, world) ?? best
    case .mix(let parts):
      let weights = parts.map { world.number($0.weight) }
      let total = weights.reduce(0, +)
      level = 0
      for (index, part) in parts.enumerated() {
        let share = total > 0 ? weights[index] / total : 1 / Double(parts.count)
        level += share * self.level(part.tactic, index + 1, best, floor, world)
      }
    default: break
    }
    return min(max(level, floor), best)
  }

  /// Faratin, Sierra, Jennings 1998, section 4.3, written as there: the opponent's proposals by
  /// their times, x(t_n) the last, x(t_{n-2}) the one before. `nil` before there are enough.
  private func imitate(
    _ tactic: TitForTatTactic, _ place: Int, _ own: Double, hasNews: Bool, _ world: SlowPreferences
  ) -> Double? {
    let senders = Set(seen.map(\.from)).sorted()
    let rows = senders.map { sender in seen.filter { $0.from == sender }.map(\.worth) }
    let length = rows.map(\.count).min() ?? texts.count
    guard length > tactic.window else { return nil }
    if !hasNews { return own }
    func x(_ age: Int) -> Double {
      if rows.isEmpty { return texts[texts.count - 1 - age] }
      return rows.reduce(0) { $0 + $1[$1.count - 1 - age] } / Double(rows.count)
    }
    func ratio(_ older: Double, _ newer: Double) -> Double? {
      if newer > 0 { return max(older, 0) / newer }
      return older <= newer ? 1 : nil
    }
    switch tactic.imitation {
    case .relative: return ratio(x(tactic.window), x(tactic.window - 1)).map { $0 * own }
    case .averaged: return ratio(x(tactic.window), x(0)).map { $0 * own }
    case .absolute(let step, let direction):
      let aside = world.number(step) * draws[place]
      return own + (x(tactic.window) - x(tactic.window - 1)) + (direction == .concede ? -aside : aside)
    }
  }
}
