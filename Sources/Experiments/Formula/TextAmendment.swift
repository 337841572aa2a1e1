import Bargaining
import Simulation

/// The nearest amendment of a text that wins a party that refuses it, and what it costs the others.
///
/// Nearest is the fewest issues changed: one, if some change of one issue wins the party in at
/// least half of the draws in which it refuses the text, else two. Of amendments as near, the one
/// that is most often acceptable to all. Where none wins half, the one that wins most.
package struct TextAmendment: Sendable, Equatable {
  package let text: TextStanding
  /// The party that is to be won, an index into `Scenario.parties`.
  package let party: Int
  /// The amended text, and the issues in which it differs.
  package let amended: Int
  package let options: [Int]
  package let changed: [Int]
  /// Of the fresh draws in which the party refuses the text, those in which it takes the amended
  /// one.
  package let won: WilsonInterval
  /// Fresh draws in which the amended text is acceptable to all.
  package let accepted: WilsonInterval
  /// The text first, the amended one second, in fresh draws.
  package let both: PairedShares
  /// Per party, then per mediator: the mean utility that it loses by the amendment.
  package let costs: [Double]
  /// Per party: by how much the share of fresh draws in which it takes the text rises.
  package let taken: [Double]
}

/// A choice of an amendment, before it is judged.
struct AmendmentChoice {
  let place: Int
  let party: Int
  let amended: Int

  /// Of each text, of each party that ever refuses it.
  ///
  /// - Parameter texts: the texts that the refusals are of.
  /// - Returns: `nil` when it was stopped.
  static func all(
    _ refusals: TextRefusals, of texts: [TextStanding], _ survey: TextSurvey, _ order: TextOrder,
    shouldStop: @escaping @Sendable () -> Bool
  ) -> [AmendmentChoice]? {
    let search = AmendmentSearch(survey, order)
    var choices: [AmendmentChoice] = []
    var open: [(choice: Int, count: Int, single: AmendmentSearch.Candidate?)] = []
    var cases: [(text: Int, party: Int, others: [Int])] = []
    for (place, text) in texts.enumerated() {
      for party in survey.scenario.voters where refusals.refusals[place][party].count > 0 {
        let refusal = refusals.refusals[place][party]
        let singles = search.singles(of: text.text, wins: refusal.wins)
        if let winner = search.best(singles.filter { 2 * $0.wins >= refusal.count }) {
          choices.append(AmendmentChoice(place: place, party: party, amended: winner.text))
          continue
        }
        let most = search.most(singles)
        open.append((choices.count, refusal.count, most))
        choices.append(AmendmentChoice(place: place, party: party, amended: most?.text ?? text.text))
        cases.append((text.text, party, search.pairs(of: text.text, from: most?.text)))
      }
    }
    if !cases.isEmpty {
      guard let wins = survey.wins(cases, shouldStop: shouldStop) else { return nil }
      for (place, each) in open.enumerated() {
        let pairs = zip(cases[place].others, wins[place]).map {
          AmendmentSearch.Candidate(text: $0, wins: $1)
        }
        let most = search.most(pairs)
        let isBetter = (most?.wins ?? 0) > (each.single?.wins ?? 0)
        guard let chosen = search.best(pairs.filter { 2 * $0.wins >= each.count }) ?? (isBetter ? most : nil)
        else { continue }
        choices[each.choice] = AmendmentChoice(
          place: choices[each.choice].place, party: choices[each.choice].party, amended: chosen.text)
      }
    }
    return choices.filter { $0.amended != texts[$0.place].text }
  }
}

/// The texts near a text.
struct AmendmentSearch {
  struct Candidate {
    let text: Int
    /// Draws in which it wins the party.
    let wins: Int
  }

  private let space: TextSpace
  private let order: TextOrder
  /// Pairs of changes that are tried for one text and party; where there are more, those that the
  /// best single change is part of.
  private static let mostPairs = 512

  init(_ survey: TextSurvey, _ order: TextOrder) {
    space = survey.pool.space
    self.order = order
  }

  private var issues: Range<Int> { 0..<space.space.optionCounts.count }

  /// The texts that differ in one issue and ever win the party.
  ///
  /// - Parameter wins: per issue, per option that the agenda allows it.
  func singles(of text: Int, wins: [Int]) -> [Candidate] {
    var slot = 0
    return issues.flatMap { k in
      space.allowed(of: k).compactMap { option in
        defer { slot += 1 }
        guard wins[slot] > 0 else { return nil }
        return space.text(text, with: option, of: k).map { Candidate(text: $0, wins: wins[slot]) }
      }
    }
  }

  /// The texts that differ in two issues.
  ///
  /// - Parameter single: the best text that differs in one.
  func pairs(of text: Int, from single: Int?) -> [Int] {
    func changes(of text: Int, _ issues: [Int]) -> [Int] {
      issues.flatMap { k in
        space.allowed(of: k).filter { $0 != space.option(of: k, in: text) }.compactMap {
          space.text(text, with: $0, of: k)
        }
      }
    }
    let widths = issues.map { space.allowed(of: $0).count - 1 }
    let sum = widths.reduce(0, +)
    let pairs = (sum * sum - widths.reduce(0) { $0 + $1 * $1 }) / 2
    if pairs <= Self.mostPairs {
      return issues.flatMap { k in
        changes(of: text, [k]).flatMap { changes(of: $0, Array(issues.dropFirst(k + 1))) }
      }
    }
    guard let single else { return [] }
    let same = issues.filter { space.option(of: $0, in: single) == space.option(of: $0, in: text) }
    return changes(of: single, same)
  }

  /// The one that is acceptable most often.
  func best(_ candidates: [Candidate]) -> Candidate? {
    first(candidates) { (acceptances(of: $0.text), $0.wins) }
  }

  /// The one that wins the party most often; `nil` where none ever does.
  func most(_ candidates: [Candidate]) -> Candidate? {
    first(candidates.filter { $0.wins > 0 }) { ($0.wins, acceptances(of: $0.text)) }
  }

  /// The greatest by two numbers, then the first by name.
  private func first(_ candidates: [Candidate], by key: (Candidate) -> (Int, Int)) -> Candidate? {
    candidates.min { a, b in
      if key(a) != key(b) { return key(a) > key(b) }
      return order.names(of: space.options(of: a.text)).lexicographicallyPrecedes(
        order.names(of: space.options(of: b.text)))
    }
  }

  /// As far as known: of a text outside the pool nothing is.
  private func acceptances(of text: Int) -> Int {
    order.pool.place(of: text).map(order.tally.acceptances) ?? 0
  }
}
